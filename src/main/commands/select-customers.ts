import type { CommandOutcome } from '#shared/commands/command.ts';
import type { Events } from '#shared/commands/channels.ts';
import { done } from '#shared/commands/outcomes.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Finder } from '../desktop/finder/finder.ts';

export interface SelectOptions {
  readonly directory: Pick<Directory, 'find'>;
  readonly finder: Pick<Finder, 'show'>;
  readonly tellSelection: (selection: Events['finder:selection']) => void;
}

/**
 * Shows the finder with these customers selected. SECURITY: nothing opens; the user sees whom a link names, and says so.
 * Error: `selection-unlisted`, where none of them is on the list.
 */
export function selectCustomers(
  { directory, finder, tellSelection }: SelectOptions,
  asked: readonly TenantId[],
): CommandOutcome {
  const tenantIds = asked.filter((tenantId) => directory.find(tenantId) !== undefined);
  const unlisted = asked.length - tenantIds.length;
  if (tenantIds.length === 0) return err(problem('selection-unlisted', { count: String(unlisted) }));
  finder.show();
  tellSelection({ tenantIds, unlisted });
  return done;
}
