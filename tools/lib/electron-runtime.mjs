import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Stop, say } from './log.mjs';
import { downloadOwnElectron, installedOwnElectron, ownElectronVersion } from './own-electron.mjs';
import { prepareRegistryElectron, registryElectronFits } from './registry-electron.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder the folder of an unpacked Electron (what ELECTRON_OVERRIDE_DIST_PATH means)
 * @property {string} executable absolute path
 * @property {string} version such as "45.4.1"
 */

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const executables = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * The Electron that the scripts run and package with. In order: the folder in ELECTRON_OVERRIDE_DIST_PATH; the
 * binary of the electron package, downloaded when it is not there yet; on Linux x64 the one that the package
 * registry carries.
 * @param {{signIn: boolean}} purpose `signIn`: somebody will type a real password into a browser it opens, and real
 *   tokens will be kept, so a runtime older than the project's own is refused.
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime({ signIn }) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return accept(await describe(resolve(override)), signIn);

  const installed = await installedOwnElectron();
  if (installed) return describe(installed);

  const download = await downloadOwnElectron();
  if (download.ok) return describe(download.folder);
  if (signIn || !registryElectronFits()) throw new Stop(whatToDo(download.reason, signIn));
  say(download.reason);
  const runtime = await describe(await prepareRegistryElectron());
  say(`Using Electron ${runtime.version} from the package registry: old, for trying and testing only.`);
  return runtime;
}

/** @param {string} folder @returns {Promise<Runtime>} */
async function describe(folder) {
  const executable = join(folder, executables[process.platform] ?? 'electron');
  if (!existsSync(executable))
    throw new Stop(`There is no Electron in ${folder}: ${executable} does not exist.`);
  const version = await readFile(join(folder, 'version'), 'utf8').catch(() => 'unknown');
  return { folder, executable, version: version.trim().replace(/^v/, '') };
}

/** @param {Runtime} runtime @param {boolean} signIn */
async function accept(runtime, signIn) {
  const own = await ownElectronVersion();
  if (!signIn || major(runtime.version) >= major(own)) return runtime;
  throw new Stop(
    `ELECTRON_OVERRIDE_DIST_PATH holds Electron ${runtime.version}; this project ships on ${own}.\n` +
      `A real sign-in does not belong in a runtime whose Chromium gets no security fixes any more. ${elsewhere}`,
  );
}

/** @param {string} version a version that cannot be read counts as too old */
function major(version) {
  return Number.parseInt(version, 10) || 0;
}

const elsewhere =
  'Unpack an Electron release and name its folder in ELECTRON_OVERRIDE_DIST_PATH, or name a mirror that this\n' +
  'machine can reach in ELECTRON_MIRROR (it replaces https://github.com/electron/electron/releases/download/).\n' +
  'Behind a proxy: HTTPS_PROXY together with ELECTRON_GET_USE_PROXY=1.';

/** @param {string} reason @param {boolean} signIn */
function whatToDo(reason, signIn) {
  if (signIn && registryElectronFits()) {
    return (
      `${reason}\nThe package registry has an old Electron for trying and testing (npm run demo, npm test), but its\n` +
      'Chromium gets no security fixes any more: a real sign-in does not belong there, so npm start refuses it.\n' +
      elsewhere
    );
  }
  return `${reason}\nThe package registry has no Electron for ${process.platform} ${process.arch} either. ${elsewhere}`;
}
