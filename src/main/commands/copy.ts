import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { copiedText } from '#shared/commands/copied-text.ts';
import { planOpen, type OpenContext } from './plan-open.ts';
import { done } from '#shared/commands/outcomes.ts';

export interface CopyOptions {
  readonly context: () => OpenContext;
  /** The template that counts while the user has set none, in the user's language. */
  readonly usualTemplate: () => string;
  readonly write: (text: string) => Promise<void> | void;
}

/** Errors: those of `planOpen`, where a link is wanted. */
export async function copy(
  { context: contextNow, usualTemplate, write }: CopyOptions,
  { what, tenantId, page }: Extract<Command, { kind: 'copy' }>,
): Promise<CommandOutcome> {
  const context = contextNow();
  const opening = planOpen({ kind: 'open', tenantId, page }, context);
  const customer = context.customers.get(tenantId);
  if (!opening.ok && (what !== 'tenantId' || customer === undefined)) return opening;
  if (customer !== undefined) {
    const link = opening.ok ? opening.value.url : '';
    await write(copiedText(what, customer, link, context.settings.ticketTemplate ?? usualTemplate()));
  }
  return done;
}
