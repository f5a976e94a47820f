import { z } from 'zod';
import { annotationLimits } from '#shared/customer/annotation-limits.ts';
import { longestHunting, mostOpened, type Command, type CommandKind } from '#shared/commands/command.ts';
import { copiedTexts } from '#shared/commands/copied-text.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';
import { sourceIds } from '#shared/customer/customer.ts';
import { mostChecked } from '#shared/status/access-check.ts';
import { handOvers } from '#shared/journal/shift.ts';
import { dayShape } from '#shared/journal/journal-filter.ts';
import { helpTexts } from '#shared/access/help-text.ts';
import { isHuntId } from '#shared/hunts/hunt-pages.ts';
import { indicatorKinds, longestIndicator, parseIndicator } from '#shared/portals/indicators/indicator.ts';
import { isCatalogueId } from '#shared/portals/catalogue-ids.ts';
import { longestReading } from '#shared/portals/links/read-text.ts';
import type { PageId } from '#shared/portals/page.ts';
import { longestPageUrl } from '#shared/portals/own-page.ts';
import {
  annotationChangeSchema,
  customersEditSchema,
} from '../../customers/annotations/annotation-schema.ts';
import { listEncodings } from '#shared/imports/list-encoding.ts';
import { ownPlaces } from '#shared/status/check-up.ts';
import { settingsPages } from '#shared/settings/settings-page.ts';
import { exportFormats, heaviestList } from '#shared/imports/import.ts';
import type { SettingsChange } from '#shared/settings/settings.ts';
import { settingSchemas } from '../../state/settings/setting-schemas.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';

const short = z.string().max(2_000);

const pageIdSchema = z.custom<PageId>(
  (id) =>
    typeof id === 'string' &&
    id.length <= longestPageUrl + 'link:'.length &&
    (isCatalogueId(id) || id.startsWith('own-') || id.startsWith('link:') || isHuntId(id)),
);

const text = z.string().max(4_000);

/** More customers than any list has. */
const mostCustomers = 100_000;

/**
 * SECURITY: what a window may change by itself, each with its type; of what names a program, an argument, a host or a
 * list's place only that it is switched off. What a text says is for the handler to judge: a bad one is the user's, who
 * is told what is wrong with it.
 */
const settingsChange = z.strictObject({
  language: settingSchemas.language.exactOptional(),
  hotkey: text.nullable().exactOptional(),
  clipboardHotkey: text.nullable().exactOptional(),
  clientId: text.nullable().exactOptional(),
  authority: text.exactOptional(),
  cloud: settingSchemas.cloud.exactOptional(),
  sources: settingSchemas.sources.exactOptional(),
  lookUpNames: z.boolean().exactOptional(),
  incidents: z.boolean().exactOptional(),
  incidentMinutes: z.number().exactOptional(),
  incidentNotices: z.boolean().exactOptional(),
  quietHours: settingSchemas.quietHours.exactOptional(),
  syncMinutes: z.number().exactOptional(),
  browser: text.nullable().exactOptional(),
  isolation: settingSchemas.isolation.exactOptional(),
  tagRules: settingSchemas.tagRules.exactOptional(),
  ownProfile: text.nullable().exactOptional(),
  windowsSso: z.boolean().exactOptional(),
  persistTokens: z.boolean().exactOptional(),
  keepQuery: z.boolean().exactOptional(),
  hideAfterCopy: z.boolean().exactOptional(),
  theme: settingSchemas.theme.exactOptional(),
  rowSize: settingSchemas.rowSize.exactOptional(),
  repeatDestination: z.boolean().exactOptional(),
  sharedListEncoding: settingSchemas.sharedListEncoding.exactOptional(),
  ticketTemplate: z.string().max(100_000).nullable().exactOptional(),
  notifySignIn: z.boolean().exactOptional(),
  notifyAccess: z.boolean().exactOptional(),
  notifyCustomers: z.boolean().exactOptional(),
  notifyHotkey: z.boolean().exactOptional(),
  journal: z.boolean().exactOptional(),
  journalDays: z.number().exactOptional(),
  startAtLogin: z.boolean().exactOptional(),
  updates: z.boolean().exactOptional(),
  setUp: z.boolean().exactOptional(),
  hiddenPortals: settingSchemas.hiddenPortals.exactOptional(),
  portalOrder: settingSchemas.portalOrder.exactOptional(),
  ownPortals: z
    .array(z.strictObject({ id: z.templateLiteral(['own-', z.string()]), name: text, url: text }))
    .max(1_000)
    .exactOptional(),
  hunts: z
    .array(z.strictObject({ name: text, query: z.string().max(100_000) }))
    .max(1_000)
    .exactOptional(),
  sharedList: z.null().exactOptional(),
  huntList: z.null().exactOptional(),
  browserPath: z.null().exactOptional(),
  customCommand: z.null().exactOptional(),
  customAllowed: z.literal(false).exactOptional(),
} satisfies { readonly [K in keyof SettingsChange]-?: z.ZodType });

const sharedListOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file') }),
  z.strictObject({ kind: z.literal('address'), address: short }),
]);

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

const day = z.string().regex(dayShape);

const encoding = z.enum(listEncodings).exactOptional();
const listBytes = z.instanceof(Uint8Array).refine(({ length }) => length <= heaviestList);

/** SECURITY: a window hands on the bytes of a file that was dropped on it, never a path; which file to ask for is main's. */
const fileOrigin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), encoding }),
  z.strictObject({ kind: z.literal('again'), encoding }),
  z.strictObject({
    kind: z.literal('bytes'),
    bytes: listBytes,
    encoding,
  }),
]);

/** A shape for each command: one that accepts something else than the command's type does not compile. */
const shapes: { readonly [K in CommandKind]: z.ZodType<Extract<Command, { kind: K }>> } = {
  open: z.strictObject({
    kind: z.literal('open'),
    tenantId: tenantIdSchema,
    page: pageIdSchema,
    query: short.exactOptional(),
    indicator: indicator.exactOptional(),
    how: openHow.exactOptional(),
  }),
  openMany: z.strictObject({
    kind: z.literal('openMany'),
    tenantIds: z.array(tenantIdSchema).min(1).max(mostOpened),
    page: pageIdSchema,
    hunting: z.string().min(1).max(longestHunting).exactOptional(),
    indicator: indicator.exactOptional(),
    link: z.string().max(longestReading).exactOptional(),
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
    page: pageIdSchema,
  }),
  resetProfile: z.strictObject({ kind: z.literal('resetProfile'), tenantId: tenantIdSchema }),
  closeBrowsers: z.strictObject({ kind: z.literal('closeBrowsers') }),
  pinFinder: z.strictObject({ kind: z.literal('pinFinder') }),
  openLink: z.strictObject({
    kind: z.literal('openLink'),
    text: z.string().max(longestReading),
    shown: tenantIdSchema.exactOptional(),
    customer: tenantIdSchema.exactOptional(),
  }),
  openClipboard: z.strictObject({ kind: z.literal('openClipboard') }),
  sync: z.strictObject({
    kind: z.literal('sync'),
    source: z.enum(sourceIds).exactOptional(),
    believe: z.string().max(200).exactOptional(),
  }),
  cancelSync: z.strictObject({ kind: z.literal('cancelSync') }),
  signIn: z.strictObject({ kind: z.literal('signIn'), accountId: short.exactOptional() }),
  cancelSignIn: z.strictObject({ kind: z.literal('cancelSignIn') }),
  signOut: z.strictObject({ kind: z.literal('signOut'), accountId: short }),
  stepUp: z.strictObject({
    kind: z.literal('stepUp'),
    tenantId: tenantIdSchema,
    accountId: short.exactOptional(),
  }),
  checkAccess: z.strictObject({
    kind: z.literal('checkAccess'),
    tenantIds: z.array(tenantIdSchema).max(mostChecked),
  }),
  askIncidents: z.strictObject({
    kind: z.literal('askIncidents'),
    tenantIds: z.array(tenantIdSchema).max(mostChecked),
  }),
  cancelImport: z.strictObject({ kind: z.literal('cancelImport') }),
  cancelCheckAccess: z.strictObject({ kind: z.literal('cancelCheckAccess') }),
  copyHelp: z.strictObject({
    kind: z.literal('copyHelp'),
    what: z.enum(helpTexts),
    tenantId: tenantIdSchema.exactOptional(),
  }),
  copyReport: z.strictObject({ kind: z.literal('copyReport') }),
  showPlace: z.strictObject({ kind: z.literal('showPlace'), place: z.enum(ownPlaces) }),
  lookUpError: z.strictObject({ kind: z.literal('lookUpError'), number: z.string().regex(/^\d{1,9}$/) }),
  forgetCustomer: z.strictObject({ kind: z.literal('forgetCustomer'), tenantId: tenantIdSchema }),
  restoreCustomer: z.strictObject({ kind: z.literal('restoreCustomer'), tenantId: tenantIdSchema }),
  wipe: z.strictObject({ kind: z.literal('wipe') }),
  lookForUpdate: z.strictObject({ kind: z.literal('lookForUpdate') }),
  restartToUpdate: z.strictObject({ kind: z.literal('restartToUpdate') }),
  endShift: z.strictObject({ kind: z.literal('endShift') }),
  selectCustomers: z.strictObject({
    kind: z.literal('selectCustomers'),
    tenantIds: z.array(tenantIdSchema).min(1).max(mostOpened),
  }),
  handOver: z.strictObject({ kind: z.literal('handOver'), what: z.enum(handOvers) }),
  exportJournal: z.strictObject({
    kind: z.literal('exportJournal'),
    filter: z.strictObject({
      tenantIds: z.array(tenantIdSchema).max(mostCustomers).nullable(),
      from: day.nullable(),
      to: day.nullable(),
      page: short.nullable(),
    }),
  }),
  deleteJournal: z.strictObject({ kind: z.literal('deleteJournal') }),
  importText: z.strictObject({ kind: z.literal('importText'), text: z.string() }),
  importFile: z.strictObject({ kind: z.literal('importFile'), from: fileOrigin.exactOptional() }),
  dropList: z.strictObject({ kind: z.literal('dropList'), bytes: listBytes }),
  previewImport: z.strictObject({
    kind: z.literal('previewImport'),
    from: z.union([z.strictObject({ kind: z.literal('text'), text: z.string() }), fileOrigin]),
  }),
  importPlanned: z.strictObject({ kind: z.literal('importPlanned'), plan: short }),
  exportCustomers: z.strictObject({ kind: z.literal('exportCustomers'), format: z.enum(exportFormats) }),
  addCustomer: z.strictObject({
    kind: z.literal('addCustomer'),
    reference: short,
    name: short.exactOptional(),
  }),
  nameOwnTenant: z.strictObject({ kind: z.literal('nameOwnTenant'), reference: short.nullable() }),
  addSamples: z.strictObject({ kind: z.literal('addSamples') }),
  removeSamples: z.strictObject({ kind: z.literal('removeSamples') }),
  removeCustomer: z.strictObject({ kind: z.literal('removeCustomer'), tenantId: tenantIdSchema }),
  annotate: z.strictObject({
    kind: z.literal('annotate'),
    tenantId: tenantIdSchema,
    change: annotationChangeSchema.strict(),
  }),
  editCustomers: z.strictObject({
    kind: z.literal('editCustomers'),
    tenantIds: z.array(tenantIdSchema).min(1).max(mostCustomers),
    edit: customersEditSchema,
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
  unconfirmHost: z.strictObject({ kind: z.literal('unconfirmHost'), host: z.string().min(1).max(253) }),
  chooseBrowserProgram: z.strictObject({ kind: z.literal('chooseBrowserProgram') }),
  setBrowserArguments: z.strictObject({
    kind: z.literal('setBrowserArguments'),
    arguments: z.array(z.string().max(1_000)).max(100),
  }),
  setCustomCommand: z.strictObject({ kind: z.literal('setCustomCommand'), command: short }),
  chooseSharedList: z.strictObject({
    kind: z.literal('chooseSharedList'),
    from: sharedListOrigin,
    of: z.literal('hunts').exactOptional(),
  }),
  recordHotkey: z.strictObject({ kind: z.literal('recordHotkey'), recording: z.boolean() }),
  pauseHotkeys: z.strictObject({ kind: z.literal('pauseHotkeys'), paused: z.boolean() }),
  toggleFinder: z.strictObject({ kind: z.literal('toggleFinder') }),
  hideFinder: z.strictObject({ kind: z.literal('hideFinder') }),
  showSettings: z.strictObject({
    kind: z.literal('showSettings'),
    page: z.enum(settingsPages).exactOptional(),
  }),
  showSetup: z.strictObject({ kind: z.literal('showSetup') }),
  openAppRegistrations: z.strictObject({ kind: z.literal('openAppRegistrations') }),
  quit: z.strictObject({ kind: z.literal('quit') }),
};

/**
 * SECURITY: what a window sends must be one of the commands, with nothing more in it. Paths, and a yes that main did not
 * hear itself, are no part of what a window can send.
 */
export function parseCommand(value: unknown): Command | undefined {
  const kind = kindOf(value);
  const parsed = kind === undefined ? undefined : shapes[kind].safeParse(value);
  return parsed?.success ? parsed.data : undefined;
}

function kindOf(value: unknown): CommandKind | undefined {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return undefined;
  const { kind } = value;
  return typeof kind === 'string' && Object.hasOwn(shapes, kind) ? (kind as CommandKind) : undefined;
}
