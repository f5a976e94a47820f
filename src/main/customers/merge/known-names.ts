import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { lookAlikeKey } from '#shared/search/core.ts';
import { fold } from '#shared/search/normalise.ts';

/** What a customer is known by. */
export interface KnownBy {
  readonly tenantId: TenantId;
  readonly names: readonly string[];
  readonly domains: readonly string[];
}

/** Which tenants each name and each domain is known for. Names count as the finder compares them, without legal forms. */
export class KnownNames {
  readonly #tenants = new Map<string, Set<TenantId>>();

  add(customer: KnownBy): void {
    for (const key of keysOf(customer)) {
      const known = this.#tenants.get(key);
      if (known === undefined) this.#tenants.set(key, new Set([customer.tenantId]));
      else known.add(customer.tenantId);
    }
  }

  /** The other tenants that share one of these names or domains, unless `settled` knows it for this tenant. */
  sharing(customer: KnownBy, settled: KnownNames): readonly TenantId[] {
    const others = keysOf(customer).flatMap((key) =>
      settled.#tenants.get(key)?.has(customer.tenantId) === true
        ? []
        : [...(this.#tenants.get(key) ?? [])].filter((tenantId) => tenantId !== customer.tenantId),
    );
    return [...new Set(others)];
  }

  /** The tenants that one of these names or domains is known for, when it is not known for this tenant as well. */
  othersOf(customer: KnownBy): readonly TenantId[] {
    const others = keysOf(customer).flatMap((key) => {
      const known = this.#tenants.get(key);
      return known === undefined || known.has(customer.tenantId) ? [] : [...known];
    });
    return [...new Set(others)];
  }
}

function keysOf({ names, domains }: KnownBy): string[] {
  const folded = names.map((name) => lookAlikeKey(fold(name))).filter((key) => key !== '');
  return [...folded.map((key) => `name ${key}`), ...domains.map((domain) => `domain ${domain}`)];
}
