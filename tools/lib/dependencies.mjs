import { join } from 'node:path';
import { readJson } from './json.mjs';
import { Stop, say, since } from './log.mjs';
import { repositoryRoot } from './paths.mjs';
import { runNpm } from './run.mjs';

/** @typedef {{version?: string, optional?: boolean, link?: boolean}} LockedPackage */

/**
 * What the lock file asks for and the folder does not hold. npm writes its own lock file into node_modules, so this
 * compares contents: a lock file that was only touched installs nothing.
 * @param {Record<string, LockedPackage>} wanted
 * @param {Record<string, LockedPackage>} present
 */
export function missingPackages(wanted, present) {
  return Object.entries(wanted)
    .filter(([path, { optional, link }]) => path !== '' && !optional && !link)
    .filter(([path, { version }]) => present[path]?.version !== version)
    .map(([path]) => path);
}

/** Makes node_modules what package-lock.json says. SECURITY: no install script runs: none of them is needed. */
export async function ensureDependencies() {
  const wanted = await lockedPackages(join(repositoryRoot, 'package-lock.json'));
  const present = await lockedPackages(join(repositoryRoot, 'node_modules', '.package-lock.json'));
  if (!wanted) throw new Stop('package-lock.json is missing or unreadable: this clone is not complete.');
  if (present && missingPackages(wanted, present).length === 0) return;

  say(`${present ? 'node_modules is older than package-lock.json' : 'node_modules is missing'}: npm ci`);
  const started = performance.now();
  const code = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: repositoryRoot,
  });
  if (code !== 0) throw new Stop('npm ci failed; its own message is above.');
  say(`Dependencies installed in ${since(started)}.`);
}

/** @param {string} file */
async function lockedPackages(file) {
  const lock = /** @type {{packages?: Record<string, LockedPackage>} | undefined} */ (await readJson(file));
  return lock?.packages;
}
