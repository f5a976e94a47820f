import type { Command, CommandOutcome } from '../../shared/command.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import { changeAnnotation } from '../directory/annotations/change-annotation.ts';
import type { Directory } from '../directory/directory.ts';
import { doneOr } from '../../shared/outcomes.ts';

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
