import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Message, sessionBus } from 'dbus-next';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

test('a lock of the screen hides the finder, which forgets what was typed', async ({ world, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await searchField(finder).fill('nobody of that name');
  const bus = sessionBus();
  try {
    bus.send(
      Message.newSignal('/org/gnome/ScreenSaver', 'org.gnome.ScreenSaver', 'ActiveChanged', 'b', [true]),
    );
    await expect.poll(() => application.finderShown()).toBe(false);
    await expect(searchField(finder)).toHaveValue('');
  } finally {
    bus.disconnect();
  }
});

test('Tidegate starts at login, hidden, once the user says so, and no longer when they take it back', async ({
  world,
  desktop,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  const file = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'autostart/tidegate.desktop');
  expect(existsSync(file)).toBe(false);
  const settings = await application.settings('general');
  const check = settings.getByLabel('Start Tidegate automatically');
  await check.check();
  await expect.poll(() => existsSync(file)).toBe(true);
  expect(await readFile(file, 'utf8')).toMatch(/^Exec=.* --hidden$/m);
  await check.uncheck();
  await expect.poll(() => existsSync(file)).toBe(false);
});
