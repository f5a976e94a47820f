import type { Command, CommandKind, CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { Finder } from '../desktop/finder/finder.ts';
import type { StatusStore } from '../state/status/status-store.ts';
import type { WayIn } from './entries.ts';
import { endedBy, endedFrom, mendedOn } from './standing-problems.ts';

export interface TellOptions {
  readonly finder: Pick<Finder, 'show' | 'bringBack' | 'bringBackToTell'>;
  readonly status: Pick<StatusStore, 'report' | 'resolve'>;
  /** Brings a form to the front. */
  readonly bringForward: (form: 'setup' | 'settings') => void;
  readonly showSettings: (page: SettingsPage) => void;
  /** Has the finder say what went wrong, until something else is asked for. */
  readonly tellFinder: (problem: Problem) => void;
  /** Has the finder show the instruction that is to be read before this is done. */
  readonly instruct: (asked: Command) => void;
  /** A browser may have been installed since, as a message asked. */
  readonly discoverBrowsers: () => void;
  readonly warn: (message: string) => void;
}

/** Ways in that show the outcome of their commands themselves. */
const showing: ReadonlySet<WayIn> = new Set(['finder', 'setup', 'settings', 'command-line']);
const opening: ReadonlySet<CommandKind> = new Set(['open', 'openLink', 'openClipboard']);

/** Tells the user how a command ended. Windows show it themselves; for hotkey, tray and links the finder does. */
export class TellOutcome {
  readonly #options: TellOptions;

  constructor(options: TellOptions) {
    this.#options = options;
  }

  tell(command: Command, wayIn: WayIn, outcome: CommandOutcome): void {
    const { finder, status, warn } = this.#options;
    if (outcome.ok) {
      status.resolve(...(endedBy[command.kind] ?? []), ...(endedFrom[wayIn]?.[command.kind] ?? []));
      // Microsoft's page has taken the screen meanwhile.
      if (command.kind === 'signIn' && (wayIn === 'setup' || wayIn === 'settings'))
        this.#options.bringForward(wayIn);
      // Who could not be opened is told by the finder, by name.
      if (outcome.value.kind === 'openedMany' && outcome.value.failed.length > 0) finder.bringBackToTell();
      return;
    }
    // Whoever says no to a question knows the outcome.
    if (outcome.error.kind === 'cancelled' && opening.has(command.kind)) return;
    warn(`${command.kind} from ${wayIn}: ${outcome.error.kind}`);
    // Whoever asked, the finder is where instructions are read.
    if (outcome.error.kind === 'instruction-unread' && wayIn !== 'finder') {
      const { link } = outcome.error.values;
      finder.show();
      this.#options.instruct(link === undefined ? command : { kind: 'openLink', text: link });
      return;
    }
    if (opening.has(command.kind)) {
      this.#options.discoverBrowsers();
      if (wayIn !== 'command-line') finder.bringBack();
    }
    if (!this.#isShown(command, wayIn, outcome.error)) this.#show(outcome.error);
  }

  /** Shows a problem to somebody who asked outside the windows. It stays until something else is asked for. */
  showProblem(problem: Problem): void {
    this.#options.tellFinder(problem);
    this.#options.finder.bringBack();
  }

  #isShown({ kind }: Command, wayIn: WayIn, error: Problem): boolean {
    // A cancelled sign-in is what the user wanted; a failed sync shows in the status.
    if (error.kind === 'sign-in-cancelled' || kind === 'sync') return true;
    // The finder is gone before a sign-in that it asked for can fail.
    return showing.has(wayIn) && !(wayIn === 'finder' && kind === 'signIn');
  }

  #show(error: Problem): void {
    const page = mendedOn.get(error.kind);
    if (page === undefined) {
      this.showProblem(error);
      return;
    }
    // A problem that a form fixes stays in the status until it is fixed.
    this.#options.status.report(error);
    this.#options.showSettings(page);
  }
}
