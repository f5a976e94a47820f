import { problem } from '#shared/problems/problem.ts';
import { setAutostart } from '../desktop/autostart/electron-autostart.ts';
import { startEnvironment } from '../system/process/start-environment.ts';
import { reasonOf } from '../system/storage/reason.ts';
import type { Foundation } from './foundation.ts';

/** Gives what follows the setting: one change after another, and nothing where nothing changes. */
export function buildAutostart({ platform, status }: Foundation): (wanted: boolean) => Promise<void> {
  let last: boolean | undefined;
  let before = Promise.resolve();
  return (wanted) => {
    if (wanted === last) return before;
    last = wanted;
    status.resolve('autostart-refused');
    before = before
      .then(() => setAutostart(wanted, platform, startEnvironment()))
      .catch((error: unknown) => status.report(problem('autostart-refused', { reason: reasonOf(error) })));
    return before;
  };
}
