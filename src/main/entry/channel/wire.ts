import { z } from 'zod';
import { exportFormats, heaviestList } from '#shared/imports/import.ts';
import type { ImportPreview } from '#shared/imports/import.ts';
import type { ImportReport } from '#shared/commands/command.ts';
import { listEncodings } from '#shared/imports/list-encoding.ts';
import { isolationLevels, type IsolationLevel } from '#shared/customer/isolation.ts';
import type { Problem, ProblemKind } from '#shared/problems/problem.ts';
import type { HotkeyStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Candidate } from '../find-named.ts';

/**
 * What goes over the channel: one line of JSON from the command line, behind it the bytes of a list if there is one to
 * import, one line back, and the end. The version changes with the meaning of any.
 */
export const wireVersion = 3;

/**
 * SECURITY: a request's line is short, and comes at once; a list behind it has its length told before, comes soon, and is
 * one of few: nobody keeps the application waiting or fills its memory. Bytes and milliseconds.
 */
export const longestLine = 320 * 1024;
export const linePatience = 5_000;
export const listPatience = 30_000;
export const mostLists = 2;
export const mostConnections = 16;

/** As long as an argument of Linux: what a key of a Wayland desktop hands over is the whole clipboard. */
const text = z.string().max(131_072);
const file = z.string().max(4_096);

const requestSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('open'),
    customer: text,
    page: text.exactOptional(),
    browser: z.string().max(80).exactOptional(),
    isolation: z.enum(isolationLevels).exactOptional(),
    dryRun: z.boolean(),
  }),
  // SECURITY: a list comes as its bytes: a path would be read with what the application may read, and by it.
  z.strictObject({
    do: z.literal('import'),
    bytes: z.int().min(0).max(heaviestList),
    encoding: z.enum(listEncodings).exactOptional(),
    dryRun: z.boolean(),
  }),
  z.strictObject({ do: z.literal('export'), file, format: z.enum(exportFormats) }),
  z.strictObject({ do: z.literal('sync') }),
  z.strictObject({ do: z.literal('toggle') }),
  z.strictObject({ do: z.literal('wipe') }),
  z.strictObject({ do: z.literal('state') }),
]);

const envelopeSchema = z.strictObject({ version: z.literal(wireVersion), request: requestSchema });

/** The line of a request: of an import it tells how many bytes follow. */
export type RequestLine = z.infer<typeof requestSchema>;
type ImportLine = Extract<RequestLine, { do: 'import' }>;
/** What the command line asks for. Paths are absolute. An import has its list in place of the list's length. */
export type ChannelRequest =
  Exclude<RequestLine, ImportLine> | Readonly<Omit<ImportLine, 'bytes'> & { content: Uint8Array }>;
export type OpenRequest = Extract<ChannelRequest, { do: 'open' }>;
export type ImportRequest = Extract<ChannelRequest, { do: 'import' }>;

/** A launch as it would be, for people and scripts to look at. */
export interface PlanReport {
  readonly customer: { readonly tenantId: TenantId; readonly name: string };
  /** A page's id, or `link`. */
  readonly page: string;
  readonly url: string;
  readonly isolation: IsolationLevel;
  readonly browser: { readonly id: string; readonly name: string; readonly version?: string };
  readonly executable: string;
  readonly arguments: readonly string[];
  /** The browser's data folder, and the profile's folder in it; null where nothing of Tidegate's is used. */
  readonly folder: string | null;
  readonly profile: string | null;
}

/** What only the running application knows of itself. */
export interface RunningState {
  readonly hotkey: HotkeyStatus;
  readonly clipboardHotkey: HotkeyStatus;
  readonly tokensKept: boolean | null;
  readonly accounts: number;
  readonly accountsToSignIn: number;
  readonly problems: readonly ProblemKind[];
  /** Ids of the application and its helpers. */
  readonly processes: readonly number[];
}

export type Answered =
  | { readonly kind: 'done' }
  | { readonly kind: 'opened'; readonly customer: string; readonly browser: string }
  | { readonly kind: 'planned'; readonly plan: PlanReport }
  | { readonly kind: 'imported'; readonly report: ImportReport }
  | { readonly kind: 'previewed'; readonly preview: ImportPreview }
  | { readonly kind: 'exported'; readonly file: string; readonly customers: number }
  | { readonly kind: 'state'; readonly state: RunningState };

export interface Refused {
  readonly problem: Problem;
  /** Whom an ambiguous name may have meant. */
  readonly candidates: readonly Candidate[];
}

export type Answer =
  { readonly ok: true; readonly value: Answered } | { readonly ok: false; readonly error: Refused };

/** The request whose line this is, without its list; nothing for anything else. */
export function readRequestLine(line: string): RequestLine | undefined {
  const parsed = envelopeSchema.safeParse(parseJson(line));
  return parsed.success ? parsed.data.request : undefined;
}

/** A request as it goes over the channel. */
export function requestBytes(request: ChannelRequest): Uint8Array {
  if (request.do !== 'import') return Buffer.from(lineOf(request));
  const { content, ...rest } = request;
  return Buffer.concat([Buffer.from(lineOf({ ...rest, bytes: content.length })), content]);
}

function lineOf(request: RequestLine): string {
  return `${JSON.stringify({ version: wireVersion, request })}\n`;
}

export function answerLine(answer: Answer): string {
  return `${JSON.stringify({ version: wireVersion, answer })}\n`;
}

/** The answer comes from our own application, or from an older or newer one of ours: its outside is looked at. */
const answerSchema = z.object({
  version: z.literal(wireVersion),
  answer: z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value: z.looseObject({ kind: z.string() }) }),
    z.object({
      ok: z.literal(false),
      error: z.object({
        problem: z.object({ kind: z.string(), values: z.record(z.string(), z.string()) }),
        candidates: z.array(
          z.object({ tenantId: z.string(), name: z.string(), defaultDomain: z.string().exactOptional() }),
        ),
      }),
    }),
  ]),
});

export function readAnswer(line: string): Answer | undefined {
  const parsed = answerSchema.safeParse(parseJson(line));
  return parsed.success ? (parsed.data.answer as unknown as Answer) : undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
