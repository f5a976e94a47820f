import { languages } from '#shared/locales/language.ts';
import { z } from 'zod';
import { parseAuthority } from '#shared/settings/authority.ts';
import { cloudIds } from '#shared/settings/cloud.ts';
import { accountSourceIds } from '#shared/customer/customer.ts';
import { longestTemplate } from '#shared/commands/copied-text.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';
import { listEncodings } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { journalDayLimits, rowSizes, themes, type Settings } from '#shared/settings/settings.ts';
import { isListPlace } from '../../customers/shared-list/read-place.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';
import { whyNoHunts } from '../hunts/hunt-schema.ts';
import { portalSettingSchemas } from './portal-setting-schemas.ts';
import {
  argumentRefused,
  checkArguments,
  mostArguments,
  refusedArguments,
} from '../../browsers/launch/extra-arguments.ts';
import { isInterpreter } from '../../browsers/launch/interpreters.ts';
import { parseCommand } from '../../browsers/launch/custom-command.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';

const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const short = z.string().min(1).max(80);
/** On one line, absolute on this system or another: whether it can be used here is the launch plan's to say. */
const absolutePath = z
  .string()
  .max(1_000)
  .regex(/^(\/|[A-Za-z]:\\)\P{Cc}*$/u);

/** What each setting may hold, wherever it comes from: the user's file, a policy, a window. */
export const settingSchemas: { readonly [K in keyof Settings]: z.ZodType<Settings[K]> } = {
  language: z.enum(['system', ...languages]),
  hotkey: z.string().min(1).max(80).nullable(),
  clipboardHotkey: z.string().min(1).max(80).nullable(),
  clientId: z.guid().nullable(),
  authority: z.string().refine((text) => parseAuthority(text).ok),
  cloud: z.enum(cloudIds),
  sources: z.array(z.enum(accountSourceIds)),
  lookUpNames: z.boolean(),
  incidents: z.boolean(),
  // No tenant is asked more often than every ten minutes: see incidents/plan-round.
  incidentMinutes: z.int().min(10).max(1_440),
  incidentNotices: z.boolean(),
  quietHours: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable(),
  // A week at most: a timer that is set for longer is a mistake.
  syncMinutes: z.int().min(0).max(10_080),
  ownTenant: tenantIdSchema.nullable(),
  sharedList: z
    .string()
    .max(2_000)
    .refine((text) => isListPlace(text))
    .nullable(),
  huntList: z
    .string()
    .max(2_000)
    .refine((text) => isListPlace(text))
    .nullable(),
  sharedListEncoding: z.enum(listEncodings).nullable(),
  browser: short.nullable(),
  isolation: z.enum(isolationLevels),
  tagRules: z
    .array(
      z.strictObject({
        tag: short,
        isolation: z.enum(isolationLevels).exactOptional(),
        browser: short.exactOptional(),
      }),
    )
    .max(100),
  browserPath: absolutePath.refine((path) => !isInterpreter(path, thisPlatform)).nullable(),
  browserArguments: z
    .array(z.string())
    .max(mostArguments)
    .refine((args) => checkArguments(args).ok),
  ownProfile: z.string().min(1).max(200).nullable(),
  customCommand: z
    .string()
    .max(2_000)
    .refine((text) => parseCommand(text, thisPlatform).ok)
    .nullable(),
  customAllowed: z.boolean(),
  windowsSso: z.boolean(),
  persistTokens: z.boolean(),
  keepQuery: z.boolean(),
  hideAfterCopy: z.boolean(),
  theme: z.enum(themes),
  rowSize: z.enum(rowSizes),
  repeatDestination: z.boolean(),
  ticketTemplate: z.string().min(1).max(longestTemplate).nullable(),
  notifySignIn: z.boolean(),
  notifyAccess: z.boolean(),
  notifyCustomers: z.boolean(),
  notifyHotkey: z.boolean(),
  journal: z.boolean(),
  journalDays: z.int().min(journalDayLimits.fewest).max(journalDayLimits.most),
  startAtLogin: z.boolean(),
  updates: z.boolean(),
  setUp: z.boolean(),
  ...portalSettingSchemas,
};

export const settingNames = Object.keys(settingSchemas) as readonly (keyof Settings)[];

/** The valid ones of the values given; a bad or unknown value is left out and does no harm to the others. */
export function salvageSettings(values: unknown): Partial<Settings> {
  if (typeof values !== 'object' || values === null) return {};
  const entries = settingNames.flatMap((name) => {
    if (!Object.hasOwn(values, name)) return [];
    const value = (values as Record<string, unknown>)[name];
    const parsed = settingSchemas[name].safeParse(name === 'browserArguments' ? permittedOf(value) : value);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return Object.fromEntries(entries);
}

/**
 * What the values name that may not be started or given to a browser, and is left out: each argument, the command and the
 * browser's path. Earlier versions allowed more, and what no longer works is told.
 */
export function refusedIn(values: unknown): readonly Problem[] {
  const { browserArguments, browserPath, customCommand } = Object(values) as Record<string, unknown>;
  const args = isTexts(browserArguments) ? refusedArguments(browserArguments).map(argumentRefused) : [];
  const named = { browserPath, customCommand };
  return [
    ...args,
    ...settingNames.flatMap((name) => {
      const value = (named as Partial<Record<keyof Settings, unknown>>)[name];
      return typeof value === 'string' && !settingSchemas[name].safeParse(value).success
        ? [badValue(name, value)]
        : [];
    }),
  ];
}

/** One argument that is refused takes none of the others with it. */
function permittedOf(value: unknown): unknown {
  if (!isTexts(value)) return value;
  const refused = refusedArguments(value);
  return value.filter((each) => !refused.includes(each));
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** A change the user asked for, or what is wrong with its first bad value. */
export function checkSettings(change: Readonly<Record<string, unknown>>): Result<Partial<Settings>, Problem> {
  const values = salvageSettings(change);
  const bad = settingNames.find(
    (name) => change[name] !== undefined && !settingSchemas[name].safeParse(change[name]).success,
  );
  return bad === undefined ? ok(values) : err(badValue(bad, change[bad]));
}

function badValue(name: keyof Settings, value: unknown): Problem {
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80);
  return whatIsWrong[name]?.(text, value) ?? problem('command-refused', { command: `${name} = ${text}` });
}

/** For settings that people write: what is wrong with a value. The others are chosen from what there is. */
const whatIsWrong: {
  readonly [K in keyof Settings]?: (text: string, value: unknown) => Problem | undefined;
} = {
  clientId: (text) => problem('client-id-invalid', { text }),
  authority: (text) => problem('authority-invalid', { text }),
  ownTenant: (text) => problem('tenant-id-invalid', { text }),
  sharedList: (text) => problem('shared-list-invalid', { text }),
  huntList: (text) => problem('shared-list-invalid', { text }),
  hotkey: (text) => problem('hotkey-invalid', { hotkey: text }),
  clipboardHotkey: (text) => problem('hotkey-invalid', { hotkey: text }),
  hunts: (_text, value) => whyNoHunts(value),
  browserPath: (text) =>
    isInterpreter(text, thisPlatform)
      ? problem('shell-refused', { program: text })
      : problem('browser-path-invalid', { path: text }),
  browserArguments: (_text, value) =>
    whyNot(Array.isArray(value) ? checkArguments(value.map(String)) : ok([])),
  customCommand: (_text, value) =>
    whyNot(typeof value === 'string' ? parseCommand(value, thisPlatform) : ok(null)),
};

function whyNot(result: Result<unknown, Problem>): Problem | undefined {
  return result.ok ? undefined : result.error;
}
