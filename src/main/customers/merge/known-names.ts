import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { lookAlikeKey } from '#shared/search/core.ts';
import { fold } from '#shared/search/normalise.ts';

/** What a customer is known by. */
export interface Bearer {
  readonly tenantId: TenantId;
  readonly names: readonly string[];
  readonly domains: readonly string[];
}

/** Which tenants each name and each domain is known for. Names count as the finder compares them, without legal forms. */
export class KnownNames {
  readonly #tenants = new Map<string, Set<TenantId>>();

  add(bearer: Bearer): void {
    for (const key of keysOf(bearer)) {
      const known = this.#tenants.get(key);
      if (known === undefined) this.#tenants.set(key, new Set([bearer.tenantId]));
      else known.add(bearer.tenantId);
    }
  }

  /** The other tenants that share one of these names or domains, unless `settled` knows it for this tenant. */
  sharing(bearer: Bearer, settled: KnownNames): readonly TenantId[] {
    const others = keysOf(bearer).flatMap((key) =>
      settled.#tenants.get(key)?.has(bearer.tenantId) === true
        ? []
        : [...(this.#tenants.get(key) ?? [])].filter((tenantId) => tenantId !== bearer.tenantId),
    );
    return [...new Set(others)];
  }

  /** The tenants that one of these names or domains is known for, when it is not known for this tenant as well. */
  othersOf(bearer: Bearer): readonly TenantId[] {
    const others = keysOf(bearer).flatMap((key) => {
      const known = this.#tenants.get(key);
      return known === undefined || known.has(bearer.tenantId) ? [] : [...known];
    });
    return [...new Set(others)];
  }
}

function keysOf({ names, domains }: Bearer): string[] {
  const folded = names.map((name) => lookAlikeKey(fold(name))).filter((key) => key !== '');
  return [...folded.map((key) => `name ${key}`), ...domains.map((domain) => `domain ${domain}`)];
}
