import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from '../../world/desktop.ts';
import { runningProcesses } from '../../world/processes.ts';
import { applicationPath, executable } from './application.ts';
import { dataOf } from './data.ts';
import { expect } from './test.ts';

/** How a command line ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Where the command line of this desktop puts its temporary files. */
export const temporaryOf = (desktop: Desktop): string => join(desktop.env['HOME'] ?? '', 'tmp');

/** Runs `tidegate <words>` as a script does: no terminal, both outputs in pipes. */
export function tidegate(desktop: Desktop, ...words: readonly string[]): Promise<Ended> {
  return ended(desktop, executable, [applicationPath, ...desktop.electronArgs, ...words]);
}

/** Runs a line of bash in which `tidegate` is ours. */
export function shell(desktop: Desktop, line: string): Promise<Ended> {
  const own = [executable, applicationPath, ...desktop.electronArgs];
  return ended(desktop, 'bash', [
    '-c',
    `own=("$@"); tidegate() { "\${own[@]}" "$@"; }; ${line}`,
    'bash',
    ...own,
  ]);
}

async function ended(desktop: Desktop, command: string, args: readonly string[]): Promise<Ended> {
  await mkdir(temporaryOf(desktop), { recursive: true });
  const child = spawn(command, args, {
    cwd: desktop.env['HOME'],
    env: { ...desktop.env, TMPDIR: temporaryOf(desktop) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  // A limit for what hangs: longer than Tidegate itself waits for one that starts or ends, and then says so.
  const limit = setTimeout(() => child.kill('SIGKILL'), 180_000);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  return { code, output, errors };
}

/** As `tidegate ... --json`: the one line of JSON that it wrote. */
export async function tidegateJson(
  desktop: Desktop,
  ...words: readonly string[]
): Promise<{ readonly code: number | null; readonly json: Record<string, unknown> }> {
  const { code, output, errors } = await tidegate(desktop, ...words, '--json');
  expect(output, `${words.join(' ')}: ${code} ${errors}`).toMatch(/^.+\n$/);
  return { code, json: JSON.parse(output) as Record<string, unknown> };
}

/** The process that holds the single-instance lock; nothing when none runs. */
export async function runningPid(desktop: Desktop): Promise<number | undefined> {
  const holder = await readlink(join(dataOf(desktop), 'SingletonLock')).catch(() => '');
  const pid = Number(/-(\d+)$/.exec(holder)?.[1] ?? 0);
  return runningProcesses().some((each) => each.pid === pid) ? pid : undefined;
}

/** Ends a Tidegate that was started in the background, and waits for it. */
export async function endBackground(desktop: Desktop): Promise<void> {
  const pid = await runningPid(desktop);
  if (pid === undefined) return;
  process.kill(pid, 'SIGTERM');
  await expect.poll(() => runningPid(desktop)).toBeUndefined();
}

/** Every file below the data folder with what is in it, for comparing. */
export async function snapshot(desktop: Desktop): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(dataOf(desktop), { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  const pairs = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'base64')] as const));
  return Object.fromEntries(pairs);
}
