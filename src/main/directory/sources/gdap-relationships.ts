import { z } from 'zod';
import { parseTenantId, type TenantId } from '../../../shared/tenant-id.ts';

/** An active delegated admin relationship, as far as its end goes. */
export interface Relationship {
  readonly tenantId: TenantId;
  /** ISO 8601, UTC, to the millisecond. */
  readonly ends: string | undefined;
  /** It is extended by half a year when it would end. */
  readonly renews: boolean;
}

const relationshipSchema = z.looseObject({
  '@odata.type': z.string().optional().catch(undefined),
  status: z.string(),
  customer: z.looseObject({ tenantId: z.string().transform(parseTenantId) }),
  autoExtendDuration: z.string().optional().catch(undefined),
  endDateTime: z.string().optional().catch(undefined),
});

/**
 * The active relationships on one page. Left out: what a reseller waits for together with an indirect provider
 * (`resellerDelegatedAdminRelationship`), and every other status: before `active` nothing is granted yet, after it
 * nothing any more.
 */
export function readRelationships(rows: readonly unknown[]): readonly Relationship[] {
  return rows.flatMap((row) => {
    const { data } = relationshipSchema.safeParse(row);
    if (data?.customer.tenantId === undefined || data.status !== 'active') return [];
    if (data['@odata.type']?.endsWith('.resellerDelegatedAdminRelationship') === true) return [];
    const end = Date.parse(data.endDateTime ?? '');
    return [
      {
        tenantId: data.customer.tenantId,
        ends: Number.isNaN(end) ? undefined : new Date(end).toISOString(),
        // `P180D` is the only duration by which a relationship is extended; `P0D` and `PT0S` mean that it is not.
        renews: data.autoExtendDuration === 'P180D',
      },
    ];
  });
}

/**
 * When access by these relationships ends: with the last of them. Nothing when one of them renews itself, or does not
 * say, or there is none.
 */
export function endOf(relationships: readonly Relationship[]): string | undefined {
  let last: string | undefined;
  for (const { ends, renews } of relationships) {
    if (renews || ends === undefined) return undefined;
    if (last === undefined || ends > last) last = ends;
  }
  return last;
}
