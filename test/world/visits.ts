import { Chronicle } from './chronicle.ts';

/** A browser came to a portal page. Tenant ids here are those found in what the browser brought along. */
export interface Visit {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly host: string;
  readonly path: string;
  /** With its question mark, or ''. */
  readonly query: string;
  /** The tenant the page was for; null when the address names none that exists. */
  readonly tid: string | null;
  readonly customer: string | null;
  readonly userAgent: string;
  /** The Cookie header as it came, or ''. */
  readonly cookieHeader: string;
  /** What the page found before it wrote anything, once it has told; null until then. */
  readonly storage: SiteStorage | null;
}

/** Tenant ids whose marks the page found, by where. */
export interface SiteStorage {
  readonly scriptCookies: readonly string[];
  readonly localStorage: readonly string[];
  readonly indexedDb: readonly string[];
  /** The browser's own cache of what it was sent. */
  readonly httpCache: readonly string[];
  /** What scripts put aside (the Cache interface). */
  readonly cacheStorage: readonly string[];
  readonly serviceWorkers: readonly string[];
}

export type VisitBook = Chronicle<Visit>;

export const createVisitBook = (): VisitBook =>
  new Chronicle<Visit>(
    (visit) =>
      `${visit.at} ${visit.host}${visit.path}${visit.query} (${visit.customer ?? 'nobody'}), ` +
      (visit.storage === null ? 'storage not reported' : `knows ${tenantsKnownTo(visit).join(', ')}`),
  );

export const httpCookiePrefix = 'world-http-';

/** Every tenant whose cookies or storage the browser held when it came, sorted. */
export function tenantsKnownTo(visit: Visit): readonly string[] {
  const cookies = [...visit.cookieHeader.matchAll(/world-(?:http|script)-([0-9a-f-]{36})=/g)].map(
    (match) => match[1] ?? '',
  );
  const storage: Readonly<Record<string, readonly string[]>> = { ...visit.storage };
  const stored = Object.values(storage).flat();
  return [...new Set([...cookies, ...stored])].sort();
}
