import { z } from 'zod';
import { annotationLimits } from '../../shared/annotation-limits.ts';
import { longestHunting, mostOpened, type Command, type CommandKind } from '../../shared/command.ts';
import { copiedTexts } from '../../shared/copied-text.ts';
import { isolationLevels } from '../../shared/isolation.ts';
import { sourceIds } from '../../shared/customer.ts';
import { mostChecked } from '../../shared/help/access-check.ts';
import { helpTexts } from '../../shared/help/copied-text.ts';
import {
  indicatorKinds,
  longestIndicator,
  parseIndicator,
} from '../../shared/portals/indicators/indicator.ts';
import { isCatalogueId } from '../../shared/portals/catalogue-ids.ts';
import { longestReading } from '../../shared/portals/links/read-text.ts';
import { longestPortalUrl } from '../../shared/portals/own-portal.ts';
import { annotationChangeSchema } from '../directory/annotations/annotation-schema.ts';
import { settingsPages } from '../../shared/settings-page.ts';
import { exportFormats } from '../../shared/import.ts';
import { settingNames } from '../settings/setting-schemas.ts';
import { tenantIdSchema } from '../storage/tenant-id-schema.ts';

const short = z.string().max(2_000);

const destinationIdSchema = z
  .string()
  .max(longestPortalUrl + 'link:'.length)
  .refine((id) => isCatalogueId(id) || id.startsWith('own-') || id.startsWith('link:'));

/** Only names are checked here: a bad value is the user's, and its handler answers with what is wrong with it. */
const settingsChange = z
  .strictObject(Object.fromEntries(settingNames.map((name) => [name, z.unknown()])))
  .partial();

const profileKey = z.strictObject({ browser: short, kind: z.enum(['shared', 'apart']), id: short });

/** SECURITY: which browser and how far apart, by name; never an executable, an argument or a path. */
const openHow = z.strictObject({
  browser: z.string().min(1).max(80).exactOptional(),
  isolation: z.enum(isolationLevels).exactOptional(),
});

/** SECURITY: kind and value in its plain form; main makes the address of them, a window has no say in it. */
const indicator = z
  .strictObject({ kind: z.enum(indicatorKinds), value: z.string().max(longestIndicator) })
  .refine(({ kind, value }) => parseIndicator(kind, value)?.value === value);

