import type { Command, CommandKind, CommandOutcome } from '../../shared/command.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import { mayAsk, type Entry } from './entries.ts';

/** One handler a command. A handler plans what it will do before its first await. */
export type Handlers = {
  readonly [K in CommandKind]: (
    command: Extract<Command, { kind: K }>,
  ) => Promise<CommandOutcome> | CommandOutcome;
};

/** The one door through which every way in asks for anything. */
export class Commands {
  readonly #handlers: Handlers;
  readonly #onOutcome: (command: Command, entry: Entry, outcome: CommandOutcome) => void;

  constructor(
    handlers: Handlers,
    onOutcome: (command: Command, entry: Entry, outcome: CommandOutcome) => void,
  ) {
    this.#handlers = handlers;
    this.#onOutcome = onOutcome;
  }

  /** The handler starts within this call, so that what it plans is what was there when the user asked. */
  async run(command: Command, entry: Entry): Promise<CommandOutcome> {
    if (!mayAsk(entry, command.kind)) return err(problem('command-refused', { command: command.kind }));
    const handler = this.#handlers[command.kind] as (
      command: Command,
    ) => Promise<CommandOutcome> | CommandOutcome;
    const outcome = await handler(command);
    this.#onOutcome(command, entry, outcome);
    return outcome;
  }
}
