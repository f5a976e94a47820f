import type { CommandOutcome } from '#shared/commands/command.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import { selectionIn } from '#shared/portals/links/selection-link.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { OpenCustomer } from './open-customer.ts';

/** Electron 33 gives the text at once, later ones a promise of it. */
export type ReadClipboard = () => string | Promise<string>;

/**
 * Opens what the clipboard's text says, read once and now; customers that it hands over are selected. `isUnnamed`: tells
 * whether a text is a link that names no tenant. Errors: `clipboard-empty`, those of `openLink` and `selectCustomers`.
 */
export async function openClipboard(
  read: ReadClipboard,
  openCustomer: Pick<OpenCustomer, 'run'>,
  select: (tenantIds: readonly TenantId[]) => CommandOutcome,
  isUnnamed: (text: string) => boolean = () => false,
): Promise<CommandOutcome> {
  const text = await read();
  if (text.trim() === '') return err(problem('clipboard-empty', {}));
  const selected = selectionIn(text);
  if (selected !== undefined) return select(selected);
  const outcome = await openCustomer.run({ kind: 'openLink', text });
  if (outcome.ok) return outcome;
  const { error } = outcome;
  // The finder asks whose it is.
  if (error.kind === 'link-unknown' && isUnnamed(text))
    return err(problem(error.kind, { ...error.values, link: text }));
  if (error.kind === 'link-customer-unnamed' && isUnnamed(text))
    return err(problem(error.kind, { ...error.values, link: text }));
  if (error.kind !== 'instruction-unread') return outcome;
  // The clipboard may hold something else by the time that the instruction has been read.
  return err(problem('instruction-unread', { ...error.values, link: text }));
}
