import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { Budget, feedUpdater } from '../../../../src/main/updates/feed-updater.ts';
import { OpenDownloads } from '../../../../src/main/updates/open-downloads.ts';
import { itOnUnix } from '../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

// electron-updater's own updater for macOS, behind our guards. Only macOS' part (Squirrel) is stood in for: Electron hands it to
// main as `autoUpdater`.

const { cache, resolve } = createRequire(import.meta.url);
const electron = resolve('electron');

const squirrel = Object.assign(new EventEmitter(), { checkForUpdates: vi.fn(), quitAndInstall: vi.fn() });
let folder: string;

beforeEach(async () => {
  folder = await temporaryFolder('tidegate-mac-');
  cache[electron] = { exports: { autoUpdater: squirrel }, loaded: true } as NodeJS.Module;
});
afterEach(async () => {
  delete cache[electron];
  squirrel.removeAllListeners();
  await removeFolder(folder);
});

const because = 'no Windows runs the part of electron-updater for macOS';
itOnUnix({ because })(
  'macOS ends Tidegate for an update only once nobody opens a customer or reads a list',
  async () => {
    const updater = new MacUpdater(undefined, {
      version: '0.1.0',
      name: 'tidegate',
      isPackaged: true,
      appUpdateConfigPath: join(folder, 'app-update.yml'),
      userDataPath: folder,
      baseCachePath: folder,
      whenReady: () => Promise.resolve(),
      relaunch: () => undefined,
      quit: () => undefined,
      onQuit: () => undefined,
    });
    updater.logger = null;
    let becomeCalm = (): void => undefined;
    const calm = new Promise<void>((settle) => (becomeCalm = settle));
    const guarded = feedUpdater(updater, {
      budget: new Budget(),
      downloads: new OpenDownloads(),
      folder,
      quit: () => undefined,
      undisturbed: () => calm,
    });
    const failures: unknown[] = [];
    guarded.restart((error) => failures.push(error));
    // Only now does the system unpack and check it.
    expect(squirrel.checkForUpdates).toHaveBeenCalledOnce();
    squirrel.emit('update-downloaded');
    await new Promise((turn) => setImmediate(turn));
    expect(squirrel.quitAndInstall).not.toHaveBeenCalled();
    becomeCalm();
    await vi.waitFor(() => expect(squirrel.quitAndInstall).toHaveBeenCalledOnce());
    expect(failures).toEqual([]);
  },
);
