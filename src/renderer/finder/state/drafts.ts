import type { Customer } from '#shared/customer/customer.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { changedFields, draftOf, type Draft } from './draft.ts';

/**
 * What was typed into the forms of customers and is neither saved nor discarded. Only the fields that were changed are
 * kept: the others show what holds when the form comes back.
 */
export class Drafts {
  readonly #kept = new Map<TenantId, Partial<Draft>>();

  /** What the form of a customer shows: what is saved, with what was typed over it. */
  of(customer: Customer): Draft {
    return { ...draftOf(customer), ...this.#kept.get(customer.tenantId) };
  }

  has(tenantId: TenantId): boolean {
    return this.#kept.has(tenantId);
  }

  keep(tenantId: TenantId, before: Draft, after: Draft): void {
    const changed = changedFields(before, after);
    if (Object.keys(changed).length === 0) this.#kept.delete(tenantId);
    else this.#kept.set(tenantId, changed);
  }

  discard(tenantId: TenantId): void {
    this.#kept.delete(tenantId);
  }
}
