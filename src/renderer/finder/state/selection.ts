import { mostOpened } from '#shared/commands/command.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** The customers that are selected, in the order in which they were; no more than are opened at once. */
export type CustomerSelection = readonly TenantId[];

export function toggled(selection: CustomerSelection, tenantId: TenantId): CustomerSelection {
  if (selection.includes(tenantId)) return selection.filter((selected) => selected !== tenantId);
  return selection.length < mostOpened ? [...selection, tenantId] : selection;
}

/** More than this many are opened only after a question. */
export const mostUnasked = 5;
