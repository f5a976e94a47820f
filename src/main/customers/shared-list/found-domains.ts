import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { ok } from '#shared/problems/result.ts';
import type { DomainAnswers, DomainLookup } from '../sources/domain-lookup.ts';

/**
 * Remembers the tenants that were found until the whole list has been read: a long list of domains that is interrupted,
 * by the server's own limit for instance, goes on where it stopped instead of never coming to its end.
 */
export class FoundDomains {
  readonly #lookup: Pick<DomainLookup, 'findAll'>;
  readonly #found = new Map<string, TenantId>();

  constructor(lookup: Pick<DomainLookup, 'findAll'>) {
    this.#lookup = lookup;
  }

  async findAll(domains: Iterable<string>, signal?: AbortSignal): Promise<DomainAnswers> {
    const all = [...domains];
    const asked = all.filter((domain) => !this.#found.has(domain));
    const answers = new Map(await this.#lookup.findAll(asked, signal));
    for (const [domain, answer] of answers) if (answer.ok) this.#found.set(domain, answer.value);
    for (const domain of all) {
      const tenantId = this.#found.get(domain);
      if (tenantId !== undefined) answers.set(domain, ok(tenantId));
    }
    return answers;
  }

  forget(): void {
    this.#found.clear();
  }
}
