import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { type RefusedImport, heaviestList } from '#shared/imports/import.ts';
import { referenceKey } from '#shared/tenant/tenant-reference.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';
import { looksLikeBlocks, readBlocks } from './block-list.ts';
import { refuseTwoNames } from './conflicts.ts';
import { findHeading, readCsvList } from './csv-list.ts';
import { tooBig } from './decode-list.ts';
import { findFixedTable, readFixedList } from './fixed-list.ts';
import { foreignText } from './foreign-text.ts';
import { labelLines } from './label-lines.ts';
import { looksLikeJson, readJsonList } from './json-list.ts';
import { LineCounter } from './line-counter.ts';
import { readLines } from './line-list.ts';
import { longestList, Remarks, shorten, type ListRow, type ParsedList, type RowReading } from './list-row.ts';
import { MergedRows } from './merged-rows.ts';
import { plainList } from './plain-list.ts';
import { fieldOf } from './fields.ts';
import { noTenantColumn, type Columns } from './table.ts';
import { exportedHeadings } from '../exports/csv-export.ts';

/** What a text turned out to be: its rows, and the columns where it is a table. */
interface Form {
  readonly readings: Iterable<RowReading>;
  readonly columns?: Pick<Columns, 'names'>;
  readonly isJson?: true;
}

/**
 * The customers that a text names, whatever its form: JSON (also between other lines, as a terminal shows it), a table
 * with a heading, a terminal's table or blocks of properties, or lines. Every row is either read or refused with its line
 * and reason; nothing is guessed at, and rows that contradict each other are all refused. It takes its time in slices, so
 * that a long list holds nothing else up.
 * Errors, of the list as a whole: those of `foreignText`; `list-too-big` over 20 MB, `list-too-long` over 50,000 rows,
 * `list-no-tenant-column`, `list-json-other`.
 */
export async function parseList(text: string, clock?: SliceClock): Promise<Result<ParsedList, Problem>> {
  if (text.length > heaviestList) return err(tooBig());
  const foreign = foreignText(text);
  if (foreign !== undefined) return err(foreign);
  const remarks = new Remarks();
  const isOwn = isOwnExport(text);
  const plain = await plainList(text, isOwn, clock);
  const form = formOf(isOwn ? plain : withoutRowQuotes(plain), remarks);
  if (!form.ok) return form;
  const read = await readAll(form.value.readings, clock);
  if (read.count > longestList) return err(problem('list-too-long', { rows: String(longestList) }));
  const none = read.rows.length === 0 ? namesNobody(form.value, read.refused) : undefined;
  if (none !== undefined) return err(none);
  const judged = await refuseTwoNames(read.rows, ({ reference }) => referenceKey(reference), clock);
  const merged = new MergedRows<ListRow>(({ reference }) => referenceKey(reference));
  let duplicates = 0;
  await inSlices(judged.rows, (row) => void (duplicates += merged.add(row) ? 1 : 0), clock);
  const rows: ListRow[] = [];
  await inSlices(merged.each(), (row) => void rows.push(withOtherDomains(row)), clock);
  const refused = judged.refused.length === 0 ? read.refused : byLine([...read.refused, ...judged.refused]);
  return ok({
    rows,
    refused,
    duplicates,
    told: [...remarks.told, ...unreadDomains(judged.rows), ...lostLetters(judged.rows)],
    isOwn,
  });
}

/**
 * The sign that stands for letters nobody could read, or UTF-8 that was read as Windows-1252 and written again: no name has
 * these.
 */
