import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putData } from './support/data.ts';
import { windowsTitled } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('an error that nobody caught is in the log once, is told once, and Tidegate goes on', async ({
  desktop,
  start,
}) => {
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const application = await start();
  await application.electron.evaluate(() => {
    for (let round = 0; round < 200; round += 1) {
      setTimeout(() => {
        throw new Error(`thrown with password=hunter2 in round ${round}`);
      });
      void Promise.reject(new TypeError(`rejected in round ${round}`));
    }
  });
  const log = () => readFile(join(application.data, 'logs', 'tidegate.log'), 'utf8').catch(() => '');
  const uncaught = async () => (await log()).split('nobody caught this').length - 1;
  await expect.poll(uncaught).toBe(2);
  // A box of Electron's own for each error would stand in the way of everything.
  expect(await windowsTitled('Error')).toBe(0);
  expect(await log()).not.toContain('hunter2');

  const settings = await application.settings('about');
  await expect(settings.getByText('Something in Tidegate itself went wrong')).toHaveCount(1);
  await photograph('own-fault');
  expect(await uncaught()).toBe(2);
});
