import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareDesktop, type Desktop } from './desktop.ts';
import { playByHand } from './demo/by-hand.ts';
import { playByItself } from './demo/by-itself.ts';
import { endAllIn } from './processes.ts';
import { startWorld, type World } from './world.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/**
 * `npm run demo`: Tidegate and the local Microsoft, with 250 customers. On a developer's own screen it is theirs to
 * play with; without one (or with `--by-itself`) it plays the whole main job by itself and leaves pictures.
 */

/** What the user would otherwise type into the form first: the registration of the local Microsoft. */
async function registerApplication(desktop: Desktop, world: World): Promise<void> {
  const folder = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate');
  await mkdir(folder, { recursive: true });
  const settings = { clientId: world.clientId, authority: world.home.tenantId };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

const world = await startWorld({ customers: 250 });
const home = await temporaryFolder('tg-');
try {
  // `--test-type` hides the browser's remark about the switch that leads it to the local Microsoft.
  const desktop = await prepareDesktop({ home, world, switches: ['--test-type'] });
  await registerApplication(desktop, world);
  const byItself = process.argv.includes('--by-itself');
  await (byItself ? playByItself(desktop, world) : playByHand(desktop, world));
} finally {
  await endAllIn(home);
  await world.stop();
}
