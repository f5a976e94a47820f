import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AppUpdater, UpdateCheckResult, UpdateInfo } from 'electron-updater';
import { BaseUpdater } from 'electron-updater/out/BaseUpdater.js';
import { MacUpdater } from 'electron-updater/out/MacUpdater.js';
import type { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js';
import { isBeforeRelease, isVersion } from './feed.ts';
import type { OpenDownloads } from './open-downloads.ts';
import { UpdateNotStarted, UpdateUnusable } from './update-problem.ts';
import type { Found, Updater } from './updater.ts';

/** In bytes. Electron and what is ours come to about 120 MB. */
const biggestInstaller = 500 * 1024 * 1024;
/** The description of a release has a few lines. */
const biggestNotice = 64 * 1024;
/** The disk needs this many times the installer's size: its files take about three times as much. */
const unpacked = 4;

/** How many bytes an answer of the feed may have: first those of a description, then those of an installer. */
export class Budget {
  #bytes = biggestNotice;

  get bytes(): number {
    return this.#bytes;
  }

  async during<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    this.#bytes = bytes;
    try {
      return await work();
    } finally {
      this.#bytes = biggestNotice;
    }
  }
}

export interface FeedUpdaterOptions {
  /** The limit that `guardRequests` holds answers to. */
  readonly budget: Budget;
  readonly downloads: Pick<OpenDownloads, 'closed' | 'giveUp'>;
  /** The folder that downloads go to, or one above it. */
  readonly folder: string;
  /** Tells why a file is not from us; null when it is. Absent on macOS, which checks that by itself. */
  readonly whyNotPublished?: (file: string) => Promise<string | null>;
  /** Ends this Tidegate once the installer runs. macOS does so by itself. */
  readonly quit: () => void;
  /** Settles when no customer is being opened and no list imported. */
  readonly undisturbed: () => Promise<void>;
  /** How many bytes are free in a folder. */
  readonly free?: (folder: string) => Promise<number>;
}

/**
 * electron-updater as Tidegate uses it: nothing is downloaded or installed by itself, no older version is taken, and none before its release by
 * a released one; no part of an older installer is reused, and the size of a download is known before it begins.
 */
