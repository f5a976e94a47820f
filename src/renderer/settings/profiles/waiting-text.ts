import type { MessageKey } from '#shared/locales/messages.ts';
import type { ProfileRow } from '#shared/commands/profiles.ts';

/** When a new name or colour shows; nothing where none waits. */
export function waitingText({
  running,
  waiting,
}: Pick<ProfileRow, 'running' | 'waiting'>): MessageKey | null {
  if (!waiting) return null;
  return running ? 'profiles.waiting' : 'profiles.waitingClosed';
}
