import { resolve } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { Stop } from './log.mjs';

/**
 * Stops a release whose installers for Windows would refuse every later one: signed by nobody, or by another than the name that is
 * written into them. Asks as an installed Tidegate asks of an update.
 * @param {string} folder @param {readonly string[]} names of the files in it @param {NodeJS.ProcessEnv} env
 */
export async function refuseForeign(folder, names, env) {
  const { askPowerShell, whyNotPublished } =
    /** @type {typeof import('../../src/main/updates/publisher.ts')} */ (
      await tsImport('../../src/main/updates/publisher.ts', import.meta.url)
    );
  for (const name of names.filter((each) => each.endsWith('-setup.exe'))) {
    const why = await whyNotPublished(
      [env['TIDEGATE_PUBLISHER'] ?? ''],
      resolve(folder, name),
      askPowerShell(env),
    );
    if (why !== null) throw new Stop(`No Tidegate that ${name} installs would take an update: ${why}.`);
  }
}
