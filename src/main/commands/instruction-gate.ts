import { createHash } from 'node:crypto';
import type { Customer } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { Usage } from '#shared/status/usage.ts';

/**
 * SECURITY: asked by main before every launch, so that no way in goes round it. Why a customer may not be opened yet: its
 * standing instruction asks to be read first, and has not been.
 */
export function unreadInstruction(
  { tenantId, name, instruction }: Customer,
  { read }: Pick<Usage, 'read'>,
): Problem | undefined {
  if (instruction?.atLaunch !== true || read?.[tenantId] === markOf(instruction.text)) return undefined;
  return problem('instruction-unread', { tenantId, customer: name });
}

/** A short stand-in for an instruction's text: a changed text has another mark, and has to be read again. */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
