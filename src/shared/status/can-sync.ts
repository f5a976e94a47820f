import type { SyncStatus } from './status.ts';

/** Whether a sync has anything to ask. What an account listed that is signed out now is shown, and cannot be asked. */
export function canSync({ sources }: Pick<SyncStatus, 'sources'>): boolean {
  return sources.some(({ accountId, username }) => accountId === undefined || username !== undefined);
}
