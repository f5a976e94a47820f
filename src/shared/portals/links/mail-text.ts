import { decodeBase64 } from '../../url.ts';

/**
 * The readings of a text that may be a whole mail, the likeliest first: as it is, or out of the transfer encodings and
 * the HTML that a mail's source is written in. Which one is right shows by what can be read in it.
 */
export function mailTexts(text: string): readonly string[] {
  const decoded = isQuotedPrintable(text) ? [withoutQuotedPrintable(text), text] : [text];
  if (!isQuotedPrintable(text) && /=3d/i.test(text)) decoded.push(withoutQuotedPrintable(text));
  return [...decoded, ...base64Parts(text)].map(withoutEntities);
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

/** The bodies of parts in base64, as RFC 2045, 6.8 has them. */
function base64Parts(text: string): readonly string[] {
  const parts = text.matchAll(
    /^content-transfer-encoding:\s*base64[^\n]*\n(?:[^\n]*\S[^\n]*\n)*\s*\n((?:[A-Za-z0-9+/=]+\r?\n?)+)/gim,
  );
  return [...parts].flatMap(([, body]) => {
    const decoded = decodeBase64(body ?? '');
    return decoded === undefined ? [] : [decoded];
  });
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
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
