import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  installationOf,
  linuxUpdate,
  type InstallationFacts,
} from '../../../../src/main/updates/installation.ts';

const facts: InstallationFacts = {
  platform: 'linux',
  packaged: true,
  env: {},
  appImage: undefined,
  packageType: undefined,
  hasFeed: true,
  hasUninstaller: false,
};

it.for([
  [{ packaged: false }, { kind: 'none', why: 'unpacked' }],
  [
    { hasFeed: false, platform: 'win32', hasUninstaller: true },
    { kind: 'none', why: 'no-feed' },
  ],
  [{ platform: 'win32', hasUninstaller: true }, { kind: 'installer' }],
  // The MSI: everybody's, and its folder holds no uninstaller.
  [{ platform: 'win32' }, { kind: 'none', why: 'managed' }],
  [
    { platform: 'win32', hasUninstaller: true, env: { PORTABLE_EXECUTABLE_FILE: 'E:\\Tidegate.exe' } },
    { kind: 'none', why: 'portable' },
  ],
  [{ platform: 'darwin' }, { kind: 'installer' }],
  [{ packageType: 'deb\n' }, { kind: 'package', manager: 'deb' }],
  [{ packageType: 'rpm' }, { kind: 'package', manager: 'rpm' }],
  [{ appImage: '/home/a/Tidegate.AppImage' }, { kind: 'package', manager: 'appimage' }],
  // That of another program, which started this one.
  [{ env: { APPIMAGE: '/home/a/Terminal.AppImage' } }, { kind: 'none', why: 'unpacked' }],
  [{}, { kind: 'none', why: 'unpacked' }],
  [{ packageType: 'something' }, { kind: 'none', why: 'unpacked' }],
] as const)('%j is %j', ([part, installation]) => {
  expect(installationOf({ ...facts, ...part })).toEqual(installation);
});

it('names the files as the packager does', () => {
  const builder = readFileSync('electron-builder.yml', 'utf8');
  expect(builder).toContain('artifactName: ${name}_${version}_${arch}.${ext}');
  expect(builder).toContain('artifactName: ${name}-${version}.${arch}.${ext}');
  expect(builder).toContain('artifactName: ${name}-${version}-${os}-${arch}.${ext}');
  expect(linuxUpdate('deb', '1.2.3', 'arm64').file).toBe('tidegate_1.2.3_arm64.deb');
  expect(linuxUpdate('rpm', '1.2.3', 'x64').file).toBe('tidegate-1.2.3.x86_64.rpm');
  expect(linuxUpdate('appimage', '1.2.3', 'x64').file).toBe('tidegate-1.2.3-linux-x86_64.AppImage');
});
