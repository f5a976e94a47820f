import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { holderOf } from '../../../src/main/browsers/running/lock-holder.ts';
import { OpenCustomers } from '../../../src/main/browsers/running/open-customers.ts';
import { planFor, temporaryFolder, tenant } from './stub-browser.ts';

/** A process that was started with these arguments, and holds the folder as Chromium does. */
async function aHolder(dataFolder: string, ...args: readonly string[]) {
  await mkdir(dataFolder, { recursive: true });
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', ...args]);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  await symlink(`${hostname()}-${child.pid}`, join(dataFolder, 'SingletonLock'));
  return child;
}

it('a customer is open while the browser runs that it was opened in', async () => {
  const folder = await temporaryFolder();
  const plans = [planFor(folder, '/browser', 1), planFor(folder, '/browser', 2)];
  const dataFolder = plans[0]?.profile?.place.dataFolder ?? '';
  const child = await aHolder(dataFolder);
  const told: (readonly string[])[] = [];
  const open = new OpenCustomers('linux', (customers) => told.push(customers));
  for (const plan of plans) open.opened(plan);
  await open.look();
  expect(told.at(-1)).toEqual([tenant(1), tenant(2)]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await open.look();
  expect(told.at(-1)).toEqual([]);
});

it('the process that holds a folder is asked to end only if it was started with it', async () => {
  const path = join(await temporaryFolder(), 'chromium');
  const folder = { brand: 'chromium', path } as const;
  expect(await holderOf(folder)).toBeUndefined();
  // A number that has passed to somebody else.
  await aHolder(path, '--user-data-dir=/elsewhere');
  expect(await holderOf(folder)).toBeUndefined();
  await rm(join(path, 'SingletonLock'));
  const child = await aHolder(path, `--user-data-dir=${path}`);
  expect(await holderOf(folder)).toBe(child.pid);
});
