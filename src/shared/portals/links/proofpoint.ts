import { decodeBase64, decodePercent, type WebUrl } from '../../text/url.ts';

/**
 * The link in one that Proofpoint's URL Defense has rewritten, in its three forms. Source: the decoder that Proofpoint
 * publishes ("How do I decode a rewritten URL?").
 */
export function proofpointTarget(url: WebUrl): string | undefined {
  const [target, another] = new Set(
    [...url.searchParams].flatMap(([name, value]) => (name === 'u' ? value : [])),
  );
  // SECURITY: nobody knows which of two the service follows.
  if (another !== undefined) return undefined;
  if (url.pathname.startsWith('/v1/')) return target;
  if (url.pathname.startsWith('/v2/')) return secondForm(target ?? '');
  return url.pathname.startsWith('/v3/') ? thirdForm(url.href) : undefined;
}

/** `-` for the percent sign, `_` for the slash. */
function secondForm(text: string): string | undefined {
  return text === '' ? undefined : decodePercent(text.replaceAll('-', '%').replaceAll('_', '/'));
}

/** `__<link>__;<base64 of what was left out>!`: each `*` stands for one character, `**` and a letter for several. */
function thirdForm(href: string): string | undefined {
  const from = href.indexOf('/v3/__');
  const rest = from < 0 ? '' : href.slice(from + '/v3/__'.length);
  const end = rest.indexOf('__;', 1);
  const last = rest.indexOf('!', end);
  if (end < 0 || last < 0) return undefined;
  const encoded = rest.slice(end + '__;'.length, last);
  const characters = encoded === '' ? '' : decodeBase64(encoded);
  if (characters === undefined) return undefined;
  const left = [...characters];
  let taken = 0;
  const whole = rest.slice(0, end).replace(/\*(?:\*(.))?/g, (_all, run: string | undefined) => {
    const first = taken;
    taken += run === undefined ? 1 : runLength(run);
    return left.slice(first, taken).join('');
  });
  // One of the two slashes may have been lost on the way.
  return whole.replace(/^(https?:)\/(?!\/)/i, '$1//');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `A` stands for two. */
function runLength(letter: string): number {
  return letters.indexOf(letter) + 2;
}
