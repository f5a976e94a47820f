import { fieldOf, findable, type Field } from './fields.ts';
import { isRuler, linesOf, mayNameTenant } from './lines.ts';
import type { RowReading } from './list-row.ts';
import { columnsOf, readRow, tooLong } from './table.ts';

const linesLooked = 200;
const looked = 65_536;
/** In characters, with all its values. */
const longestBlock = 200_000;

/** `Name : value`, also as YAML writes it. */
const pair = /^(\s*(?:-\s+)?)([\p{L}][\p{L}\p{N} ()._'’/-]{0,60}?)\s*:(?:\s+(.*)|)$/u;

/**
 * True for customers as blocks of lines, a property each: PowerShell's Format-List, `az … -o yaml`, and what people copy
 * from a portal or a ticket. One property may stand alone when it is all there is.
 */
export function looksLikeBlocks(text: string): boolean {
  let pairs = 0;
  let others = 0;
  const known = new Map<string, number>();
  let useful = false;
  for (const { number, text: line } of linesOf(text.slice(0, looked))) {
    if (number > linesLooked) break;
    if (isRuler(line) || line.startsWith('#')) continue;
    const [, , name = '', value] = pair.exec(line.slice(0, 1_000)) ?? [];
    if (name === '') {
      if (!/^\s{4,}\S/.test(line)) others += 1;
      continue;
    }
    pairs += 1;
    const field = fieldOf(name);
    if (field === undefined || value === undefined) continue;
    known.set(field, (known.get(field) ?? 0) + 1);
    useful ||= findable.has(field);
  }
  return useful && known.size > 1 && others * 4 <= pairs;
}

interface Block {
  readonly line: number;
  readonly names: string[];
  readonly cells: string[];
  size: number;
}

/** The customers of such a text: a blank line, a dash of YAML, or a property that comes again, begins the next. */
export function* readBlocks(text: string): Generator<RowReading> {
  let block: Block | undefined;
  for (const { number, text: line } of linesOf(text)) {
    const [, lead = '', name, value = ''] = pair.exec(line.slice(0, longestBlock)) ?? [];
    if (isRuler(line) || lead.includes('-') || (name !== undefined && block?.names.includes(name) === true)) {
      if (block !== undefined) yield* readBlock(block);
      block = undefined;
    }
    if (isRuler(line) || /^\s*#/.test(line)) yield null;
    else if (name !== undefined) {
      block ??= { line: number, names: [], cells: [], size: 0 };
      block.names.push(name);
      block.cells.push(value.trim());
      block.size += line.length;
    } else if (block !== undefined && /^\s+\S/.test(line)) {
      goOn(block, line);
    } else yield readRow(columnsOf([]), { line: number, cells: [], whole: line });
  }
  if (block !== undefined) yield* readBlock(block);
}

/** Where there is no word to end a line behind, as in ids and domains, it is cut anywhere; elsewhere at a blank. */
const unbroken: ReadonlySet<Field> = new Set([
  'tenant',
  'perhapsTenant',
  'ownId',
  'otherId',
  'link',
  'perhapsLink',
  'domain',
  'domains',
  'site',
]);

/** Those that may say several things, a semicolon between them. */
const several: ReadonlySet<Field> = new Set(['aliases', 'tags', 'links']);

/** A value goes on below its beginning, at the same place; YAML's lists have a dash before each item. */
function goOn(block: Block, line: string): void {
  const field = fieldOf(block.names.at(-1) ?? '');
  const dash = field !== undefined && several.has(field) ? '; ' : ' ';
  const more = line.trim().replace(/^-\s+/, dash);
  if (block.size < longestBlock) block.cells.push(joined(field, block.cells.pop() ?? '', more));
  block.size += line.length;
}

function joined(field: Field | undefined, before: string, more: string): string {
  const bare = before + more;
  if (before === '' || (field !== undefined && unbroken.has(field))) return bare;
  return field === 'tenantOrName' && mayNameTenant(bare) ? bare : `${before} ${more.trimStart()}`;
}

function* readBlock({ cells: written, line, names, size }: Block): Generator<RowReading> {
  const cells = written.map(unquote);
  const whole = names.map((name, at) => `${name}: ${(cells[at] ?? '').slice(0, 200)}`).join('; ');
  const columns = columnsOf(names);
  // Such as `customers:` above a list of them.
  if (cells.every((cell) => cell === '')) yield null;
  else if (size >= longestBlock) yield tooLong(line, whole);
  else yield columns.known === 0 ? null : readRow(columns, { line, cells, whole });
}

function unquote(value: string): string {
  const text = value.trim();
  return /^"([^"]*)"$/.exec(text)?.[1] ?? /^'([^']*)'$/.exec(text)?.[1] ?? text;
}
