import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { appOrigin } from '../security/app-protocol.ts';
import type { Events, InstantRequests, Requests } from '#shared/commands/channels.ts';
import { entryOf } from './sender.ts';

/** The windows that may talk to main. */
export type WindowName = 'finder' | 'setup' | 'settings';

type Handler<C extends keyof Requests> = (
  window: WindowName,
  ...args: readonly unknown[]
) => Promise<Requests[C]['result']> | Requests[C]['result'];

/** What answers the windows, question by question. */
export type Answers = { readonly [C in keyof Requests]: Handler<C> };

/** A record, so that the compiler finds a channel that is missing here. */
const everyChannel: { readonly [C in keyof Requests]: true } = {
  'window:state': true,
  'command:run': true,
  'profiles:list': true,
  'window:painted': true,
  'about:read': true,
  'doctor:check': true,
  'journal:read': true,
  'finder:height': true,
};
const channels = Object.keys(everyChannel) as (keyof Requests)[];

/**
 * The wrapper around Electron's IPC: the only place that hears windows and tells them things. A window may be made, and
 * load, while what it will ask is still being built: a question that comes before there are answers waits for them.
 */
export class ElectronIpc {
  readonly #ipcMain: IpcMain;
  readonly #windows = new Map<number, WindowName>();
  readonly #contents = new Map<number, WebContents>();
  readonly #answers: Partial<Answers> = {};
  /** Questions that came before their handler was there: each looks for it again. */
  #waiting: (() => void)[] = [];

  #showing = (): InstantRequests['finder:showing'] => 0;

  constructor(ipcMain: IpcMain) {
    this.#ipcMain = ipcMain;
    for (const channel of channels) this.#listen(channel);
    ipcMain.on('finder:showing' satisfies keyof InstantRequests, this.#answerShowing);
  }

  /** The finder's page asks this for the number of its showing from now on. */
  answerShowing(showing: () => InstantRequests['finder:showing']): void {
    this.#showing = showing;
  }

  /** From now on these are answered. */
  answer(answers: Partial<Answers>): void {
    Object.assign(this.#answers, answers);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const goOn of waiting) goOn();
  }

  /** From now on until it is destroyed this window is heard and told. */
  admit(name: WindowName, contents: WebContents): void {
    const { id } = contents;
    this.#windows.set(id, name);
    this.#contents.set(id, contents);
    contents.once('destroyed', () => {
      this.#windows.delete(id);
      this.#contents.delete(id);
    });
  }

  tell<E extends keyof Events>(event: E, payload: Events[E], only?: WindowName): void {
    for (const [id, contents] of this.#contents) {
      if (contents.isDestroyed() || (only !== undefined && this.#windows.get(id) !== only)) continue;
      contents.send(event, payload);
    }
  }

  dispose(): void {
    for (const channel of channels) this.#ipcMain.removeHandler(channel);
    this.#ipcMain.removeListener('finder:showing' satisfies keyof InstantRequests, this.#answerShowing);
  }

  /** The page that asks is blocked until something is returned: a stranger is answered too, and told nothing. */
  readonly #answerShowing = (event: IpcMainEvent): void => {
    event.returnValue = entryOf(event, appOrigin, this.#windows) === 'finder' ? this.#showing() : 0;
  };

  async #answerTo<C extends keyof Requests>(channel: C): Promise<Handler<C>> {
    for (;;) {
      const answer = this.#answers[channel];
      if (answer !== undefined) return answer;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  #listen(channel: keyof Requests): void {
    this.#ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const window = entryOf(event, appOrigin, this.#windows);
      // SECURITY: the text tells a stranger nothing.
      if (window === undefined) throw new Error('refused');
      return (await this.#answerTo(channel))(window, ...args);
    });
  }
}
