import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';

const electron = vi.hoisted(() => ({
  app: undefined as unknown as EventEmitter,
  autoUpdater: undefined as unknown as EventEmitter,
  screen: undefined as unknown as EventEmitter,
  windows: [] as EventEmitter[],
}));
vi.mock('electron', () => ({
  get app() {
    return electron.app;
  },
  get autoUpdater() {
    return electron.autoUpdater;
  },
  get screen() {
    return electron.screen;
  },
  BrowserWindow: class extends EventEmitter {
    static getAllWindows = () => electron.windows;
    readonly webContents = new EventEmitter();
    constructor() {
      super();
      electron.windows.push(this);
    }
  },
}));

beforeEach(() => {
  electron.app = new EventEmitter();
  electron.autoUpdater = new EventEmitter();
  electron.screen = new EventEmitter();
  electron.windows = [];
});

/** The finder's window, asked to close: whether it does, and what its listener heard. */
async function openFinder() {
  const { ElectronFinderWindow } =
    await import('../../../../../src/main/desktop/finder/electron-finder-window.ts');
  const finder = new ElectronFinderWindow({});
  const putAway = vi.fn();
  finder.onClosing(putAway);
  return {
    putAway,
    closes: (): boolean => {
      const event = { preventDefault: vi.fn() };
      finder.window.emit('close', event);
      return event.preventDefault.mock.calls.length === 0;
    },
  };
}

it('asked to close, the finder’s window is put away', async () => {
  const { closes, putAway } = await openFinder();
  expect(closes()).toBe(false);
  expect(putAway).toHaveBeenCalledOnce();
});

it.each([
  ['Tidegate quits', () => electron.app.emit('before-quit')],
  // macOS closes the windows before it quits for an update.
  ['an update is installed', () => electron.autoUpdater.emit('before-quit-for-update')],
])('when %s it closes', async (_what, begin) => {
  const { closes, putAway } = await openFinder();
  begin();
  expect(closes()).toBe(true);
  expect(putAway).not.toHaveBeenCalled();
});

it('a window that does not close keeps no update from being installed', async () => {
  vi.useFakeTimers();
  const { onQuit } = await import('../../../../../src/main/desktop/electron-quit.ts');
  onQuit(electron.app as never, () => Promise.resolve());
  const destroy = vi.fn();
  electron.windows.push(Object.assign(new EventEmitter(), { destroy }));
  electron.autoUpdater.emit('before-quit-for-update');
  // The quit that follows does not begin it anew.
  vi.advanceTimersByTime(900);
  electron.app.emit('before-quit');
  vi.advanceTimersByTime(200);
  expect(destroy).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
