import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { changeAnnotation } from '../customers/annotations/change-annotation.ts';
import type { Directory } from '../customers/store/directory.ts';
import { doneOr } from '#shared/commands/outcomes.ts';

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
