import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** A name must have been in sight for so long before it counts as read, in milliseconds. */
const readingTime = 300;

/** Knows whose name stands where the user looks, and whether there was time to read it. */
export class Reading {
  readonly #now: () => number;
  #inSight: { readonly tenantId: TenantId; readonly since: number } | null = null;

  /** `now` is in milliseconds. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** This customer's name has just been painted in the place where the user looks; null for nobody's. */
  painted(tenantId: TenantId | null): void {
    if (tenantId === null) this.#inSight = null;
    else if (this.#inSight?.tenantId !== tenantId) this.#inSight = { tenantId, since: this.#now() };
  }

  /** The user chose this customer with the pointer, which nobody does unread. */
  pointed(tenantId: TenantId): void {
    this.#inSight = { tenantId, since: Number.NEGATIVE_INFINITY };
  }

  wasTimeFor(tenantId: TenantId): boolean {
    const seen = this.#inSight;
    return seen?.tenantId === tenantId && this.#now() - seen.since >= readingTime;
  }
}
