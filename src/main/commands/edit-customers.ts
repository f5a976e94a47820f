import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { doneOr } from '#shared/commands/outcomes.ts';
import type { Annotation } from '#shared/customer/customer.ts';
import { changeOf } from '#shared/customer/customers-edit.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { changeAnnotation } from '../customers/annotations/change-annotation.ts';
import type { Directory } from '../customers/store/directory.ts';

type Annotate = Extract<Command, { kind: 'annotate' }>;

/** Writes about a customer what its command says. Errors: `customer-unknown`, those of `changeAnnotation` and of the disk. */
export async function annotate(
  directory: Pick<Directory, 'annotate' | 'annotationOf' | 'find'>,
  { tenantId, change }: Annotate,
): Promise<CommandOutcome> {
  if (directory.find(tenantId) === undefined) return err(problem('customer-unknown', { tenantId }));
  const changed = changeAnnotation(directory.annotationOf(tenantId) ?? {}, change);
  return changed.ok ? doneOr(await directory.annotate(tenantId, changed.value)) : changed;
}

type Edit = Extract<Command, { kind: 'editCustomers' }>;

/**
 * Writes about several customers what the command says: about all of them or about none. Errors: `customer-unknown`, those of
 * `changeAnnotation` and of the disk.
 */
export async function editCustomers(
  directory: Pick<Directory, 'annotateAll' | 'annotationOf' | 'find'>,
  { edit, tenantIds }: Edit,
): Promise<CommandOutcome> {
  const annotations = new Map<TenantId, Annotation>();
  for (const tenantId of tenantIds) {
    if (directory.find(tenantId) === undefined) return err(problem('customer-unknown', { tenantId }));
    const before = directory.annotationOf(tenantId) ?? {};
    const changed = changeAnnotation(before, changeOf(edit, before));
    if (!changed.ok) return changed;
    annotations.set(tenantId, changed.value);
  }
  return doneOr(await directory.annotateAll(annotations));
}
