import { readFileSync, readlinkSync } from 'node:fs';
import { vi } from 'vitest';
import { runningProcesses } from '../world/processes.ts';
import { executable } from './support/package.ts';
import { dataFolder } from './support/packaged.ts';
import { expect, test } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

const patience = { timeout: 15_000, interval: 20 };
const namespaces = ['user', 'pid', 'net'] as const;

const namespacesOf = (pid: number) => namespaces.map((name) => readlinkSync(`/proc/${pid}/ns/${name}`));

/** A number of the kernel's about a process, such as of `Seccomp`. */
function stateOf(pid: number, name: string): number {
  const text = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(String.raw`^${name}:\s*(\d+)$`, 'm').exec(text)?.[1]);
}

test('the finder’s page runs in namespaces of its own, without new rights and behind a filter of calls', async ({
  desktop,
  start,
}) => {
  await writeUserFiles(dataFolder(desktop), []);
  const application = start();
  await application.started();
  const renderers = await vi.waitFor(() => {
    const found = runningProcesses().filter(
      ({ commandLine }) => commandLine.startsWith(executable) && commandLine.includes('--type=renderer'),
    );
    if (found.length === 0) throw new Error('No page runs.');
    return found;
  }, patience);
  const ours = namespacesOf(application.pid);
  for (const { pid } of renderers) {
    const theirs = namespacesOf(pid);
    for (const [index, name] of namespaces.entries()) expect(theirs[index], name).not.toBe(ours[index]);
    expect(stateOf(pid, 'Seccomp')).toBe(2);
    expect(stateOf(pid, 'NoNewPrivs')).toBe(1);
  }
  // The process that starts them has none of this: what is seen is the sandbox, not the machine.
  expect(stateOf(application.pid, 'Seccomp')).toBe(0);
});
