import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { ok } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { NameLookup } from './name-lookup.ts';
import type { Pages, Source, SourceRequest } from './source.ts';
import type { TenantInformation } from './tenant-information.ts';

/** A source whose blank names are filled: at once from what is known, and those that are not yet at the end. */
export class FillNames implements Source {
  readonly #source: Source;
  readonly #names: Pick<NameLookup, 'known' | 'ask'>;

  constructor(source: Source, names: Pick<NameLookup, 'known' | 'ask'>) {
    this.#source = source;
    this.#names = names;
  }

  get id(): Source['id'] {
    return this.#source.id;
  }

  async *list(request: SourceRequest): Pages {
    const known = await this.#names.known();
    const blank = new Map<TenantId, ObservedCustomer>();
    for await (const page of this.#source.list(request)) {
      if (!page.ok) {
        yield page;
        return;
      }
      const rows = page.value.map((row) => filled(row, known));
      for (const row of rows) {
        if (row.name === undefined) blank.set(row.tenantId, row);
        else blank.delete(row.tenantId);
      }
      yield ok(rows);
    }
    if (blank.size === 0) return;
    await this.#names.ask(blank.keys(), request.account, request.signal);
    const now = await this.#names.known();
    yield ok([...blank.values()].map((row) => filled(row, now)));
  }
}

function filled(row: ObservedCustomer, known: ReadonlyMap<TenantId, TenantInformation>): ObservedCustomer {
  const found = row.name === undefined ? known.get(row.tenantId) : undefined;
  if (found === undefined) return row;
  const { name, defaultDomain } = found;
  const domains = defaultDomain === undefined || row.domains.includes(defaultDomain) ? [] : [defaultDomain];
  // What the source itself says of the domain counts more.
  return {
    ...(defaultDomain !== undefined && { defaultDomain }),
    ...row,
    ...(name !== undefined && { name }),
    domains: [...row.domains, ...domains],
  };
}
