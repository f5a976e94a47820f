import { chmod, lstat, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dataOf, putData } from './support/data.ts';
import { keyboard, windowsTitled } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { startBare } from './support/start-bare.ts';
import { expect, test } from './support/test.ts';

test('a second start while the first is still starting opens the finder of the first, and ends', async ({
  desktop,
  start,
}) => {
  // Not the first run's: its form comes up as well, and the keyboard is whose came up last.
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const first = start();
  // Chromium's lock on the folder is the first thing there is of it: its windows come later.
  await expect.poll(() => exists(join(dataOf(desktop), 'SingletonLock')), { intervals: [10] }).toBe(true);
  const second = startBare(desktop);
  expect(await second.ended).toEqual([0, null]);
  const application = await first;
  await application.finderReady();
});

test('a folder that cannot be written: said in a box of the system’s own, and nothing is started or touched', async ({
  desktop,
}) => {
  const data = dataOf(desktop);
  await mkdir(data, { recursive: true });
  await chmod(data, 0o500);
  const { child, ended } = startBare(desktop);
  try {
    await expect.poll(() => windowsTitled('Error')).toBe(1);
    await photograph('read-only-folder');
    await keyboard.press('Return');
    expect(await ended).toEqual([1, null]);
    expect(await readdir(data)).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    await chmod(data, 0o700);
  }
});

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
