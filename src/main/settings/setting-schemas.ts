import { z } from 'zod';
import { parseAuthority } from '../../shared/authority.ts';
import { cloudIds } from '../../shared/cloud.ts';
import { accountSourceIds } from '../../shared/customer.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import { isListPlace } from '../directory/shared-list/read-place.ts';
import { portalSettingSchemas } from './portal-setting-schemas.ts';

/** What each setting may hold, wherever it comes from: the user's file, a policy, a window. */
const settingSchemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  language: z.enum(['system', 'en', 'fr']),
  hotkey: z.string().min(1).max(80).nullable(),
  clientId: z.guid().nullable(),
  authority: z.string().refine((text) => parseAuthority(text).ok),
  cloud: z.enum(cloudIds),
  sources: z.array(z.enum(accountSourceIds)),
  lookUpNames: z.boolean(),
  // A week at most: a timer that is set for longer is a mistake.
  syncMinutes: z.int().min(0).max(10_080),
  sharedList: z.string().max(2_000).refine(isListPlace).nullable(),
  browser: z.string().min(1).max(80).nullable(),
  persistTokens: z.boolean(),
  keepQuery: z.boolean(),
  setUp: z.boolean(),
  ...portalSettingSchemas,
};

export const settingNames = Object.keys(settingSchemas) as readonly (keyof Settings)[];

/** The valid ones of the values given; a bad or unknown value is left out and does no harm to the others. */
export function salvageSettings(values: unknown): Partial<Settings> {
  if (typeof values !== 'object' || values === null) return {};
  const entries = settingNames.flatMap((name) => {
    if (!Object.hasOwn(values, name)) return [];
    const parsed = settingSchemas[name].safeParse((values as Record<string, unknown>)[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** A change the user asked for, or what is wrong with its first bad value. */
export function checkSettings(change: Readonly<Record<string, unknown>>): Result<Partial<Settings>, Problem> {
  const values = salvageSettings(change);
  const bad = settingNames.find((name) => change[name] !== undefined && !Object.hasOwn(values, name));
  return bad === undefined ? ok(values) : err(badValue(bad, change[bad]));
}

function badValue(name: keyof Settings, value: unknown): Problem {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
  switch (name) {
    case 'clientId':
      return problem('client-id-invalid', { text });
    case 'authority':
      return problem('authority-invalid', { text });
    case 'hotkey':
      return problem('hotkey-invalid', { hotkey: text });
    case 'sharedList':
      return problem('shared-list-invalid', { text });
    case 'language':
    case 'cloud':
    case 'sources':
    case 'lookUpNames':
    case 'syncMinutes':
    case 'browser':
    case 'persistTokens':
    case 'keepQuery':
    case 'setUp':
    case 'inferredPortals':
    case 'hiddenPortals':
    case 'portalOrder':
    case 'ownPortals':
    case 'portalHosts':
      return problem('command-refused', { command: `${name} = ${text}` });
  }
}
