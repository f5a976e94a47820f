import { parseDomain } from '../../../shared/domain.ts';
import { looksLikeLink } from '../../../shared/portals/links/read-link.ts';
import { readReference } from '../../../shared/portals/read-reference.ts';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok } from '../../../shared/result.ts';
import { referenceKey, type TenantReference } from '../../../shared/tenant-reference.ts';
import { cleanName } from '../customer-name.ts';
import { fieldOf } from './fields.ts';
import { shorten, type RowReading } from './list-row.ts';
import { splitCells } from './split-cells.ts';

/** Nothing that names a tenant is longer, in characters. */
const longestCell = 4_000;

/** What stands in one line: tenants by id, domains, and the rest, which is a name. */
interface LineParts {
  readonly ids: TenantReference[];
  domains: string[];
  texts: string[];
  /** Why something that was meant as an id or a link is none; and in which cell, from 1, when there are several. */
  fault?: { readonly problem: Problem; readonly cell: string | null };
}

/** The rows of lines without a heading: tenant ids, domains, portal links, each alone or with a name beside it. */
export function* readLines(text: string, firstLine: number): Generator<RowReading> {
  let number = firstLine;
  for (let at = 0; at <= text.length; number += 1) {
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const line = text.slice(at, end);
    at = end + 1;
    // Rulers and comments are not rows.
    if (isRuler(line) || /^\s*(#|\/\/)/.test(line)) yield null;
    else yield* readLine(line, number);
  }
}

/** Blank, a drawn line, or a row of a table with nothing in it. */
function isRuler(line: string): boolean {
  return /^[\s\p{Pd}=_+|:*~,;"─━═│┼]*$/u.test(line);
}

function readLine(line: string, number: number): readonly RowReading[] {
  const refuse = (why: Problem, column: string | null = null) => [
    err({ line: number, column, text: shorten(line), problem: why }),
  ];
  const bare = line.replace(/^\s*(?:[-*•·–—]|\d{1,5}[.)])\s+/u, '').trim();
  const parts = takeApart(bare);
  const name = cleanName(parts.texts.join(', '));
  const named = name !== undefined && fieldOf(name) === undefined ? { name } : {};
  const [id] = parts.ids;

  if (id !== undefined && new Set(parts.ids.map(referenceKey)).size === 1)
    return [ok({ line: number, reference: id, ...named, domains: parts.domains })];
  if (id !== undefined) {
    // Several ids and nothing else are several customers; with a name beside them it is anyone's guess whose it is.
    if (name === undefined && parts.domains.length === 0)
      return parts.ids.map((reference) => ok({ line: number, reference, domains: [] }));
    return refuse(problem('link-ambiguous', { text: shorten(line) }));
  }
  if (parts.fault) return refuse(parts.fault.problem, parts.fault.cell);
  const [domain, ...others] = parts.domains;
  if (domain === undefined) return refuse(problem('link-unknown', { text: shorten(line) }));
  // Domains alone are a customer each; with a name they are that customer's.
  if (name !== undefined)
    return [ok({ line: number, reference: { kind: 'domain', domain }, ...named, domains: others })];
  return parts.domains.map((each) =>
    ok({ line: number, reference: { kind: 'domain', domain: each }, domains: [] }),
  );
}

function takeApart(line: string): LineParts {
  const parts: LineParts = { ids: [], domains: [], texts: [] };
  // A link may contain a separator: it is not cut when it stands alone.
  const cells = looksLikeLink(line) && !/\s/.test(line) ? [line] : splitCells(line);
  for (const [index, cell] of cells.entries()) {
    const why = takeCell(cell, parts);
    if (why) parts.fault ??= { problem: why, cell: cells.length > 1 ? String(index + 1) : null };
  }
  const names: string[] = [];
  const domains = new Set(parts.domains);
  const asDomains = cells.map(parseDomain).filter((domain) => domain !== undefined);
  // `Amazon.com, Inc.; amazon.com`: the one domain said twice is first a name.
  let nameIsNext = asDomains.length > 1 && new Set(asDomains).size === 1;
  for (const cell of cells) {
    const domain = parseDomain(cell);
    if (domain === undefined) continue;
    // `E.ON; <tenant id>`: with capitals, beside an id, it is one too.
    if (nameIsNext || (parts.ids.length > 0 && cell !== cell.toLowerCase())) names.push(cell);
    else domains.add(domain);
    nameIsNext = false;
  }
  parts.texts = [...names, ...parts.texts];
  parts.domains = [...domains];
  if (parts.ids.length === 0 && parts.domains.length === 0) domainAtAnEnd(parts);
  return parts;
}

/** A whole cell is a tenant or a text; within a text, ids and links are found between the words. Tells what is wrong. */
function takeCell(cell: string, parts: LineParts): Problem | undefined {
  if (parseDomain(cell) !== undefined) return undefined;
  if (cell.length > longestCell)
    return problem('link-unknown', { text: shorten(cell.slice(0, longestCell)) });
  let wrong: Problem | undefined;
  const words: string[] = [];
  for (const word of cell.split(/\s+/)) {
    const inner = unwrap(word);
    if (!/-.*-|:\/\//.test(inner)) {
      words.push(word);
      continue;
    }
    const reading = readReference(inner);
    if (reading.ok && looksLikeLink(inner) && reading.value.kind === 'domain')
      parts.domains.push(reading.value.domain);
    else if (reading.ok && reading.value.kind === 'tenant') parts.ids.push(reading.value);
    else if (!reading.ok && reading.error.kind !== 'link-unknown') wrong ??= reading.error;
    else words.push(word);
  }
  // An arrow that pointed at the id goes; a bracket that closes a name's own stays.
  const text = words.join(' ').replace(/^[\s:=>*•–—-]+|(?:[=-]+>|\s>|[\s:=*•–—(-])+$/g, '');
  if (text !== '') parts.texts.push(text);
  return wrong;
}

/** `Contoso contoso.com`: only the first or the last word of a text counts, or every sentence would have one. */
function domainAtAnEnd(parts: LineParts): void {
  for (const [index, text] of parts.texts.entries()) {
    const words = text.split(/\s+/);
    for (const at of [words.length - 1, 0]) {
      const domain = parseDomain(unwrap(words[at] ?? ''));
      if (domain === undefined) continue;
      parts.domains.push(domain);
      const rest = words
        .toSpliced(at, 1)
        .join(' ')
        .replace(/^[\s:=>–—-]+|[\s:=>–—-]+$/g, '');
      parts.texts.splice(index, 1, ...(rest === '' ? [] : [rest]));
      return;
    }
  }
}

/** The word without the brackets, quotes and punctuation around it, and without a label such as `tid=`. */
function unwrap(word: string): string {
  const inner = word.replace(/^[("'[<]+|[)"'\]>,;:]+$/g, '');
  return looksLikeLink(inner) ? inner : inner.replace(/^\p{L}+[=:]/u, '');
}
