import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { helpText } from '#shared/access/help-text.ts';
import type { Translate } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Directory } from '../customers/store/directory.ts';
import { done } from '#shared/commands/outcomes.ts';
import type { StatusStore } from '../state/status/status-store.ts';

export interface CopyHelpOptions {
  readonly directory: Pick<Directory, 'customers' | 'find'>;
  readonly status: Pick<StatusStore, 'current'>;
  readonly t: () => Translate;
  /** Older Electrons answer at once, newer ones give a promise. */
  readonly write: (text: string) => Promise<void> | void;
}

/** Puts a text of the help on the clipboard. SECURITY: it is made here, from what is known; a window only names it. */
export function copyHelp({ directory, status, t, write }: CopyHelpOptions) {
  return async ({ what, tenantId }: Extract<Command, { kind: 'copyHelp' }>): Promise<CommandOutcome> => {
    const customer = tenantId === undefined ? undefined : directory.find(tenantId);
    if (tenantId !== undefined && customer === undefined)
      return err(problem('customer-unknown', { tenantId }));
    const own = { ...status.current, customers: directory.customers() };
    const text = helpText(what, customer, own, t());
    if (text === undefined) return err(problem('nothing-to-copy', {}));
    await write(text);
    return done;
  };
}
