import { powerMonitor } from 'electron';
import type { Platform } from '#shared/platform.ts';
import { watchForLock } from './lock-watch.ts';

/** Calls `locked` when the user's session is locked or the computer goes to sleep. Returns what ends that. */
export function onSystemLock(
  platform: Platform,
  environment: Readonly<Record<string, string | undefined>>,
  locked: () => void,
): () => void {
  powerMonitor.on('lock-screen', locked);
  powerMonitor.on('suspend', locked);
  // Electron tells of a lock on Windows and macOS alone.
  const stop = platform === 'linux' ? watchForLock(environment, locked) : () => undefined;
  return () => {
    powerMonitor.off('lock-screen', locked);
    powerMonitor.off('suspend', locked);
    stop();
  };
}
