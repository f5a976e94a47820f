import type { IpcMain, WebContents } from 'electron';
import { appOrigin } from '../security/app-protocol.ts';
import type { Events, Requests } from '../../shared/channels.ts';
import { entryOf } from './sender.ts';

/** The windows that may talk to main. */
export type WindowName = 'finder' | 'setup' | 'settings';

type Handler<C extends keyof Requests> = (
  window: WindowName,
  ...args: readonly unknown[]
) => Promise<Requests[C]['result']> | Requests[C]['result'];

/** The wrapper around Electron's IPC: the only place that hears windows and tells them things. */
export class ElectronIpc {
  readonly #ipcMain: IpcMain;
  readonly #windows = new Map<number, WindowName>();
  readonly #contents = new Map<number, WebContents>();
  readonly #channels: string[] = [];

  constructor(ipcMain: IpcMain) {
    this.#ipcMain = ipcMain;
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

  handle<C extends keyof Requests>(channel: C, handler: Handler<C>): void {
    this.#channels.push(channel);
    this.#ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const window = entryOf(event, appOrigin, this.#windows);
      // SECURITY: the text tells a stranger nothing.
      if (window === undefined) throw new Error('refused');
      return handler(window, ...args);
    });
  }

  tell<E extends keyof Events>(event: E, payload: Events[E], only?: WindowName): void {
    for (const [id, contents] of this.#contents) {
      if (contents.isDestroyed() || (only !== undefined && this.#windows.get(id) !== only)) continue;
      contents.send(event, payload);
    }
  }

  dispose(): void {
    for (const channel of this.#channels) this.#ipcMain.removeHandler(channel);
  }
}
