import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { copiedText } from '#shared/commands/copied-text.ts';
import { planOpen, type OpenGround } from './plan-open.ts';
import { done } from '#shared/commands/outcomes.ts';

export interface CopyParts {
  readonly ground: () => OpenGround;
  /** The template in the user's language, where the user has none. */
  readonly usualTemplate: () => string;
  readonly write: (text: string) => Promise<void> | void;
}

/** Errors: those of `planOpen`, where a link is wanted. */
export async function copy(
  { ground: groundNow, usualTemplate, write }: CopyParts,
  { what, tenantId, destination }: Extract<Command, { kind: 'copy' }>,
): Promise<CommandOutcome> {
  const ground = groundNow();
  const opening = planOpen({ kind: 'open', tenantId, destination }, ground);
  const customer = ground.customers.get(tenantId);
  if (!opening.ok && (what !== 'tenantId' || customer === undefined)) return opening;
  if (customer !== undefined) {
    const link = opening.ok ? opening.value.url : '';
    await write(copiedText(what, customer, link, ground.settings.ticketTemplate ?? usualTemplate()));
  }
  return done;
}
