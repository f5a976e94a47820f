import { problem } from '#shared/problems/problem.ts';
import { forgetLogin, startAtLogin } from '../desktop/login/electron-login.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import { reasonOf } from '../system/storage/reason.ts';
import type { Foundation } from './foundation.ts';

interface Options {
  readonly executable: string;
  /** Tells such a start that nobody asked to see anything. */
  readonly option: string;
  /** The setting as it is when Tidegate starts. */
  readonly wanted: boolean;
  /** Whether this Tidegate has the usual data. One with data of its own takes away only what it added. */
  readonly usual: boolean;
}

export type Autostart = ReturnType<typeof buildAutostart>;

/** Follows the setting: one change after another, and nothing where nothing changes. */
export function buildAutostart(
  { home, platform, status }: Pick<Foundation, 'home' | 'platform' | 'status'>,
  { executable, option, usual, wanted }: Options,
) {
  const login = { executable, home, option, platform, env: startEnvironment() };
  let last = wanted;
  // A setting that is off may have been on before: a policy was withdrawn, or a damaged file was set aside.
  let before = Promise.resolve();
  if (wanted) before = carryOut(() => startAtLogin(true, login));
  else if (usual) before = carryOut(() => forgetLogin(login));

  async function carryOut(act: () => Promise<void>): Promise<void> {
    status.resolve('autostart-refused');
    try {
      await act();
    } catch (error) {
      status.report(problem('autostart-refused', { reason: reasonOf(error) }));
    }
  }

  return {
    follow(on: boolean): Promise<void> {
      if (on !== last) before = before.then(() => carryOut(() => startAtLogin(on, login)));
      last = on;
      return before;
    },
    /** Settles when all that was asked for is done. */
    settled: (): Promise<void> => before,
  };
}
