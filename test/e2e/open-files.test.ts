import { chmod, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { runningProcesses } from '../world/processes.ts';
import { dataOf } from './support/data.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { chooseByHotkey, openByHotkey } from './support/open.ts';
import { writeSettings } from './support/settings.ts';
import { runningPid } from './support/terminal.ts';
import { expect, test } from './support/test.ts';

test('a browser gets none of our open files, and keeps no helper of a Tidegate that was killed', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers.slice(50, 51);
  if (!customer) throw new Error('the world has customers');
  const home = desktop.env['HOME'] ?? '';
  // Stands in for a browser: it tells who it is, and stays.
  const browser = join(home, 'standin');
  const lines = ['#!/bin/sh', '[ "$1" = --version ] && exec echo Chromium 1.2.3.4', `echo $$ > ${home}/pid`];
  await writeFile(browser, [...lines, 'exec sleep 600', ''].join('\n'));
  await chmod(browser, 0o755);
  await writeSettings(desktop, { language: 'en', browserPath: browser, browser: 'chromium-by-hand' });
  const application = await start();
  await setUpWithList(application, [customer]);
  await chooseByHotkey(application, customer);
  await keyboard.press('Return');
  const readPid = async () => Number(await readFile(join(home, 'pid'), 'utf8').catch(() => '0'));
  await expect.poll(readPid).toBeGreaterThan(0);
  const standIn = await readPid();
  try {
    await expect.poll(() => readFile(`/proc/${standIn}/comm`, 'utf8')).toBe('sleep\n');
    const names = await readdir(`/proc/${standIn}/fd`);
    const open = await Promise.all(names.map((name) => readlink(`/proc/${standIn}/fd/${name}`)));
    // The shell that became it had the script open.
    expect(open.filter((file) => file !== '/dev/null' && file !== browser)).toEqual([]);

    const killed = await runningPid(desktop);
    if (killed === undefined) throw new Error('Tidegate runs');
    // Helpers carry the folder in their command line or in their parent's; the browser stand-in is not among them.
    const below = (pid: number): number[] =>
      runningProcesses()
        .filter(({ parent, pid: own }) => parent === pid && own !== standIn)
        .flatMap(({ pid: own }) => [own, ...below(own)]);
    const helpers = below(killed);
    expect(helpers.length).toBeGreaterThan(2);
    process.kill(killed, 'SIGKILL');
    await expect
      .poll(() => runningProcesses().filter(({ pid }) => helpers.includes(pid)), { timeout: 30_000 })
      .toEqual([]);
    expect(runningProcesses().some(({ pid }) => pid === standIn)).toBe(true);
  } finally {
    process.kill(standIn, 'SIGKILL');
  }
});

test('what is kept on disk is this user’s alone', async ({ world, desktop, start }) => {
  const customers = world.customers.slice(50, 51);
  const [customer] = customers;
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, customers);
  await openByHotkey(application, world, customer);
  const ours = async (folder: string): Promise<string[]> => {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  };
  const root = dataOf(desktop);
  const folders = [root, join(root, 'observations'), join(root, 'logs')];
  const files = (await Promise.all(folders.map(ours))).flat();
  for (const name of ['settings.json', 'journal.jsonl', 'installation.json', 'tidegate.log'])
    expect(files.map((file) => basename(file))).toContain(name);
  const modes = await Promise.all(
    [root, ...files].map(async (file) => `${file} ${((await stat(file)).mode & 0o077).toString(8)}`),
  );
  expect(modes.filter((line) => !line.endsWith(' 0'))).toEqual([]);
});
