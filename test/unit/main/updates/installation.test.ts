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
  osRelease: undefined,
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
  // What each says of itself: os-release of Fedora 41, AlmaLinux 9, openSUSE Leap 15 and Tumbleweed, SLES 15, GeckoLinux.
  [
    { packageType: 'rpm', osRelease: 'NAME="Fedora Linux"\nID=fedora\n' },
    { kind: 'package', manager: 'rpm' },
  ],
  [
    { packageType: 'rpm', osRelease: 'ID="almalinux"\nID_LIKE="rhel centos fedora"\n' },
    { kind: 'package', manager: 'rpm' },
  ],
  [
    { packageType: 'rpm', osRelease: 'NAME="openSUSE Leap"\nID="opensuse-leap"\nID_LIKE="suse opensuse"\n' },
    { kind: 'package', manager: 'zypper' },
  ],
  [
    { packageType: 'rpm\n', osRelease: "ID='opensuse-tumbleweed'\n" },
    { kind: 'package', manager: 'zypper' },
  ],
  [
    { packageType: 'rpm', osRelease: 'VERSION="15-SP6"\nID=sles\n' },
    { kind: 'package', manager: 'zypper' },
  ],
  [
    { packageType: 'rpm', osRelease: 'ID=gecko\nID_LIKE="suse"\n' },
    { kind: 'package', manager: 'zypper' },
  ],
  // What is only called so is none; and a deb is installed by apt wherever it came from.
  [
    { packageType: 'rpm', osRelease: 'PRETTY_NAME="not suse"\nID=sleeper\nBUILD_ID=suse\n' },
    { kind: 'package', manager: 'rpm' },
  ],
  [
    { packageType: 'deb', osRelease: 'ID=debian\nID_LIKE=suse\n' },
    { kind: 'package', manager: 'deb' },
  ],
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
  expect(linuxUpdate('zypper', '1.2.3', 'arm64')).toEqual({
    file: 'tidegate-1.2.3.aarch64.rpm',
    command: 'sudo zypper install ./tidegate-1.2.3.aarch64.rpm',
  });
  expect(linuxUpdate('rpm', '1.2.3', 'arm64').command).toBe('sudo dnf install ./tidegate-1.2.3.aarch64.rpm');
  expect(linuxUpdate('appimage', '1.2.3', 'x64').file).toBe('tidegate-1.2.3-linux-x86_64.AppImage');
});
