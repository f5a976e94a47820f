import { lstat, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { problem } from '../../shared/problem.ts';
import type { Platform } from '../browsers/browser.ts';
import { isObject } from '../browsers/engines/json-object.ts';
import { readPropertyList } from '../process/property-list.ts';
import { queryRegistry } from '../process/registry.ts';
import { parseRegistryValues } from '../process/registry-output.ts';
import { policyOf, settingsInKey } from './policy-values.ts';
import type { Policy } from './settings-service.ts';

const none: Policy = { defaults: {}, locks: {} };

/** Where an administrator's policy stands on Linux: `{"defaults": {...}, "locks": {...}}` with the names of settings. */
export const linuxPolicyPath = '/etc/tidegate/policy.json';

/**
 * On Windows, as browsers have it: a value for each setting that is locked; those in the key below it are defaults.
 * SECURITY: users can write neither, and nothing of a user's own hive counts.
 */
const windowsPolicyKeys = {
  locks: 'HKLM\\SOFTWARE\\Policies\\Tidegate',
  defaults: 'HKLM\\SOFTWARE\\Policies\\Tidegate\\Recommended',
} as const;

/** On macOS: what a configuration profile puts there for everybody, and for one user, which counts more. */
const macosPolicyPaths = (user: string): readonly string[] =>
  ['', `${user}/`].map((folder) => `/Library/Managed Preferences/${folder}app.tidegate.plist`);

/** Reads a policy file. Anything but a file that only its owner, root, can write to could be planted, and says nothing. */
export async function readPolicyFile(path: string, ownerUid = 0): Promise<Policy> {
  if (!(await isAdministrators(path, ownerUid))) return none;
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isObject(content) ? policyOf(content['locks'], content['defaults']) : unreadable(path);
  } catch {
    return unreadable(path);
  }
}

async function readRegistryPolicy(): Promise<Policy> {
  const { defaults, locks } = windowsPolicyKeys;
  const [locked, recommended, all] = await Promise.all(
    // The last is on every Windows: without it the other two say nothing by their absence.
    [locks, defaults, 'HKLM\\SOFTWARE\\Policies'].map((key) => queryRegistry(process.env, key)),
  );
  if (all === '') return unreadable(locks);
  return {
    defaults: settingsInKey(parseRegistryValues(recommended ?? '')),
    locks: settingsInKey(parseRegistryValues(locked ?? '')),
  };
}

async function readManagedPreferences(): Promise<Policy> {
  const policies = await Promise.all(macosPolicyPaths(userInfo().username).map(readPreferences));
  return Object.assign({}, ...policies.map(({ problem }) => (problem ? { problem } : {})), {
    defaults: Object.assign({}, ...policies.map(({ defaults }) => defaults)) as Policy['defaults'],
    locks: Object.assign({}, ...policies.map(({ locks }) => locks)) as Policy['locks'],
  }) as Policy;
}

async function readPreferences(path: string): Promise<Policy> {
  if (!(await isAdministrators(path, 0))) return none;
  const content = await readPropertyList(path);
  return isObject(content) ? policyOf(content, content['Recommended']) : unreadable(path);
}

/** SECURITY: what may forbid to keep sign-ins forbids it as long as nobody can say that it does not. */
function unreadable(place: string): Policy {
  return { defaults: {}, locks: { persistTokens: false }, problem: problem('policy-unreadable', { place }) };
}

/** SECURITY: a file, no link to one, that its owner alone can write to: anybody else could have planted it. */
async function isAdministrators(path: string, ownerUid: number): Promise<boolean> {
  const info = await lstat(path).catch(() => undefined);
  return info?.isFile() === true && info.uid === ownerUid && (info.mode & 0o022) === 0;
}

const readers: Readonly<Record<Platform, () => Promise<Policy>>> = {
  linux: () => readPolicyFile(linuxPolicyPath),
  win32: readRegistryPolicy,
  darwin: readManagedPreferences,
};

/** The administrator's policy of this system. */
export function readPolicy(platform: Platform): Promise<Policy> {
  return readers[platform]();
}
