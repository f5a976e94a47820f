import { parseDomain } from '#shared/tenant/domain.ts';
import { looksLikeLink } from '#shared/portals/links/read-link.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { guidPattern } from '#shared/text/guid.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { referenceKey, type TenantReference } from '#shared/tenant/tenant-reference.ts';
import { cleanName } from '../sources/customer-name.ts';
import { fieldOf, type Field } from './fields.ts';
import { lineName } from './line-name.ts';
import { isRuler, linesOf, mayNameTenant } from './lines.ts';
import { shorten, type Remarks, type RowReading } from './list-row.ts';
import { isNoValue } from './no-value.ts';
import { mostLineCells, splitCells, unquote } from './split-cells.ts';
import { tooLong } from './table.ts';

/** Nothing that names a tenant is longer, in characters; and no line of a list. */
const longestCell = 4_000;
const longestLine = 4_000_000;

/** So many cells are read at a time. */
const portion = 50;

/** What stands in one line: tenants by id, domains, and the rest, which is a name. */
interface LineParts {
  readonly ids: TenantReference[];
  domains: string[];
  texts: string[];
  /** Why something that was meant as an id or a link is none; and in which cell, from 1, when there are several. */
  fault?: { readonly problem: Problem; readonly cell: string | null };
}

/** The rows of lines without a heading: tenant ids, domains, portal links, each alone or with a name beside it. */
export function* readLines(text: string, firstLine: number, remarks: Remarks): Generator<RowReading> {
  for (const { number, text: line } of linesOf(text, { at: 0, line: firstLine })) {
    // Rulers and comments are not rows.
    if (line.length > longestLine) yield tooLong(number, line);
    else if (isRuler(line) || /^\s*(#|\/\/)/.test(line)) yield null;
    else yield* readLine(line, number, remarks);
  }
}

function* readLine(line: string, number: number, remarks: Remarks): Generator<RowReading> {
  const refuse = (why: Problem, column: string | null = null): RowReading =>
    err({ line: number, column, text: shorten(line), problem: why });
  const bare = line.replace(/^\s*(?:[-*•·–—]|\d{1,5}[.)])\s+/u, '').trim();
  // A link may contain a separator: it is not cut when it stands alone.
  const isLink = looksLikeLink(bare) && !/\s/.test(bare);
  const cells = isLink ? [bare] : yield* splitCells(bare, () => remarks.openQuote(number));
  if (cells.length > mostLineCells) {
    yield tooLong(number, line);
    return;
  }
  const parts = yield* takeApart(cells);
  const said = lineName(parts.texts);
  const name = cleanName(said.kind === 'name' ? said.text : parts.texts.join(', '));
  const named = name !== undefined && fieldOf(name) === undefined ? { name } : {};
  const [id] = parts.ids;

  if (said.kind !== 'name' && namesTenant(parts)) {
    const why = said.kind === 'several' ? 'link-ambiguous' : 'list-name-unclear';
    yield refuse(problem(why, { text: shorten(line) }));
    return;
  }
  if (id !== undefined && new Set(parts.ids.map(referenceKey)).size === 1) {
    yield ok({ line: number, reference: id, ...named, domains: parts.domains });
    return;
  }
  if (id !== undefined) {
    // Several ids and nothing else are several customers; with a name beside them it is anyone's guess whose it is.
    if (name === undefined && parts.domains.length === 0)
      for (const reference of parts.ids) yield ok({ line: number, reference, domains: [] });
    else yield refuse(problem('link-ambiguous', { text: shorten(line) }));
    return;
  }
  if (parts.fault) {
    yield refuse(parts.fault.problem, parts.fault.cell);
    return;
  }
  const [domain, ...others] = parts.domains;
  if (domain === undefined) yield refuse(problem('link-unknown', { text: shorten(line) }));
  // Domains alone are a customer each; with a name they are that customer's.
  else if (name !== undefined)
    yield ok({ line: number, reference: { kind: 'domain', domain }, ...named, domains: others });
  else
    for (const each of parts.domains)
      yield ok({ line: number, reference: { kind: 'domain', domain: each }, domains: [] });
}

function namesTenant({ domains, ids }: LineParts): boolean {
  return ids.length > 0 || domains.length > 0;
}

function* takeApart(cells: readonly string[]): Generator<null, LineParts> {
  const parts: LineParts = { ids: [], domains: [], texts: [] };
  const names: string[] = [];
  const domains: { readonly cell: string; readonly domain: string }[] = [];
  for (const [index, quoted] of cells.entries()) {
    if (index % portion === portion - 1 || quoted.length > longestCell) yield null;
    const cell = unquote(quoted);
    const domain = parseDomain(cell);
    if (domain !== undefined) {
      domains.push({ cell, domain });
      continue;
    }
    const why = takeCell(cell, parts);
    if (why) parts.fault ??= { problem: why, cell: cells.length > 1 ? String(index + 1) : null };
  }
  const all = new Set(parts.domains);
  // `Amazon.com, Inc.; amazon.com`: the one domain said twice is first a name.
  let nameIsNext = domains.length > 1 && new Set(domains.map(({ domain }) => domain)).size === 1;
  for (const { cell, domain } of domains) {
    // `E.ON; <tenant id>`: with capitals, beside an id, it is one too.
    if (nameIsNext || (parts.ids.length > 0 && cell !== cell.toLowerCase())) names.push(cell);
    else all.add(domain);
    nameIsNext = false;
  }
  parts.texts = [...names, ...parts.texts];
  parts.domains = [...all];
  if (parts.domains.length === 0) domainAtAnEnd(parts);
  if (parts.ids.length > 0 || parts.domains.length > 0) parts.texts = namesIn(parts.texts);
  return parts;
}

/** A whole cell is a tenant or a text; within a text, ids and links are found between the words. Tells what is wrong. */
function takeCell(written: string, parts: LineParts): Problem | undefined {
  const cell = written.replace(/^="?|^'(?=[0-9a-f]{8}-)/, '');
  if (isNoValue(cell)) return undefined;
  if (cell.length > longestCell)
    return problem('link-unknown', { text: shorten(cell.slice(0, longestCell)) });
  let wrong: Problem | undefined;
  const words: string[] = [];
  for (const word of cell.split(/\s+/)) {
    const { inner, name } = unwrap(word);
    if (!/-.*-|:\/\//.test(inner)) {
      words.push(word);
      continue;
    }
    const reading = readReference(inner);
    if (reading.ok && looksLikeLink(inner) && reading.value.kind === 'domain')
      parts.domains.push(reading.value.domain);
    else if (reading.ok && reading.value.kind === 'tenant') {
      parts.ids.push(reading.value);
      if (name !== undefined) words.push(name);
    } else if (!reading.ok && reading.error.kind !== 'link-unknown') wrong ??= reading.error;
    else words.push(...takeGlued(word, parts));
  }
  const text = withoutArrows(words.join(' '));
  if (text !== '') parts.texts.push(text);
  return wrong;
}

const glued = new RegExp(String.raw`^(.*?)(?<![\p{L}\p{N}-])(${guidPattern})(?![\p{L}\p{N}-])(.*)$`, 'isu');
/** A piece of an address or of a program: what an id stands for there, nobody can tell. */
const isCode = /[/\\?&=%#@{}]/;

/**
 * `Contoso(<tenant ID>).` and `顧客「<tenant ID>」`: an id with a name around it, between signs and without a blank. Gives the words
 * that are no id.
 */
function takeGlued(word: string, { ids }: LineParts): string[] {
  const [, before = '', id = '', after = ''] = glued.exec(word) ?? [];
  const reading = readReference(id);
  if (!reading.ok || isCode.test(before + after) || mayNameTenant(after)) return [word];
  ids.push(reading.value);
  // The signs between the id and what is around it belong to neither, and a label names nobody.
  return [
    before.replace(/[\p{Ps}\p{Pi}\p{Pd}\p{Pc}"'<:：,，、;*•.\s]+$/u, ''),
    after.replace(/^[\p{Pe}\p{Pf}\p{Pd}\p{Pc}"'>:：,，、。;.!?…\s]+/u, ''),
  ].filter((text) => text !== '' && fieldOf(text) === undefined);
}

/** An arrow that pointed at the id goes, as do colons and bullets; a bracket that closes a name's own stays. */
function withoutArrows(text: string): string {
  const isAround = (sign: string): boolean => /[\s:=*•–—-]/.test(sign);
  let start = 0;
  while (start < text.length && (isAround(text.charAt(start)) || text[start] === '>')) start += 1;
  let end = text.length;
  for (; end > start; end -= 1) {
    const sign = text.charAt(end - 1);
    const isArrow = sign === '>' && /[-=\s]/.test(text.charAt(end - 2));
    if (!isAround(sign) && sign !== '(' && !isArrow) break;
  }
  return text.slice(start, end);
}

/**
 * `Contoso contoso.com`: only the first or the last word of a text counts, or every sentence would have one. Beside an id it
 * is a domain only without capitals and behind a name: `Booking.com Holdings` is a name as it stands.
 */
function domainAtAnEnd(parts: LineParts): void {
  const hasId = parts.ids.length > 0;
  for (const [index, text] of parts.texts.entries()) {
    const words = text.split(/\s+/);
    if (hasId && words.length < 2) continue;
    for (const at of hasId ? [words.length - 1] : [words.length - 1, 0]) {
      const { inner, name } = unwrap(words[at] ?? '');
      const domain = parseDomain(inner);
      if (domain === undefined || (hasId && inner !== inner.toLowerCase())) continue;
      parts.domains.push(domain);
      const rest = withoutArrows(words.toSpliced(at, 1, ...(name === undefined ? [] : [name])).join(' '));
      parts.texts.splice(index, 1, ...(rest === '' ? [] : [rest]));
      return;
    }
  }
}

/** What a label before a tenant says of it, or before a name. */
const ofTenant: ReadonlySet<Field> = new Set(['tenant', 'perhapsTenant', 'ownId', 'domain', 'link']);
const ofName: ReadonlySet<Field> = new Set(['name', 'tenantOrName']);

/** The texts without the labels that people write: `Customer: Contoso (tenant ID`, and `tenant` alone. */
function namesIn(texts: readonly string[]): string[] {
  // What a program wrote is told as it stands.
  if (texts.some((text) => /[{}]/.test(text))) return [...texts];
  const names = texts
    .map((text) => withoutEnd(withoutStart(withoutRemark(text))))
    .filter((text) => text !== '');
  const said = names.filter((text) => fieldOf(text) === undefined);
  return said.length > 0 ? said : names;
}

/** `<tenant ID> # Contoso` and `<tenant ID> (Contoso)`. */
function withoutRemark(text: string): string {
  return text.replace(/^(?:#|\/\/)\s+/, '').replace(/^\(([^()]+)\)$/, '$1');
}

function withoutStart(text: string): string {
  const [, label = '', rest = ''] = /^([^:=]{1,60}?)(?:\s*[:=]\s*|\s+[-–—]\s+)(\S.*)$/s.exec(text) ?? [];
  return ofName.has(fieldOf(label) ?? 'otherId') ? rest : text;
}

/** In words. */
const longestLabel = 4;

function withoutEnd(text: string): string {
  const words = text.split(' ');
  // Most names end with no such word.
  if (fieldOf(words.at(-1) ?? '') === undefined) return text;
  for (let count = Math.min(longestLabel, words.length - 1); count > 0; count -= 1) {
    const label = words.slice(-count).join(' ');
    const field = fieldOf(label) ?? 'otherId';
    const isApart = /^[([,;:–-]/.test(label) || /[,;:–-]$/.test(words.at(-count - 1) ?? '');
    if (ofTenant.has(field) || (field === 'tenantOrName' && isApart))
      return withoutArrows(words.slice(0, -count).join(' ').replace(/[,;]$/, ''));
  }
  return text;
}

interface Word {
  readonly inner: string;
  /** What stood before it as `tid=` does, and is no label that is known: a name. */
  readonly name?: string;
}

/** The word without the brackets, quotes and punctuation around it, and without a label such as `tid=`. */
function unwrap(word: string): Word {
  let start = 0;
  let end = word.length;
  while (start < end && `("'[<\`*“„«‘‚`.includes(word.charAt(start))) start += 1;
  while (end > start && `)"']>,;:\`*“”»’‘`.includes(word.charAt(end - 1))) end -= 1;
  const inner = word.slice(start, end);
  if (looksLikeLink(inner)) return { inner };
  const [whole = '', label = ''] = /^([\p{L}][\p{L}\p{N}]*)[=:](?=.)/u.exec(inner) ?? [];
  const isName = label !== '' && fieldOf(label) === undefined;
  return { inner: inner.slice(whole.length), ...(isName && { name: label }) };
}
