import { gzipSync } from 'node:zlib';
import { parseUrl } from '#shared/text/url.ts';
import { plainHref } from '#shared/text/https-address.ts';

/**
 * The page of advanced hunting with a query in it, in the form of the portal's own "share link": gzip of UTF-16LE, in
 * base64url. Attested by third parties' tools (ConvertTo-XdrEncodedAdvancedHuntingQuery); Microsoft documents no form.
 */
export function withHuntingQuery(page: string, query: string): string {
  const url = parseUrl(page);
  if (url === undefined) return page;
  url.searchParams.set('query', gzipSync(Buffer.from(query, 'utf16le')).toString('base64url'));
  return plainHref(url);
}
