import type { Status } from '#shared/status/status.ts';
import type { RunningState } from './channel/wire.ts';

/** What the command line may know of the running application: states and kinds, no names. */
export function runningState(status: Status, processes: readonly number[]): RunningState {
  const { accounts, clipboardHotkey, hotkey, problems, tokensKept } = status;
  return {
    hotkey,
    clipboardHotkey,
    tokensKept,
    accounts: accounts.length,
    accountsToSignIn: accounts.filter(({ state }) => state === 'needs-sign-in').length,
    problems: [...new Set(problems.map(({ kind }) => kind))],
    processes,
  };
}
