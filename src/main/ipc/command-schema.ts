import { z } from 'zod';
import type { Command, CommandKind } from '../../shared/command.ts';
import { settingNames } from '../settings/setting-schemas.ts';
import { tenantIdSchema } from '../storage/tenant-id-schema.ts';

const short = z.string().max(2_000);

/** Only names are checked here: a bad value is the user's, and its handler answers with what is wrong with it. */
const settingsChange = z
  .strictObject(Object.fromEntries(settingNames.map((name) => [name, z.unknown()])))
  .partial();

const shapes: { readonly [K in CommandKind]: z.ZodType } = {
  open: z.strictObject({
    kind: z.literal('open'),
    tenantId: tenantIdSchema,
    destination: z.literal('defender'),
    query: short.optional(),
  }),
  sync: z.strictObject({ kind: z.literal('sync') }),
  signIn: z.strictObject({ kind: z.literal('signIn') }),
  cancelSignIn: z.strictObject({ kind: z.literal('cancelSignIn') }),
  signOut: z.strictObject({ kind: z.literal('signOut'), accountId: short }),
  importText: z.strictObject({ kind: z.literal('importText'), text: z.string() }),
  importFile: z.strictObject({ kind: z.literal('importFile') }),
  addCustomer: z.strictObject({ kind: z.literal('addCustomer'), reference: short, name: short.optional() }),
  removeCustomer: z.strictObject({ kind: z.literal('removeCustomer'), tenantId: tenantIdSchema }),
  changeSettings: z.strictObject({ kind: z.literal('changeSettings'), change: settingsChange }),
  recordHotkey: z.strictObject({ kind: z.literal('recordHotkey'), recording: z.boolean() }),
  toggleFinder: z.strictObject({ kind: z.literal('toggleFinder') }),
  hideFinder: z.strictObject({ kind: z.literal('hideFinder') }),
  showSetup: z.strictObject({ kind: z.literal('showSetup') }),
  closeSetup: z.strictObject({ kind: z.literal('closeSetup') }),
  quit: z.strictObject({ kind: z.literal('quit') }),
};

/** SECURITY: what a window sends must be one of the commands, with nothing more in it. */
export function parseCommand(value: unknown): Command | undefined {
  const kind = kindOf(value);
  const parsed = kind === undefined ? undefined : shapes[kind].safeParse(value);
  return parsed?.success ? (parsed.data as Command) : undefined;
}

function kindOf(value: unknown): CommandKind | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(shapes, kind) ? (kind as CommandKind) : undefined;
}
