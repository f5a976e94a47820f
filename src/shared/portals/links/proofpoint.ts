import { decodeBase64, decodePercent, type WebUrl } from '../../url.ts';

/**
 * The link in one that Proofpoint's URL Defense has rewritten, in its three forms. Source: the decoder that Proofpoint
 * publishes ("How do I decode a rewritten URL?").
 */
export function proofpointTarget(url: WebUrl): string | undefined {
  if (url.pathname.startsWith('/v1/')) return url.searchParams.get('u') ?? undefined;
  if (url.pathname.startsWith('/v2/')) return secondForm(url.searchParams.get('u') ?? '');
  return url.pathname.startsWith('/v3/') ? thirdForm(url.href) : undefined;
}

/** `-` for the percent sign, `_` for the slash. */
function secondForm(text: string): string | undefined {
  return text === '' ? undefined : decodePercent(text.replaceAll('-', '%').replaceAll('_', '/'));
}

/** `__<link>__;<base64 of what was left out>!`: each `*` stands for one character, `**` and a letter for several. */
function thirdForm(href: string): string | undefined {
  const [, link, encoded = ''] = /\/v3\/__(.+?)__;([^!]*)!/.exec(href) ?? [];
  const characters = encoded === '' ? '' : decodeBase64(encoded);
  if (link === undefined || characters === undefined) return undefined;
  const left = [...characters];
  const whole = link.replace(/\*(?:\*(.))?/g, (_all, run: string | undefined) => {
    return left.splice(0, run === undefined ? 1 : runLength(run)).join('');
  });
  // One of the two slashes may have been lost on the way.
  return whole.replace(/^(https?:)\/(?!\/)/i, '$1//');
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** `A` stands for two. */
function runLength(letter: string): number {
  return letters.indexOf(letter) + 2;
}
