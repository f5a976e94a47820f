import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isAlive } from '../../../../../src/main/system/process/is-alive.ts';

it('a process runs until it has ended, whoever waits for it', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const pid = child.pid ?? 0;
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGKILL');
  await ended;
  expect(isAlive(pid)).toBe(false);
});

it.runIf(process.platform === 'linux')('a process that nobody waits for has ended all the same', async () => {
  // The shell becomes a program that waits for no child, as the first process of many containers is one.
  const script = 'exec 3<&0; cat <&3 >&2 & echo $!; exec sleep 60 </dev/null 3<&-';
  const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
  const told = (pid: number | undefined, what: string) => readFileSync(`/proc/${pid}/${what}`, 'utf8');
  try {
    const [line] = (await once(parent.stdout.setEncoding('utf8'), 'data')) as [string];
    const pid = Number(line);
    await expect.poll(() => told(parent.pid, 'comm')).toBe('sleep\n');
    expect(isAlive(pid)).toBe(true);
    parent.stdin.end();
    await expect.poll(() => told(pid, 'stat')).toMatch(/\) Z /);
    expect(isAlive(pid)).toBe(false);
    expect(isAlive(parent.pid ?? 0)).toBe(true);
  } finally {
    parent.kill();
  }
});
