import type { Platform } from '#shared/platform.ts';
import type { NoUpdates } from '#shared/status/updates.ts';

/** What the user installs the next version with. `zypper`: an rpm on SUSE, whose tool has another name. */
export type PackageManager = 'deb' | 'rpm' | 'zypper' | 'appimage';

/** How this Tidegate came onto the computer, and what that means for updates. */
export type Installation =
  /** An installer of ours can put the next version in its place. */
  | { readonly kind: 'installer' }
  /** The user installs the next version with a command of the system's. */
  | { readonly kind: 'package'; readonly manager: PackageManager }
  | { readonly kind: 'none'; readonly why: NoUpdates };

export interface InstallationFacts {
  readonly platform: Platform;
  readonly packaged: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file of the AppImage that this was started from; `env` does not have it any more. */
  readonly appImage: string | undefined;
  /** Content of `resources/package-type`, which the Linux packager writes; nothing when there is none. */
  readonly packageType: string | undefined;
  /** Content of `/etc/os-release`, by which a Linux says what it is (os-release(5)); nothing when there is none. */
  readonly osRelease: string | undefined;
  /** `resources/app-update.yml`, which the packager writes when there is a feed. */
  readonly hasFeed: boolean;
  /** The uninstaller of the installer for one user lies beside the executable. */
  readonly hasUninstaller: boolean;
}

/** SECURITY: an installation that an administrator made for everybody is never replaced by one that a user may write to. */
export function installationOf(facts: InstallationFacts): Installation {
  const { appImage, env, hasFeed, hasUninstaller, osRelease = '', packageType, packaged, platform } = facts;
  if (!packaged) return { kind: 'none', why: 'unpacked' };
  if (!hasFeed) return { kind: 'none', why: 'no-feed' };
  if (platform === 'darwin') return { kind: 'installer' };
  if (platform === 'win32') {
    if (env['PORTABLE_EXECUTABLE_FILE'] !== undefined) return { kind: 'none', why: 'portable' };
    return hasUninstaller ? { kind: 'installer' } : { kind: 'none', why: 'managed' };
  }
  const type = packageType?.trim();
  if (type === 'rpm' && isSuse(osRelease)) return { kind: 'package', manager: 'zypper' };
  if (type === 'deb' || type === 'rpm') return { kind: 'package', manager: type };
  return appImage === undefined
    ? { kind: 'none', why: 'unpacked' }
    : { kind: 'package', manager: 'appimage' };
}

/** Whether the system, or one that it is like, is a SUSE: `ID=sles`, `ID="opensuse-leap"`, `ID_LIKE="suse opensuse"`. */
function isSuse(osRelease: string): boolean {
  const names = [...osRelease.matchAll(/^ID(?:_LIKE)?=["']?([^"'\r\n]*)/gm)].flatMap(([, words = '']) =>
    words.split(' '),
  );
  return names.some((name) => /^(?:open)?suse\b|^sle[sd]?\b/.test(name));
}

/** Which file of a release is for this computer, and what to type once it is downloaded. `arch`: Node's name. */
export function linuxUpdate(
  manager: PackageManager,
  version: string,
  arch: string,
): { readonly file: string; readonly command: string } {
  const arm = arch === 'arm64';
  if (manager === 'deb') {
    const file = `tidegate_${version}_${arm ? 'arm64' : 'amd64'}.deb`;
    return { file, command: `sudo apt install ./${file}` };
  }
  if (manager === 'rpm' || manager === 'zypper') {
    const file = `tidegate-${version}.${arm ? 'aarch64' : 'x86_64'}.rpm`;
    return { file, command: `sudo ${manager === 'rpm' ? 'dnf' : 'zypper'} install ./${file}` };
  }
  const file = `tidegate-${version}-linux-${arm ? 'arm64' : 'x86_64'}.AppImage`;
  return { file, command: `chmod +x ${file} && ./${file}` };
}
