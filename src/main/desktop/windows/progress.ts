import type { Status } from '#shared/status/status.ts';

/** Values for Electron's `setProgressBar`: below 0 it shows nothing, above 1 work whose end is unknown. */
export const noProgress = -1;
export const someProgress = 2;

/** What the taskbar shows of long work: how far an import is, or that a sync or a check of access runs. */
export function progressOf({
  access,
  importing,
  sync,
}: Pick<Status, 'access' | 'importing' | 'sync'>): number {
  if (importing !== null && importing.total > 0) return importing.done / importing.total;
  if (importing !== null) return someProgress;
  return sync.running || access.checking.length > 0 ? someProgress : noProgress;
}
