import { chown, mkdir } from 'node:fs/promises';
import { Stop, say } from './log.mjs';
import { capture } from './run.mjs';

// Chromium's sandbox does not work for root, and Tidegate never switches it off. So what starts Electron or a browser
// runs as this user when the tools themselves run as root (containers, CI).
const name = 'tidegate-runner';
export const userFolder = `/var/lib/${name}`;

/** @typedef {{uid: number, gid: number}} OrdinaryUser */

/** Creates the user, or finds the one an earlier run created. Root only. @returns {Promise<OrdinaryUser>} */
export async function ordinaryUser() {
  const user = (await lookUp()) ?? (await create());
  await mkdir(userFolder, { recursive: true, mode: 0o755 });
  await chown(userFolder, user.uid, user.gid);
  return user;
}

/** @returns {Promise<OrdinaryUser | undefined>} */
async function lookUp() {
  const [uid, gid] = await Promise.all([capture('id', ['-u', name]), capture('id', ['-g', name])]);
  return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

async function create() {
  say(`Creating the user ${name}: Electron and browsers do not run as root with their sandbox on.`);
  const { stderr } = await capture('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    ...['--home-dir', userFolder, '--shell', '/usr/sbin/nologin', name],
  ]);
  // Asked again whatever useradd said: a run beside this one may have been quicker.
  const user = await lookUp();
  if (!user) throw new Stop(`Cannot create the user ${name}: ${stderr.trim()}`);
  return user;
}

/**
 * The command that runs another as that user, with nothing of root's left.
 * @param {OrdinaryUser} user
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function asUser({ uid, gid }, command, args) {
  return ['setpriv', [`--reuid=${uid}`, `--regid=${gid}`, '--init-groups', '--', command, ...args]];
}

/**
 * Chromium's sandbox stands on user namespaces. Where they are forbidden this stops with how to permit them.
 * @param {(command: string, args: readonly string[]) => [string, string[]]} as
 */
export async function ensureUserNamespaces(as) {
  if (process.platform !== 'linux') return;
  const [command, args] = as('unshare', ['--user', '--map-root-user', 'true']);
  const { code, stderr } = await capture(command, args);
  if (code === 0) return;
  throw new Stop(
    `This system forbids user namespaces (${stderr.trim()}), so Chromium's sandbox cannot start, and Tidegate does not\n` +
      'run without it. Permit them, depending on the system:\n' +
      '  Ubuntu 23.10 and newer:  sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0\n' +
      '  Debian 10 and older:     sudo sysctl kernel.unprivileged_userns_clone=1\n' +
      '  any:                     sudo sysctl user.max_user_namespaces=15000\n' +
      '  Docker, Podman:          docker run --security-opt seccomp=unconfined ... (or a profile that permits them)',
  );
}
