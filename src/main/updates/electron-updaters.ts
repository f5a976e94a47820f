import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, net, type Session } from 'electron';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import type { AppUpdater } from 'electron-updater';
import { DebUpdater } from 'electron-updater/out/DebUpdater.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { load } from 'js-yaml';
import type { Platform } from '#shared/platform.ts';
import { readFeed } from './feed.ts';
import { FeedExecutor } from './feed-executor.ts';
import type { CreateRequest } from './guarded-requests.ts';
import { Budget, feedUpdater } from './feed-updater.ts';
import { OpenDownloads } from './open-downloads.ts';
import { askPowerShell, whyNotPublished } from './publisher.ts';
import { UpdateUnusable } from './update-problem.ts';
import type { Updater } from './updater.ts';

/** The packager writes it beside the archive, where only those who may install can write. */
const feedFile = (): string => join(process.resourcesPath, 'app-update.yml');

const silence = 60_000;

export interface ElectronUpdater {
  readonly updater: Updater;
  readonly host: string;
}

/**
 * The updater of this system, with its guards. `session`: that of main's API calls. `undisturbed` settles when no customer is being
 * opened and no list imported. Throws `UpdateUnusable` where the package
 * names no feed that may be used.
 */
export function electronUpdater(
  platform: Platform,
  folder: string,
  session: Session,
  undisturbed: () => Promise<void>,
): ElectronUpdater {
  const feed = readFeed(load(readFileSync(feedFile(), 'utf8')), platform);
  if (feed === undefined) throw new UpdateUnusable('malformed');
  const adapter = adapterIn(folder);
  const updater: AppUpdater = make(platform, adapter);
  const budget = new Budget();
  const downloads = new OpenDownloads();
  Reflect.set(
    updater,
    'httpExecutor',
    new FeedExecutor({ feed, mostBytes: () => budget.bytes, silence, downloads }, requestsIn(session)),
  );
  const ask = askPowerShell(process.env);
  const check = (file: string) => whyNotPublished(feed.publishers, file, ask);
  if (updater instanceof NsisUpdater) updater.verifyUpdateCodeSignature = (_names, file) => check(file);
  return {
    host: feed.url.host,
    updater: feedUpdater(updater, {
      budget,
      downloads,
      folder,
      quit: () => app.quit(),
      undisturbed,
      ...(platform === 'win32' ? { whyNotPublished: check } : {}),
    }),
  };
}

function make(platform: Platform, adapter: AppAdapter): AppUpdater {
  if (platform === 'win32') return new NsisUpdater(null, adapter);
  if (platform === 'darwin') return new MacUpdater(undefined, adapter);
  // It only looks: the distribution's own tools install the update.
  return new DebUpdater(null, adapter);
}

function requestsIn(session: Session): CreateRequest {
  return (options, callback) => {
    const request = net.request({ ...options, session } as Parameters<typeof net.request>[0] & object);
    request.on('response', callback as never);
    return request;
  };
}

/** Has electron-updater keep its files in our own folder, so that Remove everything removes them too. */
function adapterIn(folder: string): AppAdapter {
  return {
    version: app.getVersion(),
    name: app.getName(),
    isPackaged: app.isPackaged,
    appUpdateConfigPath: feedFile(),
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => app.whenReady(),
    relaunch: () => app.relaunch(),
    quit: () => app.quit(),
    onQuit: (handler) => void app.once('quit', (_event, code) => handler(code)),
  };
}
