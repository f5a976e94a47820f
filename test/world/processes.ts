import { readFileSync, readdirSync } from 'node:fs';

/** A running process, from /proc. */
export interface RunningProcess {
  readonly pid: number;
  readonly parent: number;
  /** Arguments with a space between them: Chromium rewrites its own that way. */
  readonly commandLine: string;
}

export function runningProcesses(): readonly RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

/**
 * The browser that uses this user-data folder: its first process, then all that it started. Empty when none runs.
 */
export function browserProcesses(userDataDir: string): readonly RunningProcess[] {
  const all = runningProcesses();
  const names = [` --user-data-dir=${userDataDir} `, ` --profile ${userDataDir} `];
  const first = all.find(
    ({ commandLine }) =>
      names.some((name) => `${commandLine} `.includes(name)) &&
      !commandLine.includes(' --type=') &&
      !commandLine.includes(' -contentproc '),
  );
  return first === undefined ? [] : [first, ...descendants(first.pid, all)];
}

/** Ends the browser of this user-data folder as a session's end does, and waits until all of it is gone. */
export async function endBrowser(userDataDir: string): Promise<void> {
  const processes = browserProcesses(userDataDir);
  const first = processes[0];
  if (first === undefined) return;
  signal(first.pid, 'SIGTERM');
  if (await allGone(processes, 5_000)) return;
  for (const { pid } of processes) signal(pid, 'SIGKILL');
  if (!(await allGone(processes, 5_000))) throw new Error(`The browser of ${userDataDir} does not end.`);
}

/**
 * Ends what still runs from a folder: whatever names a path in it on its command line. A browser that was killed leaves
 * its crash handler behind, for example.
 */
export async function endAllIn(folder: string): Promise<void> {
  const processes = runningProcesses().filter(({ commandLine }) => commandLine.includes(`${folder}/`));
  for (const { pid } of processes) signal(pid, 'SIGKILL');
  await allGone(processes, 5_000);
}

function descendants(parent: number, all: readonly RunningProcess[]): readonly RunningProcess[] {
  const children = all.filter((each) => each.parent === parent);
  return children.concat(children.flatMap((each) => descendants(each.pid, all)));
}

async function allGone(processes: readonly RunningProcess[], withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (processes.some(({ pid }) => readProcess(pid) !== undefined)) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

function readProcess(pid: number): RunningProcess | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything, so fields count from the last one.
    const [state, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return undefined;
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    return { pid, parent: Number(parent), commandLine };
  } catch {
    // It ended while it was being looked at.
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself.
  }
}
