import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { thirdPartyNotices } from './lib/notices.mjs';

// Called by electron-builder once a package's folder is complete and before it is signed. electron-builder has no key
// for "every fuse must be decided", so the fuses are set here.

/** @type {Readonly<Record<string, (product: string, executable: string) => string>>} */
const executables = {
  darwin: (product) => `${product}.app`,
  linux: (_, executable) => executable,
  mas: (product) => `${product}.app`,
  win32: (product) => `${product}.exe`,
};

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  if (isPartOfUniversal(appOutDir)) return;
  const { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } = await import('@electron/fuses');
  const name = executables[electronPlatformName];
  if (!name) throw new Error(`No executable is known for ${electronPlatformName}.`);
  const { executableName } = /** @type {import('app-builder-lib').LinuxPackager} */ (packager);
  const executable = join(appOutDir, name(packager.appInfo.productFilename, executableName));
  await removeDevelopmentFiles(appOutDir, electronPlatformName);
  // Beside those of Electron and Chromium, which electron-builder keeps.
  const isMac = electronPlatformName === 'darwin' || electronPlatformName === 'mas';
  const folder = isMac ? packager.getResourcesDir(appOutDir) : appOutDir;
  await copyFile(join(packager.projectDir, 'LICENSE'), join(folder, 'LICENSE.tidegate.txt'));
  await writeFile(
    join(folder, 'THIRD-PARTY-NOTICES.txt'),
    await thirdPartyNotices(join(packager.projectDir, 'out')),
  );

  // Electron 40 and newer have fuses that this @electron/fuses (the last for Node 20) has no name for. Those in the
  // list keep Electron's default on purpose; one that is not in the list stops the packaging until it is decided.
  /** @type {readonly number[]} */
  const known = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number');
  const wire = Object.keys(await getCurrentFuseWire(executable)).filter((key) => key !== 'version');
  const unnamed = wire.map(Number).filter((fuse) => !known.includes(fuse));
  const undecided = unnamed.filter((fuse) => !leftAtDefault.has(fuse));
  if (undecided.length > 0)
    throw new Error(`This Electron has fuses nobody decided about: ${undecided.join(', ')}.`);

  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: unnamed.length === 0,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    // SECURITY: the shipped executable runs this application and nothing else.
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  });
}

/**
 * Whether the folder holds the application for one processor, to be merged with that for the other; the whole comes afterwards.
 * Signing a part leaves a seal in it that differs from the other part's, and parts that differ are not merged.
 * @param {string} folder
 */
function isPartOfUniversal(folder) {
  return /-(x64|arm64)-temp$/.test(folder);
}

/** 8: WasmTrapHandlers, how WebAssembly checks its memory bounds; no WebAssembly is used. */
const leftAtDefault = new Set([8]);

/**
 * electron-builder copies a runtime's folder whole when it is given one: without these the package starts nothing but
 * this application and does not call itself a development runtime.
 * @param {string} folder @param {string} platform
 */
async function removeDevelopmentFiles(folder, platform) {
  if (platform === 'darwin' || platform === 'mas') return;
  for (const file of ['version', join('resources', 'default_app.asar')])
    await rm(join(folder, file), { force: true });
}
