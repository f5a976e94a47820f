import type { Customer } from '#shared/customer/customer.ts';
import { explain, type MessageKey, type Translate } from '#shared/locales/messages.ts';
import type { Platform } from '#shared/platform.ts';
import { nameOf } from '#shared/portals/names.ts';
import type { PortalPage } from '#shared/portals/page.ts';
import type { AboutList } from '#shared/imports/import.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Answered, PlanReport, Refused } from '../channel/wire.ts';
import type { Diagnosis } from '../doctor/diagnosis.ts';
import { diagnosisText } from '../doctor/diagnosis-text.ts';
import { exitCodes } from './command-line.ts';

/** What a command line has to say when it worked. */
export type Told =
  | Answered
  | { readonly kind: 'help' }
  | { readonly kind: 'version'; readonly version: string; readonly electron: string }
  | { readonly kind: 'customers'; readonly customers: readonly ListedCustomer[] }
  | { readonly kind: 'pages'; readonly pages: readonly ListedPage[] }
  | { readonly kind: 'doctor'; readonly healthy: boolean; readonly diagnosis: Diagnosis };

export type ListedCustomer = Pick<
  Customer,
  | 'tenantId'
  | 'name'
  | 'defaultDomain'
  | 'domains'
  | 'aliases'
  | 'tags'
  | 'favourite'
  | 'access'
  | 'ends'
  | 'lastListed'
>;

export interface ListedPage {
  readonly id: string;
  readonly name: string;
  readonly standing: PortalPage['standing'];
  readonly hidden: boolean;
}

/** The customers of `list`, by name. Hidden ones stay out, as in the finder. */
export function listed(customers: Iterable<Customer>): readonly ListedCustomer[] {
  return [...customers]
    .filter(({ hidden }) => !hidden)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(
      ({ tenantId, name, defaultDomain, domains, aliases, tags, favourite, access, ends, lastListed }) => ({
        tenantId,
        name,
        ...(defaultDomain !== undefined && { defaultDomain }),
        domains,
        aliases,
        tags,
        favourite,
        access,
        ...(ends !== undefined && { ends }),
        ...(lastListed !== undefined && { lastListed }),
      }),
    );
}

/** The pages of `pages`, in the user's order. */
export function listedPages(
  pages: readonly PortalPage[],
  hidden: readonly string[],
  t: Translate,
): readonly ListedPage[] {
  return pages.map((page) => ({
    id: page.id,
    name: nameOf(page, t),
    standing: page.standing,
    hidden: hidden.includes(page.id),
  }));
}

/** What goes to the standard output, with the line's end. JSON is one object on one line. */
export function told(what: Told, json: boolean, platform: Platform, t: Translate): string {
  return json ? `${JSON.stringify(jsonOf(what, t))}\n` : `${textOf(what, platform, t)}\n`;
}

function jsonOf(what: Told, t: Translate): object {
  if (what.kind === 'help') return { ok: true, kind: 'help', text: t('cli.help') };
  if (what.kind === 'doctor') return { ok: true, kind: 'doctor', healthy: what.healthy, ...what.diagnosis };
  // Until version 1 each field has its earlier name as well.
  if (what.kind === 'pages') return { ok: true, ...what, portals: what.pages };
  if (what.kind === 'planned')
    return { ok: true, ...what, plan: { ...what.plan, destination: what.plan.page } };
  return { ok: true, ...what };
}

function textOf(what: Told, platform: Platform, t: Translate): string {
  switch (what.kind) {
    case 'help':
      return t('cli.help');
    case 'version':
      return what.version;
    case 'customers':
      return rows(
        what.customers.map(({ tenantId, name, defaultDomain }) => [tenantId, name, defaultDomain ?? '']),
      );
    case 'pages':
      return rows(what.pages.map(({ id, name }) => [id, name]));
    case 'doctor':
      return diagnosisText(what.diagnosis, platform, t);
    case 'done':
      return t('cli.done');
    case 'opened':
      return t('cli.opened', { customer: what.customer, browser: what.browser });
    case 'planned':
      return planText(what.plan, t);
    case 'imported': {
      return reportText({ ...what.report, changed: what.report.updated }, 'cli.imported', t);
    }
    case 'previewed':
      return reportText(what.preview, 'cli.previewed', t);
    case 'exported':
      return t('cli.exported', { count: what.customers, file: what.file });
    case 'state':
      return JSON.stringify(what.state);
  }
}

