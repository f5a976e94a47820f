import type { TenantId } from '../../shared/tenant-id.ts';

/** The customers marked, in the order in which they were. */
export type Marks = readonly TenantId[];

export function toggled(marks: Marks, tenantId: TenantId): Marks {
  return marks.includes(tenantId) ? marks.filter((marked) => marked !== tenantId) : [...marks, tenantId];
}

/** More than this many are opened only after a question. */
export const mostUnasked = 5;
