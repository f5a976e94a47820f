import { problem } from '#shared/problems/problem.ts';
import { startAtLogin } from '../desktop/login/electron-login.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import { reasonOf } from '../system/storage/reason.ts';
import type { Foundation } from './foundation.ts';

interface Options {
  readonly executable: string;
  /** Tells such a start that nobody asked to see anything. */
  readonly option: string;
  /** The setting as it is when Tidegate starts. */
  readonly wanted: boolean;
}

/** Gives what follows the setting: one change after another, and nothing where nothing changes. */
export function buildAutostart(
  { home, platform, status }: Foundation,
  { executable, option, wanted }: Options,
): (wanted: boolean) => Promise<void> {
  // A setting that is off at the start has left nothing to take away.
  let last = wanted;
  let before = last ? follow(last) : Promise.resolve();
  async function follow(on: boolean): Promise<void> {
    const env = startEnvironment();
    status.resolve('autostart-refused');
    try {
      await startAtLogin(on, {
        ...{ home, option, platform },
        // An AppImage and a portable program are unpacked anew by each start; their own files stay.
        executable: env['APPIMAGE'] ?? env['PORTABLE_EXECUTABLE_FILE'] ?? executable,
        configHome: env['XDG_CONFIG_HOME'],
      });
    } catch (error) {
      status.report(problem('autostart-refused', { reason: reasonOf(error) }));
    }
  }
  return (on) => {
    if (on !== last) before = before.then(() => follow(on));
    last = on;
    return before;
  };
}
