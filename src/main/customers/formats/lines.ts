export interface Line {
  /** From 1. */
  readonly number: number;
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
}

/** The lines of a text, one after the other. The text has `\n` between them. */
export function* linesOf(text: string, from = { at: 0, line: 1 }): Generator<Line> {
  let number = from.line;
  for (let { at } = from; at <= text.length; number += 1) {
    const lineBreak = text.indexOf('\n', at);
    const end = lineBreak === -1 ? text.length : lineBreak;
    yield { number, at, text: text.slice(at, end) };
    at = end + 1;
  }
}

/** Blank, a drawn line, or a row of a table with nothing in it. */
export function isRuler(line: string): boolean {
  return /^[\s\p{Pd}=_+|:*~,;"\u2500-\u257f]*$/u.test(line);
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** True when an id or a link stands somewhere in it, whole or damaged, or a cell of it is a domain. */
export function mayNameTenant(text: string): boolean {
  return guid.test(text) || /:\/\//.test(text);
}
