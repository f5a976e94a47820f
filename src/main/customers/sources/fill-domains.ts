import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { isInitialDomain } from '#shared/tenant/domain.ts';
import { ok } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { InitialDomains } from './initial-domains.ts';
import type { Pages, Source, SourceRequest } from './source.ts';

/** A source whose customers get their initial domain: at once from what is known, and those that are not yet at the end. */
export class FillDomains implements Source {
  readonly #source: Source;
  readonly #domains: Pick<InitialDomains, 'known' | 'ask'>;

  constructor(source: Source, domains: Pick<InitialDomains, 'known' | 'ask'>) {
    this.#source = source;
    this.#domains = domains;
  }

  get id(): Source['id'] {
    return this.#source.id;
  }

  async *list(request: SourceRequest): Pages {
    const known = await this.#domains.known();
    const unknown = new Map<TenantId, ObservedCustomer>();
    for await (const page of this.#source.list(request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const rows = page.value.map((row) => filled(row, known));
      for (const row of rows) {
        if (row.domains.some(isInitialDomain) || known.has(row.tenantId)) unknown.delete(row.tenantId);
        else unknown.set(row.tenantId, row);
      }
      yield ok(rows);
    }
    if (unknown.size === 0) return;
    await this.#domains.ask(unknown.keys(), request);
    const now = await this.#domains.known();
    yield ok(
      [...unknown.values()].map((row) => filled(row, now)).filter(({ domains }) => domains.length > 0),
    );
  }
}

function filled(row: ObservedCustomer, known: ReadonlyMap<TenantId, string | null>): ObservedCustomer {
  const domain = known.get(row.tenantId) ?? null;
  return domain === null || row.domains.some(isInitialDomain)
    ? row
    : { ...row, domains: [...row.domains, domain] };
}
