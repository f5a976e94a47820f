import { addresses, type Field } from './fields.ts';

const wrappers: readonly (readonly [string, string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['{{', '}}'],
  ['`', '`'],
  ['*', '*'],
  ['_', '_'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
];

const openings: ReadonlySet<string> = new Set(wrappers.map(([open]) => open.charAt(0)));

/** Without the quotes of any language, and without Markdown's and wikis' signs, that stand around the whole of it. */
export function unwrapped(cell: string): string {
  if (!openings.has(cell.charAt(0))) return cell;
  for (const [open, close] of wrappers) {
    const inner = cell.slice(open.length, -close.length);
    const isAround =
      cell.length > open.length + close.length && cell.startsWith(open) && cell.endsWith(close);
    if (isAround && !inner.includes(open) && !inner.includes(close)) return unwrapped(inner.trim());
  }
  return cell;
}

/** `[Contoso](https://…)` of Markdown, `[Contoso|https://…]` of wikis, and the formula of a spreadsheet. */
const links: readonly { readonly form: RegExp; readonly text: number; readonly address: number }[] = [
  { form: /^\[([^\]]*)\]\(<?([^)\s>]*)>?[^)]*\)$/, text: 1, address: 2 },
  { form: /^\[([^|\]]*)\|([^|\]]*)(?:\|[^\]]*)?\]$/, text: 1, address: 2 },
  { form: /^=HYPERLINK\(\s*"([^"]*)"\s*(?:[,;]\s*"([^"]*)"\s*)?\)$/i, text: 2, address: 1 },
];

/** Of a cell that is a link, its address where a field asks for one, and else its text. */
export function linkedIn(field: Field, cell: string): string {
  if (!/^[[=]/.test(cell)) return cell;
  for (const { address, form, text } of links) {
    const found = form.exec(cell);
    if (found === null) continue;
    const [words, url] = [(found[text] ?? '').trim(), (found[address] ?? '').trim()];
    return words === '' || addresses.has(field) ? url : words;
  }
  return cell;
}

/**
 * The cells of a row between `|`: a wiki's link and an escaped sign may hold one of their own. `width`: how many the heading
 * has.
 */
export function joinedCells(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells;
  const joined: string[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before !== undefined && /(?:^|[^\\])(?:\\\\)*\\$/.test(before))
      joined.push(`${joined.pop()?.slice(0, -1)}| ${cell}`);
    else if (before !== undefined && before.lastIndexOf('[') > before.lastIndexOf(']'))
      joined.push(`${joined.pop()}|${cell}`);
    else joined.push(cell);
  }
  return joined;
}