const lost =
  /\ufffd|Ã[\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|Â[\u00a1-\u00bf]|â€/;

function lostLetters(rows: readonly ListRow[]): readonly Problem[] {
  const first = rows.find(({ name = '' }) => lost.test(name));
  return first === undefined
    ? []
    : [problem('list-letters-lost', { line: String(first.line), text: shorten(first.name ?? '') })];
}

/** The first of the domains that could not be read, and how many more there are. */
function unreadDomains(rows: readonly ListRow[]): readonly Problem[] {
  const found = rows.flatMap(({ line, unreadDomain }) =>
    unreadDomain === undefined ? [] : [{ line, unreadDomain }],
  );
  const [first] = found;
  if (first === undefined) return [];
  const values = { line: String(first.line), text: first.unreadDomain };
  const more = found.length - 1;
  return [
    more === 0
      ? problem('list-domain-unread', values)
      : problem('list-domains-unread', { ...values, more: String(more) }),
  ];
}

interface ReadRows {
  readonly rows: readonly ListRow[];
  readonly refused: readonly RefusedImport[];
  readonly count: number;
}

async function readAll(readings: Iterable<RowReading>, clock?: SliceClock): Promise<ReadRows> {
  const rows: ListRow[] = [];
  const refused: RefusedImport[] = [];
  let count = 0;
  await inSlices(
    atMost(readings, longestList + 1),
    (reading) => {
      if (reading === null) return;
      count += 1;
      if (reading.ok) rows.push(reading.value);
      else refused.push(reading.error);
    },
    clock,
  );
  return { rows, refused, count };
}

/** Why a table or a JSON text of which no row was read is no list of customers at all: each row says nothing of a tenant. */
function namesNobody({ columns, isJson }: Form, refused: readonly RefusedImport[]): Problem | undefined {
  const isMute =
    refused.length > 0 &&
    refused.every(({ column, problem: { kind } }) => column === null && kind === 'link-unknown');
  if (!isMute) return undefined;
  if (columns !== undefined)
    return refused.length > 1 && !saysTenant(columns) ? noTenantColumn(columns) : undefined;
  return isJson ? problem('list-json-other', { text: refused[0]?.text ?? '' }) : undefined;
}

/** Then it is not the columns that are at fault, but each row below them. */
function saysTenant({ names }: Pick<Columns, 'names'>): boolean {
  return names.some((name) => fieldOf(name) === 'tenant');
}

function byLine(refused: RefusedImport[]): readonly RefusedImport[] {
  return refused.sort((one, other) => one.line - other.line);
}

/** The default domain has a place of its own in a row. */
function withOtherDomains(row: ListRow): ListRow {
  return { ...row, domains: row.domains.filter((domain) => domain !== row.defaultDomain) };
}

/**
 * A spreadsheet that took each row for one cell puts quotes around all of it: `"Customer;Tenant ID"`. Then they are no part
 * of the rows.
 */
function withoutRowQuotes(text: string): string {
  const wholeRow = /^[^\S\n]*"((?:[^"\n]|"")*)"[^\S\n]*$/;
  const lines = text.split('\n', rowsLooked).filter((line) => line.trim() !== '');
  const isParted = (line: string): boolean => /[;,\t|]/.test(wholeRow.exec(line)?.[1] ?? '');
  if (
    lines.length < 2 ||
    !lines.every(isParted) ||
    findHeading(text.replaceAll(/^"|"$/gm, ''))?.columns.useful !== true
  )
    return text;
  return text.replace(new RegExp(wholeRow, 'gm'), (_line, row: string) => row.replaceAll('""', '"'));
}

const rowsLooked = 20;

function formOf(text: string, remarks: Remarks): Result<Form, Problem> {
  if (looksLikeJson(text) || isPlainJson(text))
    return ok({ readings: readWithJson(text, remarks), isJson: true });
  const labelled = labelLines(text);
  if (labelled !== undefined) return ok({ readings: readBlocks(labelled) });
  const fixed = findFixedTable(text);
  if (fixed !== undefined)
    return fixed.columns.useful
      ? ok({ readings: readFixedList(text, fixed), columns: fixed.columns })
      : err(noTenantColumn(fixed.columns));
  const table = findHeading(text);
  // A note in a table may look like JSON; what names no tenant may be what stands around some.
  if (table?.columns.useful)
    return ok({ readings: readCsvList(text, table, remarks), columns: table.columns });
  if (nextJson(text, 0) !== -1) return ok({ readings: readWithJson(text, remarks) });
  if (looksLikeBlocks(text)) return ok({ readings: readBlocks(text) });
  return table ? err(noTenantColumn(table.columns)) : ok({ readings: readLines(text, 1, remarks) });
}

/** JSON of numbers and the like differs from lines that begin with brackets only by its end. */
function isPlainJson(text: string): boolean {
  return /^\s*\[[-+.,\s\w]{0,10000}\]\s*$/.test(text);
}

/** Each JSON value that begins a line; what stands around is read as lines. */
function* readWithJson(text: string, remarks: Remarks): Generator<RowReading> {
  const lines = new LineCounter(text);
  let at = 0;
  for (let start = nextJson(text, 0); start !== -1; start = nextJson(text, at)) {
    yield* readLines(text.slice(at, start), lines.at(at), remarks);
    at = start + (yield* readJsonList(text.slice(start), lines.at(start)));
  }
  yield* readLines(text.slice(at), lines.at(at), remarks);
}

/** Where the next line begins that means to be JSON, or -1. */
function nextJson(text: string, from: number): number {
  const opening = /^[^\S\n]*[[{]/gm;
  opening.lastIndex = from;
  const found = opening.exec(text);
  return found !== null && looksLikeJson(text.slice(found.index, found.index + 1_000)) ? found.index : -1;
}

function* atMost(readings: Iterable<RowReading>, most: number): Generator<RowReading> {
  let count = 0;
  for (const reading of readings) {
    yield reading;
    if (reading !== null) count += 1;
    if (count === most) return;
  }
}

const headings = exportedHeadings.join(';');

/** True for a text that Tidegate exported, as a table or as JSON: it comes back sign by sign as it was. */
function isOwnExport(text: string): boolean {
  const beginning = text.slice(0, 1_000);
  if (/^\s*\{"customers": \[\s*\{"tenantId":"[0-9a-f-]{36}",/.test(beginning)) return true;
  const [line = ''] = /^[^\r\n]*/.exec(beginning.replace(/^\uFEFF/, '')) ?? [];
  return line.replaceAll('"', '').replaceAll(',', ';') === headings;
}
