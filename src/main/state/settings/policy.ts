import { constants, type Stats } from 'node:fs';
import { lstat, open } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import { policyPlaces } from '#shared/settings/policy-place.ts';
import { isObject } from '#shared/text/json-object.ts';
import { readPropertyList } from '../../system/process/property-list.ts';
import { systemRegistry, type Registry } from '../../system/process/registry.ts';
import { entriesOf } from '../../system/process/registry-export.ts';
import { isMissing } from '../../system/storage/is-missing.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { closedPolicy, noPolicy, policyInKeys, policyOf } from './policy-values.ts';
import type { Policy } from './settings-service.ts';

/** Where an administrator's policy stands on Linux: `{"defaults": {...}, "locks": {...}}` with the names of settings. */
const linuxPolicyPath = policyPlaces.linux;

/**
 * On Windows, as browsers have it: a value for each setting that is locked; those in the key below it are defaults.
 * SECURITY: users can write neither, and nothing of a user's own hive counts.
 */
const windowsPolicyKeys = {
  above: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies',
  locks: policyPlaces.win32,
  defaults: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Tidegate\\Recommended',
} as const;

/** On macOS: what a configuration profile puts there for everybody, and for one user, which counts more. */
const macosPolicyPaths = (user: string): readonly string[] =>
  ['', `${user}/`].map((folder) => `/Library/Managed Preferences/${folder}${policyPlaces.darwin}.plist`);

/**
 * Reads a policy file. SECURITY: only one that is not there says nothing. Any other that nobody can read, or that somebody
 * but its owner, root, could have planted, emptied or taken away, closes what a policy could close, and is told.
 */
export async function readPolicyFile(path: string, ownerUid = 0): Promise<Policy> {
  return readFileOf(path, ownerUid, (text) => {
    const content: unknown = JSON.parse(text);
    if (!isObject(content)) return closedPolicy(path, 'policyReason.malformed');
    const { defaults, locks, ...more } = content;
    const { problems, ...policy } = policyOf(path, locks, defaults);
    // A part that is misspelt could have been the locks.
    const others = policyOf(path, more);
    return {
      ...policy,
      locks: { ...others.locks, ...policy.locks },
      problems: [...problems, ...others.problems],
    };
  });
}

async function readFileOf(path: string, ownerUid: number, read: (text: string) => Policy): Promise<Policy> {
  try {
    const folder = whyNotTrusted(await lstat(dirname(path)), 'isDirectory', ownerUid);
    if (folder !== undefined) return closedPolicy(dirname(path), folder);
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const reason = whyNotTrusted(await file.stat(), 'isFile', ownerUid);
      return reason === undefined ? read(await file.readFile('utf8')) : closedPolicy(path, reason);
    } finally {
      await file.close();
    }
  } catch (error) {
    return isMissing(error) ? noPolicy : closedPolicy(path, whyUnread(error));
  }
}

function whyUnread(error: unknown): string {
  return error instanceof SyntaxError ? 'policyReason.malformed' : reasonOf(error);
}

/** SECURITY: what is no link, and what its owner alone can change; else the reason, a key of the catalogue. */
function whyNotTrusted(info: Stats, kind: 'isFile' | 'isDirectory', ownerUid: number): string | undefined {
  if (!info[kind]()) return 'policyReason.kind';
  if (info.uid !== ownerUid) return 'policyReason.owner';
  return (info.mode & 0o022) === 0 ? undefined : 'policyReason.writable';
}

/**
 * SECURITY: a key that its parent lists and that cannot be read counts as a policy; so does a parent that cannot be
 * read, because it could hide one.
 */
export async function readRegistryPolicy({ keysIn, read }: Registry): Promise<Policy> {
  const { above, defaults, locks } = windowsPolicyKeys;
  const unread = 'policyReason.unread';
  const all = await keysIn(above);
  // Every Windows has the parent key: one that cannot be read hides something.
  if (all === undefined) return closedPolicy(above, unread);
  if (!names(all, locks)) return noPolicy;
  const [below, keys = []] = await Promise.all([keysIn(locks), read(locks)]);
  const locked = entriesOf(keys, locks);
  if (below === undefined || locked === undefined) return closedPolicy(locks, unread);
  const recommended = names(below, defaults) ? entriesOf(keys, defaults) : [];
  const policy = policyInKeys(locks, locked, recommended ?? []);
  if (recommended !== undefined) return policy;
  const { problems } = closedPolicy(defaults, unread);
  return { ...policy, problems: [...policy.problems, ...problems] };
}

function names(keys: readonly string[], key: string): boolean {
  return keys.some((each) => each.trim().toLowerCase() === key.toLowerCase());
}

async function readManagedPreferences(): Promise<Policy> {
  const policies = await Promise.all(
    macosPolicyPaths(userInfo().username).map((path) => readPreferences(path, 0, readPropertyList)),
  );
  return {
    defaults: Object.assign({}, ...policies.map(({ defaults }) => defaults)) as Policy['defaults'],
    locks: Object.assign({}, ...policies.map(({ locks }) => locks)) as Policy['locks'],
    problems: policies.flatMap(({ problems }) => problems),
  };
}

/** `readList`: a property list as plain data; nothing when it cannot be read. */
export async function readPreferences(
  path: string,
  ownerUid: number,
  readList: (path: string) => Promise<unknown>,
): Promise<Policy> {
  const found = await readFileOf(path, ownerUid, () => noPolicy);
  if (found.problems.length > 0) return found;
  const content = await readList(path);
  if (!isObject(content))
    return (await isThere(path)) ? closedPolicy(path, 'policyReason.malformed') : noPolicy;
  const { Recommended: recommended, ...locks } = content;
  // A configuration profile describes itself among its settings.
  const own = Object.entries(locks).filter(([name]) => !/^Payload[A-Z]/.test(name));
  return policyOf(path, Object.fromEntries(own), recommended);
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => !isMissing(error),
  );
}

const readers: Readonly<Record<Platform, () => Promise<Policy>>> = {
  linux: () => readPolicyFile(linuxPolicyPath),
  win32: () => readRegistryPolicy(systemRegistry(process.env)),
  darwin: readManagedPreferences,
};

/** The administrator's policy of this system. */
export function readPolicy(platform: Platform): Promise<Policy> {
  return readers[platform]();
}