export function feedUpdater(updater: AppUpdater, options: FeedUpdaterOptions): Updater {
  const { budget, downloads, folder, free = freeIn, quit, whyNotPublished } = options;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.autoRunAppAfterInstall = true;
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  updater.disableDifferentialDownload = true;
  if (updater instanceof MacUpdater) quitWhenCalm(updater, options.undisturbed);
  let cancellation: UpdateCheckResult['cancellationToken'];
  /** Looks and downloads that are under way. */
  let asking = 0;
  let notRestarted: ((error: unknown) => void) | undefined;
  // Node throws an `error` that nobody listens to. Whoever looks or downloads hears of it by a rejection as well; a restart only
  // this way.
  updater.on('error', (error) => {
    if (asking === 0) notRestarted?.(error);
  });
  async function ask<T>(work: () => Promise<T>): Promise<T> {
    asking += 1;
    try {
      return await work();
    } finally {
      asking -= 1;
    }
  }
  async function fetchWhole(size: number, signal: AbortSignal | undefined): Promise<readonly string[]> {
    const cancel = (): void => {
      cancellation?.cancel();
      downloads.giveUp();
    };
    signal?.addEventListener('abort', cancel);
    try {
      return await budget.during(size, () => updater.downloadUpdate(cancellation));
    } finally {
      signal?.removeEventListener('abort', cancel);
      // Windows removes an open file only when it is closed.
      await downloads.closed();
      // electron-updater has removed what it began, but not a file that was being made at that moment.
      if (signal?.aborted === true) await filesOf(updater)?.clear();
    }
  }
  function install(): void {
    if (!(updater instanceof BaseUpdater)) return updater.quitAndInstall();
    // Once tried, electron-updater takes each further try for a second click on the same, also where nothing came of the first.
    Reflect.set(updater, 'quitAndInstallCalled', false);
    if (!updater.install(true, true)) return;
    // electron-updater itself would quit now, also where Windows has refused the installer by then: nothing would run any more.
    setImmediate(() => {
      if (notRestarted !== undefined) quit();
    });
  }
  return {
    async look(): Promise<Found | undefined> {
      const result = await ask(() => updater.checkForUpdates());
      if (result?.isUpdateAvailable !== true) {
        await forgetDownloads(updater);
        return undefined;
      }
      const { updateInfo } = result;
      if (!isVersion(updateInfo.version)) throw new UpdateUnusable('malformed');
      // Its `allowPrerelease` is heeded for feeds at GitHub alone.
      if (isBeforeRelease(updateInfo.version) && !isBeforeRelease(String(updater.currentVersion)))
        return undefined;
      cancellation = result.cancellationToken;
      return { version: updateInfo.version, size: sizeOf(updateInfo) };
    },
    async fetch({ size }: Found, signal?: AbortSignal): Promise<void> {
      if ((await free(folder)) < size * unpacked) throw new UpdateUnusable('noSpace');
      signal?.throwIfAborted();
      const downloaded = await ask(() => fetchWhole(size, signal));
      signal?.throwIfAborted();
      // SECURITY: electron-updater checks no signature of a file that an earlier run left.
      for (const file of downloaded) {
        if (whyNotPublished !== undefined && (await whyNotPublished(file)) !== null)
          throw new UpdateUnusable('publisher');
      }
    },
    restart(failed): void {
      notRestarted = (error) => {
        notRestarted = undefined;
        failed(new UpdateNotStarted(error));
      };
      const file = filesOf(updater)?.file ?? undefined;
      // What is gone, electron-updater would have the desktop open, and quit.
      if (file !== undefined && !existsSync(file)) notRestarted(new Error(`ENOENT: ${basename(file)}`));
      else install();
    },
  };
}

/**
 * On macOS the system unpacks and checks the update only after the restart was asked for, and ends the application when it is done: a
 * customer may be opening by then.
 */
function quitWhenCalm(updater: MacUpdater, undisturbed: () => Promise<void>): void {
  const { handleUpdateDownloaded } = updater as unknown as { handleUpdateDownloaded: () => void };
  // SECURITY: nothing restarts while a customer opens or a list is imported.
  const later = (): void => void undisturbed().then(() => handleUpdateDownloaded.call(updater));
  Reflect.set(updater, 'handleUpdateDownloaded', later);
}

/** What was downloaded is in place by now, or withdrawn. */
async function forgetDownloads(updater: AppUpdater): Promise<void> {
  const { getOrCreateDownloadHelper } = updater as unknown as {
    getOrCreateDownloadHelper: () => Promise<DownloadedUpdateHelper>;
  };
  const files = await getOrCreateDownloadHelper.call(updater);
  // It would make the folder to empty it.
  if (existsSync(files.cacheDirForPendingUpdate)) await files.clear();
}

function filesOf(updater: AppUpdater): DownloadedUpdateHelper | null {
  return Reflect.get(updater, 'downloadedUpdateHelper') as DownloadedUpdateHelper | null;
}

async function freeIn(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The size of the biggest file. The feed has to tell it: it is the limit of the download. */
function sizeOf({ files }: UpdateInfo): number {
  if (!Array.isArray(files)) throw new UpdateUnusable('malformed');
  // SECURITY: Tidegate starts nothing as an administrator, and brings no program that would.
  if (files.some(({ isAdminRightsRequired }) => isAdminRightsRequired === true))
    throw new UpdateUnusable('elevated');
  const sizes = files.map(({ size }) => size ?? Number.NaN);
  const size = Math.max(...sizes);
  if (!Number.isSafeInteger(size) || size <= 0 || size > biggestInstaller)
    throw new UpdateUnusable('malformed');
  return size;
}