const shapes: { readonly [K in CommandKind]: z.ZodType } = {
  open: z.strictObject({
    kind: z.literal('open'),
    tenantId: tenantIdSchema,
    destination: destinationIdSchema,
    query: short.optional(),
    indicator: indicator.exactOptional(),
    how: openHow.optional(),
  }),
  openMany: z.strictObject({
    kind: z.literal('openMany'),
    tenantIds: z.array(tenantIdSchema).min(1).max(mostOpened),
    destination: destinationIdSchema,
    hunting: z.string().min(1).max(longestHunting).optional(),
    indicator: indicator.exactOptional(),
  }),
  acknowledgeInstruction: z.strictObject({
    kind: z.literal('acknowledgeInstruction'),
    tenantId: tenantIdSchema,
    text: z.string().max(annotationLimits.instruction),
  }),
  copy: z.strictObject({
    kind: z.literal('copy'),
    what: z.enum(copiedTexts),
    tenantId: tenantIdSchema,
    destination: destinationIdSchema,
  }),
  resetProfile: z.strictObject({ kind: z.literal('resetProfile'), tenantId: tenantIdSchema }),
  closeBrowsers: z.strictObject({ kind: z.literal('closeBrowsers') }),
  pinFinder: z.strictObject({ kind: z.literal('pinFinder') }),
  openLink: z.strictObject({
    kind: z.literal('openLink'),
    text: z.string().max(longestReading),
    shown: tenantIdSchema.optional(),
  }),
  openClipboard: z.strictObject({ kind: z.literal('openClipboard') }),
  sync: z.strictObject({
    kind: z.literal('sync'),
    source: z.enum(sourceIds).optional(),
    believe: z.string().max(200).optional(),
  }),
  cancelSync: z.strictObject({ kind: z.literal('cancelSync') }),
  signIn: z.strictObject({ kind: z.literal('signIn'), accountId: short.optional() }),
  cancelSignIn: z.strictObject({ kind: z.literal('cancelSignIn') }),
  signOut: z.strictObject({ kind: z.literal('signOut'), accountId: short }),
  stepUp: z.strictObject({
    kind: z.literal('stepUp'),
    tenantId: tenantIdSchema,
    accountId: short.optional(),
  }),
  checkAccess: z.strictObject({
    kind: z.literal('checkAccess'),
    tenantIds: z.array(tenantIdSchema).max(mostChecked),
  }),
  cancelCheckAccess: z.strictObject({ kind: z.literal('cancelCheckAccess') }),
  copyHelp: z.strictObject({
    kind: z.literal('copyHelp'),
    what: z.enum(helpTexts),
    tenantId: tenantIdSchema.optional(),
  }),
  lookUpError: z.strictObject({ kind: z.literal('lookUpError'), number: z.string().regex(/^\d{1,9}$/) }),
  forgetCustomer: z.strictObject({ kind: z.literal('forgetCustomer'), tenantId: tenantIdSchema }),
  wipe: z.strictObject({ kind: z.literal('wipe') }),
  endShift: z.strictObject({ kind: z.literal('endShift') }),
  importText: z.strictObject({ kind: z.literal('importText'), text: z.string() }),
  importFile: z.strictObject({ kind: z.literal('importFile') }),
  previewImport: z.strictObject({
    kind: z.literal('previewImport'),
    from: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), text: z.string() }),
      z.strictObject({ kind: z.literal('file') }),
    ]),
  }),
  importPlanned: z.strictObject({ kind: z.literal('importPlanned'), plan: short }),
  exportCustomers: z.strictObject({ kind: z.literal('exportCustomers'), format: z.enum(exportFormats) }),
  addCustomer: z.strictObject({ kind: z.literal('addCustomer'), reference: short, name: short.optional() }),
  removeCustomer: z.strictObject({ kind: z.literal('removeCustomer'), tenantId: tenantIdSchema }),
  annotate: z.strictObject({
    kind: z.literal('annotate'),
    tenantId: tenantIdSchema,
    change: annotationChangeSchema.strict(),
  }),
  acceptHeld: z.strictObject({ kind: z.literal('acceptHeld'), tenantId: tenantIdSchema }),
  refuseHeld: z.strictObject({ kind: z.literal('refuseHeld'), tenantId: tenantIdSchema }),
  clearProfile: z.strictObject({
    kind: z.literal('clearProfile'),
    profile: profileKey,
    what: z.enum(['cache', 'siteData']),
  }),
  deleteProfiles: z.strictObject({
    kind: z.literal('deleteProfiles'),
    profiles: z.array(profileKey).max(10_000),
  }),
  changeSettings: z.strictObject({ kind: z.literal('changeSettings'), change: settingsChange }),
  confirmHost: z.strictObject({ kind: z.literal('confirmHost'), host: z.string().min(1).max(253) }),
  recordHotkey: z.strictObject({ kind: z.literal('recordHotkey'), recording: z.boolean() }),
  toggleFinder: z.strictObject({ kind: z.literal('toggleFinder') }),
  hideFinder: z.strictObject({ kind: z.literal('hideFinder') }),
  showSettings: z.strictObject({ kind: z.literal('showSettings'), page: z.enum(settingsPages).optional() }),
  quit: z.strictObject({ kind: z.literal('quit') }),
};

/**
 * SECURITY: what a window sends must be one of the commands, with nothing more in it. Paths, and a yes that main did not
 * hear itself, are no part of what a window can send.
 */
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
