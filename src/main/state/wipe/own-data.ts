import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { pathsIn } from '../paths.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { reasonOf } from '../../system/storage/reason.ts';

/** The file that marks the data folder for removal; see Wipe. */
export const markerName = 'remove-everything';
/** The lock that keeps a second Tidegate from starting (process_singleton of Chromium); the running one holds it. */
const lock = /^(Singleton\w+|lockfile)$/;
/** Settings, browsers' profiles, the command line's channel, and what Electron writes beside its own folder. */
const others = [
  'settings.json',
  'browsers',
  'sealed',
  'channel',
  'Crashpad',
  'Local State',
  'DevToolsActivePort',
];

/**
 * Whether a name is ours: as it stands, with the ending of a file that is being written (replace-file, atomically),
 * or set aside (set-aside).
 */
function isOurName(name: string, root: string): boolean {
  const paths = Object.values<string>({ ...pathsIn(root) }).filter((path) => path !== root);
  const names = [...paths.map((path) => basename(path)), ...others];
  return names.some((own) => {
    if (name === own) return true;
    return (
      name.startsWith(own) && /^\.(tmp(-\d{10}[a-f0-9]{6})?|unreadable-[\w.-]+)$/.test(name.slice(own.length))
    );
  });
}

/** What of ours lies in a data folder. The file that tells that it is ours is not among it: that goes last. */
export function ownNamesIn(root: string): readonly string[] {
  const proof = basename(pathsIn(root).installation);
  return readdirSync(root).filter((name) => name !== proof && isOurName(name, root));
}

/** Whether there is nothing in a data folder, or no such folder. */
export function isEmptyData(root: string): boolean {
  try {
    return readdirSync(resolve(root)).every((name) => lock.test(name));
  } catch (error) {
    return isMissing(error);
  }
}

/**
 * Why a folder cannot be emptied as Tidegate's data; nothing when it can. SECURITY: only a real folder, of this user's, in
 * which Tidegate has left the file of its installation: whatever else it was pointed at is somebody's own.
 */
export function whyNotOurs(root: string): Problem | undefined {
  // Without the slash behind it that would have a link followed.
  const folder = resolve(root);
  const refused = (reason: string) => problem('not-our-data', { folder, reason });
  try {
    const found = lstatSync(folder);
    if (found.isSymbolicLink()) return refused('wipeReason.link');
    if (!found.isDirectory() || !isOwn(found.uid)) return refused('wipeReason.stranger');
    const proof = lstatSync(pathsIn(folder).installation);
    if (!proof.isFile() || !isOwn(proof.uid)) return refused('wipeReason.stranger');
    return isInstallation(readFileSync(join(folder, basename(pathsIn(folder).installation)), 'utf8'))
      ? undefined
      : refused('wipeReason.stranger');
  } catch (error) {
    return refused(isMissing(error) ? 'wipeReason.stranger' : reasonOf(error));
  }
}

function isOwn(uid: number): boolean {
  return uid === (process.getuid?.() ?? uid);
}

/** As `readSalt` writes it, of whatever version. */
function isInstallation(text: string): boolean {
  try {
    const { data, version } = JSON.parse(text) as { readonly data?: unknown; readonly version?: unknown };
    return Number.isSafeInteger(version) && typeof data === 'string' && /^[0-9a-f]{64}$/.test(data);
  } catch {
    return false;
  }
}
