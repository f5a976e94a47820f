import { json } from './exchange.ts';
import type { ContentFault, Reply, WorldRequest } from './exchange.ts';
import { foreignHost } from './hosts.ts';

/**
 * One page of a list, `{"value": [...]}` with the absolute address of the next one under the name given, as ARM and
 * Graph answer. The page that is asked for stands in `$skiptoken`. Only what is on it is made into resources.
 */
export function listPage<T>(
  { url }: WorldRequest,
  all: readonly T[],
  resource: (each: T) => object,
  pageSize: number,
  nextLink: 'nextLink' | '@odata.nextLink',
  fault: ContentFault | undefined,
  headers: Reply['headers'] = {},
): Reply | undefined {
  const start = Number(url.searchParams.get('$skiptoken') ?? '0');
  if (!Number.isSafeInteger(start) || start < 0) return undefined;
  const endless = fault?.kind === 'endless-paging';
  const from = endless ? start % Math.max(1, all.length) : start;
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(start + pageSize));
  if (fault?.kind === 'foreign-next-link') next.hostname = foreignHost;
  if (fault?.kind === 'repeated-paging') next.searchParams.set('$skiptoken', '0');
  const more = start + pageSize < all.length || (fault !== undefined && pagingFaults.has(fault.kind));
  return json(
    200,
    { value: all.slice(from, from + pageSize).map(resource), ...(more && { [nextLink]: next.href }) },
    headers,
  );
}

const pagingFaults: ReadonlySet<ContentFault['kind']> = new Set<ContentFault['kind']>([
  'endless-paging',
  'foreign-next-link',
  'repeated-paging',
]);
