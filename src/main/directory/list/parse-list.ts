import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { RefusedImport } from '../../../shared/import.ts';
import { referenceKey } from '../../../shared/tenant-reference.ts';
import { noTenantColumn, readCsvList, readHeading } from './csv-list.ts';
import { heaviestList, tooBig } from './decode-list.ts';
import { inSlices } from '../../process/in-slices.ts';
import { looksLikeJson, readJsonList } from './json-list.ts';
import { LineCounter } from './line-counter.ts';
import { readLines } from './line-list.ts';
import { longestList, type ListRow, type ParsedList, type RowReading } from './list-row.ts';
import { MergedRows } from './merged-rows.ts';

/**
 * The customers that a text names, whatever its form: JSON (also between other lines, as a terminal shows it), a table
 * with a heading, or lines. Every row is either read or refused with its line and reason; nothing is guessed at. It
 * takes its time in slices, so that a long list holds nothing else up.
 * Errors: `list-too-big` over 20 MB, `list-too-long` over 50,000 rows, `list-no-tenant-column`; then nothing is read.
 */
export async function parseList(text: string): Promise<Result<ParsedList, Problem>> {
  if (text.length > heaviestList) return err(tooBig());
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const readings = readList(plain);
  if (!readings.ok) return readings;
  const merged = new MergedRows<ListRow>(({ reference }) => referenceKey(reference));
  const refused: RefusedImport[] = [];
  let count = 0;
  await inSlices(atMost(readings.value, longestList + 1), (reading) => {
    if (reading === null) return;
    count += 1;
    if (reading.ok) merged.add(reading.value);
    else refused.push(reading.error);
  });
  if (count > longestList) return err(problem('list-too-long', { rows: String(longestList) }));
  return ok({ rows: merged.rows.map(withOtherDomains), refused });
}

/** The default domain has a place of its own in a row. */
function withOtherDomains(row: ListRow): ListRow {
  return { ...row, domains: row.domains.filter((domain) => domain !== row.defaultDomain) };
}

function readList(text: string): Result<Iterable<RowReading>, Problem> {
  if (looksLikeJson(text)) return ok(readWithJson(text));
  const table = readHeading(text);
  // A note in a table may look like JSON; what names no tenant may be what stands around some.
  if (table?.useful) return ok(readCsvList(text, table));
  if (nextJson(text, 0) !== -1) return ok(readWithJson(text));
  return table ? err(noTenantColumn(table)) : ok(readLines(text, 1));
}

/** Each JSON value that begins a line; what stands around is read as lines. */
function* readWithJson(text: string): Generator<RowReading> {
  const lines = new LineCounter(text);
  let at = 0;
  for (let start = nextJson(text, 0); start !== -1; start = nextJson(text, at)) {
    yield* readLines(text.slice(at, start), lines.at(at));
    at = start + (yield* readJsonList(text.slice(start), lines.at(start)));
  }
  yield* readLines(text.slice(at), lines.at(at));
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
