import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import { setUpWithList } from './support/first-run.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

const run = promisify(execFile);

test('what is typed from 50 ms after the hotkey on arrives whole, 50 times out of 50', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 50));
  const input = searchField(await application.finder());
  for (let round = 0; round < 50; round++) {
    // Other letters each time: what the round before left in the input must be typed over.
    const text = Array.from({ length: 20 }, (_, at) => String.fromCharCode(97 + ((round + at * 7) % 26)));
    const typed = text.join('');
    // One process presses, waits and types, so that nothing but the application can be late.
    const chord = ['key', '--clearmodifiers', 'ctrl+shift+space', 'sleep', '0.05'];
    await run('xdotool', [...chord, 'type', '--delay', '4', typed]);
    await expect(input, `round ${round}`).toHaveValue(typed);
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);
  }
});

test('the keyboard goes back to the window that had it, however the finder is left', async ({
  world,
  desktop,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  const other = spawn('xev', ['-name', 'The analyst’s ticket'], { env: desktop.env, stdio: 'ignore' });
  try {
    await expect.poll(focusedWindow).toBe('The analyst’s ticket');
    for (const leave of ['Escape', 'ctrl+shift+space']) {
      await keyboard.press('ctrl+shift+space');
      await application.finderReady();
      await keyboard.press(leave);
      await expect.poll(() => application.finderShown(), leave).toBe(false);
      await expect.poll(focusedWindow, leave).toBe('The analyst’s ticket');
    }
  } finally {
    other.kill();
  }
});

test('the finder opens empty for who wants it so', async ({ world, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  const finder = await application.finder();
  const input = searchField(finder);
  const reopened = async (): Promise<void> => {
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
    await keyboard.type('abc');
    await expect(input).toHaveValue('abc');
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
  };
  await reopened();
  await expect(input).toHaveValue('abc');
  await keyboard.press('Escape');
  await application.changeSettings({ keepQuery: false });
  await reopened();
  await expect(input).toHaveValue('');
});
