import { useState } from 'preact/hooks';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command, CommandDone, CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';

/** Runs commands one part of a window asks for, and remembers how the last one ended. */
export function useCommand(api: Pick<TidegateApi, 'run'>): {
  readonly run: (command: Command) => Promise<CommandOutcome>;
  readonly forget: () => void;
  readonly busy: boolean;
  readonly done: CommandDone | undefined;
  readonly problem: Problem | undefined;
} {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  const run = async (command: Command): Promise<CommandOutcome> => {
    setBusy(true);
    setOutcome(null);
    try {
      const ended = await api.run(command);
      setOutcome(ended);
      return ended;
    } finally {
      setBusy(false);
    }
  };
  return {
    run,
    forget: () => setOutcome(null),
    busy,
    done: outcome?.ok ? outcome.value : undefined,
    // Who changed their mind in a dialog knows that.
    problem: outcome === null || outcome.ok || outcome.error.kind === 'cancelled' ? undefined : outcome.error,
  };
}