function planText(plan: PlanReport, t: Translate): string {
  const { browser, customer, isolation, url } = plan;
  return [
    t('cli.plan.customer', { customer: customer.name, tenantId: customer.tenantId }),
    t('cli.plan.address', { url }),
    t('cli.plan.browser', { browser: browser.name, isolation }),
    t('cli.plan.folder', { folder: plan.profile ?? plan.folder ?? '-' }),
    t('cli.plan.command'),
    ...[plan.executable, ...plan.arguments].map((word) => `  ${word}`),
  ].join('\n');
}

interface Report extends Pick<AboutList, 'duplicates' | 'told'> {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly line: number; readonly text: string; readonly problem: Problem }[];
  readonly refusedCount: number;
}

function reportText(
  report: Report,
  key: Extract<MessageKey, 'cli.imported' | 'cli.previewed'>,
  t: Translate,
): string {
  const { added, changed, duplicates, refused, refusedCount, told, unchanged } = report;
  return [
    t(key, { added, changed, unchanged, refused: refusedCount }),
    ...(duplicates > 0 ? [t('cli.duplicates', { count: duplicates })] : []),
    ...told.flatMap((each) => Object.values(explain(t, each))),
    ...refused.map(({ line, problem }) =>
      t('cli.refusedRow', { line, message: explained(t, problem).message }),
    ),
  ].join('\n');
}

/** What goes to the standard output (JSON) or error output (text) when it did not work. */
export function toldRefusal({ candidates, problem }: Refused, json: boolean, t: Translate): string {
  if (json) {
    const { message, next } = explain(t, problem);
    const error = { kind: problem.kind, message, next };
    return `${JSON.stringify({ ok: false, error, ...(candidates.length > 0 && { candidates }) })}\n`;
  }
  const { message, next } = explained(t, problem);
  const names = candidates.map(({ tenantId, name, defaultDomain }) => [tenantId, name, defaultDomain ?? '']);
  return `${[message, ...(names.length > 0 ? [rows(names)] : []), next].join('\n')}\n`;
}

const usageProblems: ReadonlySet<Problem['kind']> = new Set([
  'command-unknown',
  'command-missing',
  'option-unknown',
  'sandbox-off',
  'option-invalid',
  'argument-missing',
  'argument-extra',
  'export-format-unknown',
]);
const unclearProblems: ReadonlySet<Problem['kind']> = new Set([
  'customer-unknown',
  'customer-ambiguous',
  'customer-not-found',
]);
const declinedProblems: ReadonlySet<Problem['kind']> = new Set(['cancelled', 'confirmation-needed']);

/** The exit code of what did not work. */
export function exitCodeOf({ kind }: Problem): number {
  if (usageProblems.has(kind)) return exitCodes.usage;
  if (unclearProblems.has(kind)) return exitCodes.unclear;
  return declinedProblems.has(kind) ? exitCodes.declined : exitCodes.failed;
}

/** As `explain`; what a problem tells of others' texts breaks no line, so that nothing passes for a line of ours. */
function explained(t: Translate, { kind, values }: Problem): ReturnType<typeof explain> {
  const onOneLine = Object.entries<unknown>(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(/[\r\n]+/g, ' ') : value,
  ]);
  return explain(t, { kind, values: Object.fromEntries(onOneLine) as object } as Problem);
}

/** Columns by tabs, for `cut` and spreadsheets; names hold neither tabs nor line breaks. */
function rows(cells: readonly (readonly string[])[]): string {
  return cells.map((row) => row.map((cell) => cell.replace(/\p{Cc}/gu, ' ')).join('\t')).join('\n');
}
