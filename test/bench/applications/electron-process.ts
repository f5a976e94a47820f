import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runningProcesses } from '../../world/processes.ts';

/** What all processes of an application use together. */
export interface Usage {
  /** Proportional set size: memory that several processes share is counted once in all. MiB. */
  readonly memory: number;
  /** Processor time used since they started, milliseconds. */
  readonly processor: number;
  readonly processes: number;
}

/** Linux's unit of processor time in /proc: 100 a second on every architecture that Electron runs on. */
const tickMs = 10;

/** A real Electron with an application, started as a user's session would, with nothing attached to it. */
export class ElectronProcess {
  /** Of `performance.now()`. */
  readonly startedAt: number;
  readonly #child: ChildProcess;
  readonly #lines = new Map<string, number>();

  constructor(executable: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    this.startedAt = performance.now();
    this.#child = spawn(executable, [...args], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    if (this.#child.stdout === null) throw new Error('Electron was started with a pipe.');
    createInterface({ input: this.#child.stdout }).on('line', (line) => {
      if (!this.#lines.has(line)) this.#lines.set(line, performance.now());
      this.#child.emit(`line:${line}`);
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('Electron did not start.');
    return this.#child.pid;
  }

  /** Waits until the application has printed this line. Gives the moment. */
  async printed(line: string): Promise<number> {
    if (!this.#lines.has(line))
      await once(this.#child, `line:${line}`, { signal: AbortSignal.timeout(20_000) });
    return this.#lines.get(line) ?? performance.now();
  }

  usage(): Usage {
    const pids = this.#tree();
    const sum = (of: (pid: number) => number): number => pids.reduce((total, pid) => total + of(pid), 0);
    return { memory: sum(memoryOf), processor: sum(processorOf), processes: pids.length };
  }

  async quit(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    const impatience = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await gone;
    clearTimeout(impatience);
  }

  #tree(): readonly number[] {
    const all = runningProcesses();
    const below = (pid: number): number[] =>
      all.filter(({ parent }) => parent === pid).flatMap((child) => [child.pid, ...below(child.pid)]);
    return [this.pid, ...below(this.pid)];
  }
}

/** Proportional set size of one process, MiB. */
export function memoryOf(pid: number): number {
  const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

function processorOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything, so fields count from its end: state is the first after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}
