import type { Status } from '#shared/status/status.ts';

/** As Electron's `setProgressBar` takes it: below 0 nothing is shown, above 1 that something runs whose end nobody knows. */
export const noProgress = -1;
export const someProgress = 2;

/** What the taskbar shows of long work: whether a sync or a check of access runs. */
export function progressOf({ access, sync }: Pick<Status, 'access' | 'sync'>): number {
  return sync.running || access.checking.length > 0 ? someProgress : noProgress;
}
