import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { ok } from '#shared/problems/result.ts';
import { isInitialDomain } from '#shared/tenant/domain.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { InitialDomains } from './initial-domains.ts';
import type { NameLookup } from './name-lookup.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

/** Where to find what a source leaves blank. `Known`: what has been found so far, kept from one sync to the next. */
interface Blanks<Known> {
  known(): Promise<Known>;
  /** Looks these tenants up: what is found is known from then on. */
  ask(tenantIds: Iterable<TenantId>, request: SourceRequest): Promise<unknown>;
  /** Gives the very row where nothing is known to fill in. */
  fill(row: ObservedCustomer, known: Known): ObservedCustomer;
  /** Whether a row that was filled still has to be asked about. */
  isOpen(row: ObservedCustomer, known: Known): boolean;
}

/** A source whose blanks are filled: at once from what is known, and the others when the source has come to its end. */
export class FillBlanks<Known> implements Source {
  readonly #source: Source;
  readonly #blanks: Blanks<Known>;

  constructor(source: Source, blanks: Blanks<Known>) {
    this.#source = source;
    this.#blanks = blanks;
  }

  get id(): Source['id'] {
    return this.#source.id;
  }

  async *list(request: SourceRequest): Pages {
    const blanks = this.#blanks;
    const known = await blanks.known();
    const open = new Map<TenantId, ObservedCustomer>();
    for await (const page of this.#source.list(request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const rows = page.value.map((row) => blanks.fill(row, known));
      for (const row of rows) {
        if (blanks.isOpen(row, known)) open.set(row.tenantId, row);
        else open.delete(row.tenantId);
      }
      yield ok(rows);
    }
    if (open.size === 0) return;
    await blanks.ask(open.keys(), request);
    const found = await blanks.known();
    const rows = [...open.values()];
    yield ok(rows.map((row) => blanks.fill(row, found)).filter((row, at) => row !== rows[at]));
  }
}

/** The initial domain (`contoso.onmicrosoft.com`) of tenants for which a source tells none. */
export function blankDomains(
  domains: Pick<InitialDomains, 'known' | 'ask'>,
): Blanks<ReadonlyMap<TenantId, string | null>> {
  return {
    known: () => domains.known(),
    ask: (tenantIds, request) => domains.ask(tenantIds, request),
    isOpen: ({ domains, tenantId }, known) => !domains.some(isInitialDomain) && !known.has(tenantId),
    fill: (row, known) => {
      const domain = known.get(row.tenantId) ?? null;
      return domain === null || row.domains.some(isInitialDomain)
        ? row
        : { ...row, domains: [...row.domains, domain] };
    },
  };
}

type KnownNames = Awaited<ReturnType<NameLookup['known']>>;

/** The name, and with it the default domain, of tenants for which a source tells no name. */
export function blankNames(names: Pick<NameLookup, 'known' | 'ask'>): Blanks<KnownNames> {
  return {
    known: () => names.known(),
    ask: (tenantIds, { account, signal }) => names.ask(tenantIds, account, signal),
    isOpen: ({ name }) => name === undefined,
    fill: (row, known) => {
      const found = row.name === undefined ? known.get(row.tenantId) : undefined;
      if (found === undefined) return row;
      const { name, defaultDomain } = found;
      const domains =
        defaultDomain === undefined || row.domains.includes(defaultDomain) ? [] : [defaultDomain];
      // What the source itself says of the domain counts more.
      return {
        ...(defaultDomain !== undefined && { defaultDomain }),
        ...row,
        ...(name !== undefined && { name }),
        domains: [...row.domains, ...domains],
      };
    },
  };
}
