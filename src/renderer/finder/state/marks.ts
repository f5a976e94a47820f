import { mostOpened } from '#shared/commands/command.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** The customers marked, in the order in which they were; no more than are opened at once. */
export type Marks = readonly TenantId[];

export function toggled(marks: Marks, tenantId: TenantId): Marks {
  if (marks.includes(tenantId)) return marks.filter((marked) => marked !== tenantId);
  return marks.length < mostOpened ? [...marks, tenantId] : marks;
}

/** More than this many are opened only after a question. */
export const mostUnasked = 5;
