import { decodeBase64 } from '../../text/url.ts';

/**
 * The readings of a text that may be a whole mail, the likeliest first: as it is, or out of the transfer encodings and
 * the HTML that a mail's source is written in. Which one is right shows by what can be read in it. `unlikely`: readings
 * that nobody means, in which yet another tenant may be named.
 */
export function mailTexts(text: string): {
  readonly likely: readonly string[];
  readonly unlikely: readonly string[];
} {
  const decoded = isQuotedPrintable(text) ? [withoutQuotedPrintable(text), text] : [text];
  if (!isQuotedPrintable(text) && /=3d/i.test(text)) decoded.push(withoutQuotedPrintable(text));
  if (jsonEscape.test(text)) {
    const once = withoutJsonEscapes(text);
    decoded.push(once, withoutJsonEscapes(once));
  }
  const likely = new Set([...decoded, ...base64Parts(text)].map(withoutEntities));
  return { likely: [...likely], unlikely: decoded.filter((each) => !likely.has(each)) };
}

/** Soft line breaks beside encoded equals signs, or a header that says so: neither alone is rare in other texts. */
function isQuotedPrintable(text: string): boolean {
  return (
    /^content-transfer-encoding:\s*quoted-printable/im.test(text) ||
    (/=\r?\n/.test(text) && /=3d/i.test(text))
  );
}

/** RFC 2045, 6.7. Only ASCII matters here: other letters stay encoded. */
function withoutQuotedPrintable(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n(?:> ?)*/g, '')
    .replace(/=([0-7][0-9a-f])/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** What writes JSON escapes in a string, among it everything that it would rather not have in a page. */
const jsonEscape = /\\(?:u[0-9a-f]{4}|[/nrt"\\])/i;

/** As tickets and webhooks quote a mail. Letters that nobody types stay escaped: they are no part of an address. */
function withoutJsonEscapes(text: string): string {
  const signs: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  return text.replace(/\\(?:u([0-9a-f]{4})|([/nrt"\\]))/gi, (all, hex: string | undefined, sign: string) => {
    if (hex === undefined) return signs[sign] ?? sign;
    const code = Number.parseInt(hex, 16);
    return code >= 0x20 && code < 0x7f ? String.fromCharCode(code) : all;
  });
}

/** The bodies of parts in base64, as RFC 2045, 6.8 has them: behind the blank line that ends the part's headers. */
function base64Parts(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const bodies: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    if (!/^content-transfer-encoding:\s*base64/i.test(lines[at] ?? '')) continue;
    while (at < lines.length && lines[at]?.trim() !== '') at += 1;
    while (lines[at]?.trim() === '') at += 1;
    const from = at;
    while (/^[A-Za-z0-9+/=]+$/.test(lines[at] ?? '')) at += 1;
    const decoded = decodeBase64(lines.slice(from, at).join(''));
    if (decoded !== undefined && decoded !== '') bodies.push(decoded);
    // The line that ended the body may begin the next part's headers.
    at -= 1;
  }
  return bodies;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  shy: '\u00ad',
  zwnj: '\u200c',
  equals: '=',
  colon: ':',
  sol: '/',
};

/** Twice, because a mail that quotes another mail's source escapes it again. */
function withoutEntities(text: string): string {
  let decoded = text;
  for (let times = 0; times < 2; times += 1)
    decoded = decoded.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, character);
  return decoded;
}

function character(all: string, name: string): string {
  const named = entities[name.toLowerCase()];
  if (named !== undefined || !name.startsWith('#')) return named ?? all;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code >= 0x20 && code < 0x11_0000 ? String.fromCodePoint(code) : all;
}
