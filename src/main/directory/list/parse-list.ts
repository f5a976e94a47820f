import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readCsvList } from './csv-list.ts';
import { heaviestList, tooBig } from './decode-list.ts';
import { readJsonList } from './json-list.ts';
import { readLines } from './line-list.ts';
import { longestList, mergeRows, type ParsedList, type RowReading } from './list-row.ts';

/**
 * The customers that a text names, whatever its form: JSON (also between other lines, as a terminal shows it), a table
 * with a heading, or lines. Every row is either read or refused with its line and reason; nothing is guessed at.
 * Errors: `list-too-big` over 20 MB, `list-too-long` over 50,000 rows; then nothing is read.
 */
export function parseList(text: string): Result<ParsedList, Problem> {
  if (text.length > heaviestList) return err(tooBig());
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const readings = readAroundJson(plain) ?? readCsvList(plain) ?? readLines(plain, 1);
  if (readings.length > longestList) return err(problem('list-too-long', { rows: String(longestList) }));
  return ok({
    rows: mergeRows(readings.filter((reading) => reading.ok).map((reading) => reading.value)),
    refused: readings.filter((reading) => !reading.ok).map((reading) => reading.error),
  });
}

/** JSON from the first line that opens it to the last that closes it; what stands around it is read as lines. */
function readAroundJson(text: string): readonly RowReading[] | undefined {
  const start = /^[^\S\n]*[[{]/m.exec(text)?.index;
  if (start === undefined) return undefined;
  const closing = Math.max(text.lastIndexOf(']'), text.lastIndexOf('}'));
  const lineEnd = text.indexOf('\n', closing);
  const end = closing < start || lineEnd === -1 ? text.length : lineEnd;
  const lineOf = (index: number) => text.slice(0, index).split('\n').length;
  const read = readJsonList(text.slice(start, end).trim(), lineOf(start));
  return read && [...readLines(text.slice(0, start), 1), ...read, ...readLines(text.slice(end), lineOf(end))];
}
