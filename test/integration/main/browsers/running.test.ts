import { once } from 'node:events';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { holderOf } from '../../../../src/main/browsers/running/lock-holder.ts';
import { OpenCustomers } from '../../../../src/main/browsers/running/open-customers.ts';
import { aHolder } from '../../support/holder.ts';
import { planFor, browsersFolder, tenant } from './stub-browser.ts';
import { itOnUnix } from '../../../support/systems.ts';

const unixIt = itOnUnix({ twin: 'locks' });

/** A process that was started with this folder, unless told otherwise, and holds it as Chromium does. */
async function holding(dataFolder: string, startedWith = dataFolder) {
  await mkdir(dataFolder, { recursive: true });
  const child = await aHolder(`--user-data-dir=${startedWith}`);
  await symlink(`${hostname()}-${child.pid}`, join(dataFolder, 'SingletonLock'));
  return child;
}

unixIt('a customer is open while the browser runs that it was opened in', async () => {
  const folder = await browsersFolder();
  const plans = [planFor(folder, '/browser', 1), planFor(folder, '/browser', 2)];
  const dataFolder = plans[0]?.profile?.place.dataFolder ?? '';
  const child = await holding(dataFolder);
  const told: (readonly string[])[] = [];
  const open = new OpenCustomers('linux', (customers) => told.push(customers));
  for (const plan of plans) open.opened(plan);
  await open.refresh();
  expect(told.at(-1)).toEqual([tenant(1), tenant(2)]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await open.refresh();
  expect(told.at(-1)).toEqual([]);
});

/** Open customers by a clock of the test's, and each list of them that was told. */
function openCustomersAt(now: () => number) {
  const told: (readonly string[])[] = [];
  return { open: new OpenCustomers('linux', (customers) => told.push(customers), now), told };
}

unixIt(
  'a customer stays open while its browser still starts, and goes when none has come in 30 seconds',
  async () => {
    const folder = await browsersFolder();
    const plan = planFor(folder, '/browser', 1);
    const dataFolder = plan.profile?.place.dataFolder ?? '';
    let now = 1_000_000;
    const { open, told } = openCustomersAt(() => now);
    open.opened(plan);
    now += 29_000;
    await open.refresh();
    expect(told).toEqual([[tenant(1)]]);
    // The browser has come, and stays as long as it likes.
    const child = await holding(dataFolder);
    await open.refresh();
    now += 3_600_000;
    await open.refresh();
    expect(told).toEqual([[tenant(1)]]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await open.refresh();
    expect(told).toEqual([[tenant(1)], []]);
    // One that never comes.
    open.opened(plan);
    now += 29_999;
    await open.refresh();
    expect(told.at(-1)).toEqual([tenant(1)]);
    now += 1;
    await open.refresh();
    expect(told.at(-1)).toEqual([]);
  },
);

unixIt('each opening has its own 30 seconds, and a clock set back keeps nobody for longer', async () => {
  const plan = planFor(await browsersFolder(), '/browser', 1);
  let now = 1_000_000;
  const { open, told } = openCustomersAt(() => now);
  open.opened(plan);
  now += 25_000;
  open.opened(plan);
  now += 25_000;
  await open.refresh();
  expect(told.at(-1)).toEqual([tenant(1)]);
  now = 0;
  await open.refresh();
  expect(told.at(-1)).toEqual([]);
});

unixIt('the process that holds a folder is asked to end only if it was started with it', async () => {
  const path = join(await browsersFolder(), 'chromium');
  const folder = { brand: 'chromium', path } as const;
  expect(await holderOf(folder)).toBeUndefined();
  // A number that has passed to somebody else.
  await holding(path, '/elsewhere');
  expect(await holderOf(folder)).toBeUndefined();
  await rm(join(path, 'SingletonLock'));
  const child = await holding(path);
  expect(await holderOf(folder)).toBe(child.pid);
});
