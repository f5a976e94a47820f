import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { isObject } from '#shared/text/json-object.ts';
import type { RegistryEntry } from '../../system/process/registry-export.ts';
import { salvageSettings, settingNames } from './setting-schemas.ts';
import type { Policy } from './settings-service.ts';

/**
 * SECURITY: the settings that hold while a policy is there and cannot be read. Nothing secret is kept, no program or
 * argument of the user's own is started, nobody is signed in unasked, neither customers nor pages come from outside
 * Microsoft, and no newer version is fetched. How customers are kept apart is not here: a customer's own level
 * stands above any setting.
 */
export const closedSettings = {
  persistTokens: false,
  customAllowed: false,
  browserPath: null,
  browserArguments: [],
  windowsSso: false,
  lookUpNames: false,
  incidents: false,
  sharedList: null,
  portalHosts: [],
  ownPortals: [],
  updates: false,
} as const satisfies Partial<Settings>;

export const noPolicy: Policy = { defaults: {}, locks: {}, problems: [] };

/** A policy that is there, and cannot be read or does not count. `reason`: the system's words, or a key of the catalogue. */
export function closedPolicy(place: string, reason: string): Policy {
  return { defaults: {}, locks: closedSettings, problems: [problem('policy-unreadable', { place, reason })] };
}

/**
 * The policy of what was written in a file: settings by their names. Names that are no setting and values that a setting cannot have are told one by one.
 */
export function policyOf(place: string, locks: unknown = {}, defaults: unknown = {}): Policy {
  if (!isObject(locks) || !isObject(defaults)) return closedPolicy(place, 'policyReason.malformed');
  const written = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values).map(([name, value]) => ({ name, readings: [value] }));
  return assemble(judge(place, written(locks), isSame), judge(place, written(defaults), isSame));
}

/** As `policyOf`, of keys of the registry: names in any case, and values as `readingsOf` has them. */
export function policyInKeys(
  place: string,
  locks: readonly RegistryEntry[],
  defaults: readonly RegistryEntry[],
): Policy {
  const written = (entries: readonly RegistryEntry[]) =>
    entries
      // A key's own value names no setting.
      .filter(({ name }) => name !== '')
      .map((entry) => ({ name: entry.name, readings: readingsOf(entry) }));
  const isSameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  return assemble(judge(place, written(locks), isSameName), judge(place, written(defaults), isSameName));
}

interface Judged {
  readonly values: Partial<Settings>;
  /** Settings that were given a value that they cannot have. */
  readonly refused: readonly (keyof Settings)[];
  readonly hasUnknown: boolean;
  readonly problems: readonly Problem[];
}

interface Written {
  readonly name: string;
  /** What the value may mean; the first that the setting can have counts. */
  readonly readings: readonly unknown[];
}

function judge(
  place: string,
  written: readonly Written[],
  isSameName: (one: string, other: string) => boolean,
): Judged {
  const values: Record<string, unknown> = {};
  const refused: (keyof Settings)[] = [];
  const problems: Problem[] = [];
  let hasUnknown = false;
  for (const { name, readings } of written) {
    const setting = settingNames.find((each) => isSameName(each, name));
    if (setting === undefined) {
      hasUnknown = true;
      problems.push(problem('policy-name-unknown', { place, setting: name.slice(0, 80) }));
      continue;
    }
    const fits = readings.find((value) => Object.hasOwn(salvageSettings({ [setting]: value }), setting));
    if (fits !== undefined) {
      values[setting] = fits;
      continue;
    }
    refused.push(setting);
    const value = JSON.stringify(readings.at(-1) ?? null).slice(0, 80);
    problems.push(problem('policy-value-refused', { place, setting, value }));
  }
  return { values: salvageSettings(values), refused, hasUnknown, problems };
}

/** SECURITY: a lock that is misspelt could have been any; one whose value is none closes what it was meant to lock. */
function assemble(locks: Judged, defaults: Judged): Policy {
  const closed: Record<string, unknown> = {};
  for (const name of locks.refused) {
    if (Object.hasOwn(closedSettings, name)) closed[name] = Reflect.get(closedSettings, name);
  }
  return {
    defaults: defaults.values,
    locks: { ...(locks.hasUnknown ? closedSettings : closed), ...locks.values },
    problems: [...locks.problems, ...defaults.problems],
  };
}

const isSame = (one: string, other: string): boolean => one === other;

/**
 * What a value of the registry may mean, which knows texts and numbers only: yes and no are 1 and 0, and what is neither
 * text nor number (a list, nothing) is written as JSON. Nothing is meant by types that no setting is written in.
 */
function readingsOf({ data, type }: RegistryEntry): readonly unknown[] {
  if (type === 'REG_DWORD') {
    const number = Number(data);
    return number === 0 || number === 1 ? [number, number === 1] : [number];
  }
  if (type !== 'REG_SZ' && type !== 'REG_EXPAND_SZ') return [];
  try {
    return [JSON.parse(data), data];
  } catch {
    return [data];
  }
}
