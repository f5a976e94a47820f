/**
 * A text as one line that can be shown, of any length; empty when there is nothing to see.
 * SECURITY: invisible formatting (text direction above all) goes, because it can make one customer look like another.
 */
export function oneLine(text: string): string {
  return withoutInvisible(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Cleans a text of several lines: the lines stay, each ended by `\n`. */
export function severalLines(text: string): string {
  return withoutInvisible(text)
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]|[^\P{Cc}\n]/gu, ' ')
    .replace(/ +$/gm, '')
    .trim();
}

/** Also without halves of characters, which no file can keep. */
function withoutInvisible(text: string): string {
  return text.replace(/[\p{Cf}\p{Cs}]/gu, '');
}
