import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseAddressOn, shownAddress } from './https-address.ts';
import type { ApiClient, ApiRequest } from './api-client.ts';

export interface PagesRequest extends ApiRequest {
  /** The member of a page that holds the next page's address: ARM's `nextLink`, Graph's `@odata.nextLink`. */
  readonly nextLink: 'nextLink' | '@odata.nextLink';
  readonly maxPages?: number;
}

/**
 * A list's pages as they arrive, each the parsed JSON. The first problem is the last thing that comes:
 * beside those of `getJson`, `paging-endless` and `address-refused`.
 */
export async function* pages(
  api: Pick<ApiClient, 'getJson'>,
  first: string,
  { nextLink, maxPages = 1_000, ...request }: PagesRequest,
): AsyncGenerator<Result<unknown, Problem>, void, undefined> {
  const host = new URL(first).hostname;
  const seen = new Set<string>();
  for (let url: string | undefined = first; url !== undefined;) {
    if (seen.has(url) || seen.size === maxPages) {
      yield err(problem('paging-endless', { host, pages: String(seen.size) }));
      return;
    }
    seen.add(url);
    const page = await api.getJson(url, request);
    yield page;
    if (!page.ok) return;
    const next = nextPage(page.value, nextLink, host);
    if (!next.ok) {
      yield next;
      return;
    }
    url = next.value;
  }
}

function nextPage(page: unknown, member: string, host: string): Result<string | undefined, Problem> {
  const link: unknown = typeof page === 'object' && page !== null ? Reflect.get(page, member) : undefined;
  if (link === undefined || link === null || link === '') return ok(undefined);
  const text = typeof link === 'string' ? link : JSON.stringify(link);
  // SECURITY: the token goes along, so the next page is asked of the same host or not at all.
  const url = parseAddressOn(text, new Set([host]));
  return url ? ok(url.href) : err(problem('address-refused', { address: shownAddress(text) }));
}
