import type { ChildProcess } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { SettingsChange } from '#shared/settings/settings.ts';
import type { Desktop } from '../../world/desktop.ts';
import { browserProcesses, endBrowser } from '../../world/processes.ts';
import { expect } from './patience.ts';

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the lane with "npm test -- e2e".`);
  return value;
};

export const output = needed('TIDEGATE_TEST_OUTPUT');
export const executable = needed('TIDEGATE_TEST_ELECTRON');
export const applicationPath = needed('TIDEGATE_TEST_APP');

/** What a start needs of a desktop. */
export type Starting = Pick<Desktop, 'env' | 'electronArgs'>;

/** Starts Tidegate on this desktop as a user's session would: unchanged, with the sandbox on. `starter` becomes it. */
export async function startTidegate(
  desktop: Starting,
  environment: Readonly<Record<string, string>> = {},
  starter = executable,
): Promise<Application> {
  const electron = await _electron.launch({
    executablePath: starter,
    args: [applicationPath, ...desktop.electronArgs],
    env: { ...desktop.env, ...environment },
    chromiumSandbox: true,
  });
  return new Application(electron, desktop);
}

/** Main may collect Playwright's own promise as garbage before its answer has come: then it is asked once more. */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (!String(error).includes('garbage collected')) throw error;
    return ask();
  }
}

/** A running Tidegate, looked at through its windows. */
export class Application {
  readonly electron: ElectronApplication;
  /** Kept, because Playwright forgets it when the application has ended by itself. */
  readonly process: ChildProcess;
  /** The folder of its data. */
  readonly data: string;

  constructor(electron: ElectronApplication, desktop: Starting) {
    this.electron = electron;
    this.process = electron.process();
    this.data = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate');
  }

  finder(): Promise<Page> {
    return this.#page('finder');
  }

  /** The first-run form. */
  setup(): Promise<Page> {
    return this.#page('setup');
  }

  /** The settings, opened at a page; the first run must have been confirmed. */
  async settings(page?: SettingsPage): Promise<Page> {
    const finder = await this.finder();
    await finder.evaluate(
      (command) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(command),
      { kind: 'showSettings', ...(page !== undefined && { page }) } as const,
    );
    return this.#page('settings');
  }

  /** Waits until the start is over: from then on a hotkey works, or is known not to. */
  async started(): Promise<void> {
    const finder = await this.finder();
    const hotkey = () =>
      finder.evaluate(async () => {
        const { status } = await (globalThis as unknown as { tidegate: TidegateApi }).tidegate.state();
        return status.hotkey.active ?? status.hotkey.refused;
      });
    await expect.poll(hotkey).not.toBeNull();
  }

  /** Asks for other settings as the settings window does. */
  async changeSettings(change: SettingsChange): Promise<void> {
    const settings = await this.settings();
    await settings.evaluate((wanted) => {
      const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
      return tidegate.run({ kind: 'changeSettings', change: wanted });
    }, change);
    await settings.close();
  }

  /** Whether the finder is on the screen. */
  async finderShown(): Promise<boolean> {
    return (await this.#finderWindow())?.visible ?? false;
  }

  /** Waits until the finder is on the screen and what is typed reaches it. */
  async finderReady(): Promise<Page> {
    // Not document.hasFocus(): Playwright tells every page that it has the keyboard.
    await expect.poll(() => this.#finderWindow()).toMatchObject({ visible: true, focused: true });
    return this.finder();
  }

  #finderWindow() {
    return answered(() =>
      this.electron.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find(
          (each) =>
            // A form that is just being closed is among them still, without its page.
            !each.isDestroyed() &&
            !each.webContents.isDestroyed() &&
            each.webContents.getURL().includes('/finder/'),
        );
        return window && { visible: window.isVisible(), focused: window.isFocused() };
      }),
    );
  }

  /**
   * Quits and waits for the end of the process. Playwright waits for the end of its pipes too, and those live on in whatever
   * Tidegate started: they are closed here, or Playwright would wait for a browser, or a helper of the desktop, for ever.
   */
  async quit(): Promise<void> {
    const { process } = this;
    if (process.exitCode === null && process.signalCode === null) {
      const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
      // The answer may be lost because the application has gone already.
      await this.electron.evaluate(({ app }) => app.quit()).catch(() => undefined);
      await ended;
    }
    for (const pipe of process.stdio) pipe?.destroy();
  }

  /** The folder with all customers' profiles in the browser called `chromium`. */
  get browserData(): string {
    return join(this.data, 'browsers', 'chromium');
  }

  /** The folders that a browser of the application holds, running or not: Firefox and sealed customers have one each. */
  async dataFolders(): Promise<readonly string[]> {
    const inside = async (folder: string) =>
      (await readdir(folder).catch(() => [])).map((name) => join(folder, name));
    const browsers = await inside(join(this.data, 'browsers'));
    const kept = [...browsers, ...(await inside(join(this.data, 'sealed')))];
    return [...browsers, ...(await Promise.all(kept.map(inside))).flat()];
  }

  /** The first process of each browser that runs for the application. */
  async browserPids(): Promise<readonly number[]> {
    const folders = await this.dataFolders();
    return folders.flatMap((folder) => browserProcesses(folder)[0]?.pid ?? []);
  }

  /** Ends every browser that runs for the application. */
  async endBrowsers(): Promise<void> {
    for (const folder of await this.dataFolders()) await endBrowser(folder);
  }

  endBrowser(): Promise<void> {
    return endBrowser(this.browserData);
  }

  async #page(name: 'finder' | 'setup' | 'settings'): Promise<Page> {
    const isIt = (page: Page) => page.url().includes(`/${name}/`);
    const page =
      this.electron.windows().find(isIt) ?? (await this.electron.waitForEvent('window', { predicate: isIt }));
    await page.waitForLoadState();
    return page;
  }
}
