import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { Desktop } from '../../world/desktop.ts';
import { runningProcesses, type RunningProcess } from '../../world/processes.ts';
import type { TrayHost } from '../../world/tray-host.ts';
import type { TrayItem } from '../../world/tray-item.ts';
import { labelsOf } from '../../world/tray-menu.ts';
import { executable } from './package.ts';

const patience = { timeout: 60_000, interval: 20 };

export interface StartOptions {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Gives it two more pipes, 3 and 4. */
  readonly pipes?: boolean;
  /** Default: the packaged application. */
  readonly executable?: string;
}

/** The packaged application as a user's session starts it; what it does is seen from outside only. */
export class Packaged {
  readonly process: ChildProcess;
  /** All it wrote to its standard output and error output. */
  printed = '';
  readonly #host: TrayHost;
  readonly #executable: string;
  #killed = false;
  /** Its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(desktop: Desktop, host: TrayHost, options: StartOptions = {}) {
    this.#host = host;
    this.#executable = options.executable ?? executable;
    this.process = spawn(this.#executable, [...(options.args ?? [])], {
      cwd: '/',
      env: { ...desktop.env, ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe', ...(options.pipes === true ? (['pipe', 'pipe'] as const) : [])],
    });
    for (const stream of [this.process.stdout, this.process.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => (this.printed += text));
    // Not 'close': a browser that it started holds on to its pipes.
    this.ended = new Promise((resolve) => this.process.once('exit', (code) => resolve(code)));
  }

  get pid(): number {
    if (this.process.pid === undefined) throw new Error(`${this.#executable} did not start.`);
    return this.process.pid;
  }

  /** False as soon as it has ended, or is about to be killed. */
  isRunning(): boolean {
    return !this.#killed && this.process.exitCode === null && this.process.signalCode === null;
  }

  /** Waits until the tray names the hotkey: from then on it works. */
  async started(): Promise<TrayItem> {
    try {
      const item = await this.#host.waitForItem({ timeoutMs: patience.timeout });
      await item.waitForMenu(
        (menu) => labelsOf(menu).some((label) => label.startsWith('Find a customer (')),
        { timeoutMs: patience.timeout },
      );
      return item;
    } catch (error) {
      throw new Error(`Tidegate did not start. It printed:\n${this.printed}`, { cause: error });
    }
  }

  /** SIGKILL to its first process, as the system does when memory runs out. Returns when nothing of it is left. */
  async kill(): Promise<void> {
    const all = this.#processes();
    if (this.isRunning()) this.process.kill('SIGKILL');
    this.#killed = true;
    await this.ended;
    await vi.waitFor(() => {
      const running = new Set(runningProcesses().map(({ pid }) => pid));
      const left = all.filter(({ pid }) => running.has(pid));
      if (left.length > 0) throw new Error(`Left behind: ${left.map((each) => each.commandLine).join('\n')}`);
      const items = this.#host.items().map(({ service, path }) => service + path);
      if (items.length > 0) throw new Error(`The bus still knows its tray item: ${items.join(' ')}`);
    }, patience);
  }

  /** The processes of its pages. */
  renderers(): readonly number[] {
    return this.#processes()
      .filter(({ commandLine }) => commandLine.includes(' --type=renderer'))
      .map(({ pid }) => pid);
  }

  /** Its first process and those of the same executable below it; not the browsers that it started. */
  #processes(): readonly RunningProcess[] {
    const ours = runningProcesses().filter(({ commandLine }) => commandLine.startsWith(this.#executable));
    const found = ours.filter(({ pid }) => pid === this.process.pid);
    // The list grows while it is walked.
    for (const { pid } of found) found.push(...ours.filter(({ parent }) => parent === pid));
    return found;
  }
}

/** The folder of the application's data on a desktop. */
export function dataFolder(desktop: Desktop): string {
  return join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate');
}

/** The folder with all customers' profiles in the browser called `chromium`. */
export function browserData(desktop: Desktop): string {
  return join(dataFolder(desktop), 'browsers', 'chromium');
}
