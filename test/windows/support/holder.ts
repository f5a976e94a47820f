import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { program } from './programs.ts';

/**
 * A process that has a file open until it ends: `lock` as Chromium its lock, `read` as whoever reads it and lets nobody
 * else write, as a virus scanner does; `stubborn` as `lock`, and its window closes for nobody. `more`: what it is started
 * with besides. It ends with the test.
 */
export async function aHolderOf(
  file: string,
  how: 'lock' | 'read' | 'stubborn',
  more: readonly string[] = [],
): Promise<ChildProcess> {
  const child = spawn(program('holder'), [file, how, ...more], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => endOf(child));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The holder ended with ${code}.`)));
    child.stdout.once('data', () => resolve());
  });
  return child;
}

export async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
