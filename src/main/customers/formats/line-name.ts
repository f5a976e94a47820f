import { guidPattern } from '#shared/text/guid.ts';

/** What the cells beside a tenant say its name is. */
export type LineName =
  | { readonly kind: 'name'; readonly text: string }
  /** Another tenant stands in it. */
  | { readonly kind: 'several' }
  /** It is a program's line: which part of it is the name, nobody can tell. */
  | { readonly kind: 'unclear' };

const guid = new RegExp(guidPattern, 'i');
/** A row's number, an amount or a date. */
const figure = /^[\d.,:/\-\s%€$£]+$/;
const address = /^\S+@\S+\.\S+$/;
const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['«', '»'],
];
const brackets: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/**
 * The name in the texts of a line that has no heading. Figures and mail addresses beside a name belong to other columns; quotes
 * around it are the list's. '' where nothing is said.
 */
export function lineName(texts: readonly string[]): LineName {
  const said = texts.filter((text) => !figure.test(text) && !address.test(text));
  const text = unquoted((said.length > 0 ? said : texts).join(', ').trim());
  if (guid.test(text)) return { kind: 'several' };
  return isProgram(text) ? { kind: 'unclear' } : { kind: 'name', text };
}

function unquoted(text: string): string {
  for (const [open, close] of pairs) {
    const inner = text.slice(open.length, -close.length);
    const isAround = text.length > 2 && text.startsWith(open) && text.endsWith(close);
    if (isAround && !inner.includes(open) && !inner.includes(close)) return inner.trim();
  }
  return text;
}

/** An assignment, or a bracket that is opened and never closed: the rest of a statement or of an object. */
function isProgram(text: string): boolean {
  if (/[={}]/.test(text)) return true;
  const open: string[] = [];
  for (const sign of text) {
    if (sign === '(' || sign === '[') open.push(sign);
    else if (brackets[sign] !== undefined && open.pop() !== brackets[sign]) return true;
  }
  return open.length > 0;
}
