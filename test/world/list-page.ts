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
  const rows = rowsUnder(fault, all);
  const size = fault?.kind === 'empty-first-page' ? Math.max(1, rows.length) : pageSize;
  const endless = fault?.kind === 'endless-paging';
  const from = endless ? start % Math.max(1, rows.length) : start;
  const next = new URL(url);
  next.searchParams.set('$skiptoken', String(start + size));
  if (fault?.kind === 'foreign-next-link') next.hostname = foreignHost;
  if (fault?.kind === 'repeated-paging') next.searchParams.set('$skiptoken', '0');
  const more = start + size < rows.length || (fault !== undefined && pagingFaults.has(fault.kind));
  const listed = rows.slice(from, from + size).map(resource);
  if (fault?.kind === 'empty-first-page' && !url.searchParams.has('$skiptoken')) {
    next.searchParams.set('$skiptoken', '0');
    return json(200, { value: [], [nextLink]: next.href }, headers);
  }
  return json(200, { value: shapedBy(fault, listed), ...(more && { [nextLink]: next.href }) }, headers);
}

function rowsUnder<T>(fault: ContentFault | undefined, all: readonly T[]): readonly T[] {
  if (fault?.kind === 'empty-list') return [];
  return fault?.kind === 'short-list' ? all.slice(0, fault.rows) : all;
}

function shapedBy(fault: ContentFault | undefined, listed: readonly object[]): readonly object[] {
  if (fault?.kind === 'other-rows') return listed.map((row) => ({ renamed: row }));
  return fault?.kind === 'twice'
    ? [...listed, ...listed.map((row) => ({ ...row, displayName: null }))]
    : listed;
}

const pagingFaults: ReadonlySet<ContentFault['kind']> = new Set<ContentFault['kind']>([
  'endless-paging',
  'foreign-next-link',
  'repeated-paging',
]);
