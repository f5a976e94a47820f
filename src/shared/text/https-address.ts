import { parseUrl, type WebUrl } from './url.ts';

/** `https://`, a host of plain letters, at most the usual port, and then path, query, fragment or nothing. */
const shape = /^https:\/\/[a-z0-9.-]+(?::443)?(?=[/?#]|$)/i;

/** What the parser would forgive, and what nobody can see: white space, backslashes, control and format characters. */
const forgiven = /[\s\\\p{Cc}\p{Cf}]/u;

/**
 * SECURITY: the one check of every address that comes from outside or goes to a browser. The URL parser forgives what
 * no genuine address needs: line breaks, backslashes for slashes, missing slashes, a user name that looks like a host,
 * another port, percent signs or look-alike letters in the host. None of that is forgiven here. Whose host it is, the
 * caller decides, by its exact name.
 */
export function parseHttpsAddress(text: string): WebUrl | undefined {
  if (forgiven.test(text) || !shape.test(text)) return undefined;
  const url = parseUrl(text);
  const plain = url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain ? url : undefined;
}

/**
 * The address as it may stand on a command line: printable ASCII without quotes, brackets or pipes. The parser leaves
 * some of these in queries and fragments; percent-encoded they mean the same to the page that reads them.
 */
export function plainHref(url: WebUrl): string {
  return url.href.replace(
    /["'<>\\^`{|}]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
