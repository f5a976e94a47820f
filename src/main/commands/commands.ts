import { setTimeout as pause } from 'node:timers/promises';
import type { Command, CommandKind, CommandOutcome } from '#shared/commands/command.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { AskFirst } from './ask-first.ts';
import { mayAsk, type WayIn } from './entries.ts';

/** One handler for each command. A handler plans what it will do before its first await. */
export type Handlers = {
  readonly [K in CommandKind]: (
    command: Extract<Command, { kind: K }>,
    wayIn: WayIn,
  ) => Promise<CommandOutcome> | CommandOutcome;
};

/** Commands that change records without asking the user anything: a quit waits for them. */
const writing: ReadonlySet<CommandKind> = new Set([
  'importText',
  'importPlanned',
  'addSamples',
  'removeSamples',
  'annotate',
  'restoreCustomer',
  'editCustomers',
  'acknowledgeInstruction',
  'acceptHeld',
  'refuseHeld',
]);

/** Commands that an update waits for: a browser starts, or a list is read. */
const undisturbed: ReadonlySet<CommandKind> = new Set([
  'open',
  'openLink',
  'openMany',
  'openClipboard',
  'importText',
  'importFile',
  'previewImport',
  'importPlanned',
  'addSamples',
  'addCustomer',
]);

/** Commands that need no customer list: they run before it has been read. */
const listless: ReadonlySet<CommandKind> = new Set([
  'toggleFinder',
  'hideFinder',
  'pinFinder',
  'showSettings',
  'showSetup',
  'openAppRegistrations',
  'pauseHotkeys',
  'quit',
]);

/** The one door through which every way in asks for anything. */
export class Commands {
  readonly #handlers: Handlers;
  /** Commands under way that write. */
  readonly #writing = new Set<Promise<unknown>>();
  /** Commands under way that an update must not disturb. */
  readonly #undisturbed = new Set<Promise<unknown>>();
  readonly #onOutcome: (command: Command, wayIn: WayIn, outcome: CommandOutcome) => void;
  readonly #untilRead: () => Promise<void> | undefined;
  readonly #askFirst: Pick<AskFirst, 'before'>;

  /**
   * `askFirst`: what the user is asked before a window gets something done. `untilRead`: what to wait for while the list
   * has yet to be read.
   */
  constructor(
    handlers: Handlers,
    onOutcome: (command: Command, wayIn: WayIn, outcome: CommandOutcome) => void,
    askFirst: Pick<AskFirst, 'before'>,
    untilRead: () => Promise<void> | undefined = () => undefined,
  ) {
    this.#handlers = handlers;
    this.#onOutcome = onOutcome;
    this.#askFirst = askFirst;
    this.#untilRead = untilRead;
  }

  /**
   * The handler starts within this call, so that what it plans is what was there when the user asked; right after a
   * start, when the list has been read; and after the user's yes, where one is needed.
   */
  async run(command: Command, wayIn: WayIn): Promise<CommandOutcome> {
    if (!mayAsk(wayIn, command.kind)) return err(problem('command-refused', { command: command.kind }));
    const handler = this.#handlers[command.kind] as (
      command: Command,
      wayIn: WayIn,
    ) => Promise<CommandOutcome> | CommandOutcome;
    const reading = listless.has(command.kind) ? undefined : this.#untilRead();
    const act = (): Promise<CommandOutcome> | CommandOutcome => {
      // SECURITY: the one place where a window's command passes the user before its handler.
      const asked = this.#askFirst.before(command, wayIn);
      return asked === undefined
        ? handler(command, wayIn)
        : asked.then((answer) => (answer.ok ? handler(command, wayIn) : answer));
    };
    const running = reading === undefined ? Promise.resolve(act()) : reading.then(act);
    if (writing.has(command.kind)) keep(this.#writing, running);
    if (undisturbed.has(command.kind)) keep(this.#undisturbed, running);
    const outcome = await running;
    this.#onOutcome(command, wayIn, outcome);
    return outcome;
  }

  /**
   * Settles when every command that writes, and was asked for until now, has done so, or after `milliseconds`: one may
   * wait for the network. Never rejects.
   */
  async settled(milliseconds: number): Promise<void> {
    await Promise.race([Promise.allSettled(this.#writing), pause(milliseconds)]);
  }

  /** Whether a customer is being opened, or a list read. */
  get disturbed(): boolean {
    return this.#undisturbed.size > 0;
  }

  /** Settles as soon as nothing of that kind is under way. Never rejects. */
  async calm(): Promise<void> {
    while (this.disturbed) await Promise.allSettled(this.#undisturbed);
  }
}

function keep(set: Set<Promise<unknown>>, running: Promise<unknown>): void {
  set.add(running);
  void running.catch(() => undefined).finally(() => set.delete(running));
}
