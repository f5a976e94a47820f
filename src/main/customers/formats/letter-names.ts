/** HTML's names of the letters from U+00C0 to U+00FF, in their order. */
const latin =
  `Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`.split(
    /\s+/,
  );

const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['nbsp', ' '],
  ['apos', "'"],
  ...latin.map((name, at) => [name, String.fromCharCode(0xc0 + at)] as const),
]);

/**
 * Letters that a wiki or a web page wrote by their names, `M&uuml;ller &amp; S&#246;hne`, as they are meant. A sign that
 * parts the cells of a list stays as it is written.
 */
export function withLetters(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([A-Za-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return named.get(name) ?? whole;
    const code = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (code === 38 || code === 39) return String.fromCharCode(code);
    return code >= 0xa0 && code < 0xd800 ? String.fromCodePoint(code) : whole;
  });
}
