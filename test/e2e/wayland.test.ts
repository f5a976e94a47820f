import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWayland, type WaylandSession } from '../world/wayland.ts';
import { applicationPath, executable, output } from './support/application.ts';
import { putData } from './support/data.ts';
import { searchField } from './support/search-field.ts';
import { startBare } from './support/start-bare.ts';
import { tidegateJson } from './support/terminal.ts';
import { expect, test as base } from './support/test.ts';
import type { Desktop } from '../world/desktop.ts';

/** A Wayland session whose desktop runs `tidegate toggle` at Ctrl+Shift+Space, as Tidegate says to set it up. */
const test = base.extend<{ readonly session: WaylandSession }>({
  switches: ['--ozone-platform=wayland'],
  session: async ({ desktop, switches }, use) => {
    await writeStarter(desktop, switches);
    const session = await startWayland({
      environment: desktop.env,
      bindings: { 'Ctrl+Shift+space': 'tidegate toggle' },
    });
    await use(session);
    await session.stop();
  },
});

/** `tidegate` on this desktop's PATH, as a package puts it there. */
async function writeStarter(desktop: Desktop, switches: readonly string[]): Promise<void> {
  const path = join(desktop.env['HOME'] ?? '', 'bin', 'tidegate');
  const words = [executable, applicationPath, ...desktop.electronArgs, ...switches].map(
    (word) => `'${word}'`,
  );
  await writeFile(path, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`);
  await chmod(path, 0o755);
}

const chord = 'ctrl+shift+space';

test('on Wayland the finder comes by a key of the desktop, takes the keyboard and goes', async ({
  desktop,
  session,
  start,
}) => {
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const application = await start(session.environment);
  const { pid } = application.process;
  const shown = async () => (await session.windows()).filter((each) => each.pid === pid);
  expect(await shown()).toEqual([]);

  await session.press(chord);
  await expect.poll(shown).toEqual([{ title: 'Find a customer', pid, focused: true }]);
  const finder = await application.finderReady();
  await session.type('contoso');
  await expect(searchField(finder)).toHaveValue('contoso');
  // A page learns of its window's size from the compositor.
  const height = () => finder.evaluate(() => innerHeight);
  const wanted = () =>
    application.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.getBounds().height,
    );
  await expect.poll(async () => (await height()) - ((await wanted()) ?? 0)).toBe(0);
  await session.photograph(join(output, 'wayland-finder.png'));

  await session.press('Escape');
  await expect.poll(shown).toEqual([]);
});

test('on Wayland a second start toggles the finder', async ({ desktop, session, start }) => {
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const application = await start(session.environment);
  const { pid } = application.process;
  const shown = async () => (await session.windows()).filter((each) => each.pid === pid);
  const again = () =>
    startBare({
      ...desktop,
      env: { ...desktop.env, ...session.environment },
      electronArgs: [...desktop.electronArgs, '--ozone-platform=wayland'],
    }).ended;
  expect(await again()).toEqual([0, null]);
  await expect.poll(shown).toEqual([{ title: 'Find a customer', pid, focused: true }]);
  await application.finderReady();
  expect(await again()).toEqual([0, null]);
  await expect.poll(shown).toEqual([]);
});

test('a hotkey that the session gives to nobody is told as that, with what to bind instead', async ({
  desktop,
  session,
  start,
}) => {
  await putData(desktop, { 'settings.json': '{"setUp":true}' });
  const application = await start(session.environment);
  const settings = await application.settings('general');
  await expect(settings.getByText('gives no program a hotkey of its own')).toContainText('Ctrl+Shift+Space');
  await expect(settings.getByText('with this command: tidegate toggle')).toBeVisible();
  await expect(settings.getByText('in use by another program')).toHaveCount(0);
  await expect.poll(async () => (await session.windows()).map(({ title }) => title)).toHaveLength(1);
  await session.photograph(join(output, 'wayland-hotkey.png'));

  const asked = {
    ...desktop,
    env: { ...desktop.env, ...session.environment },
    electronArgs: [...desktop.electronArgs, '--ozone-platform=wayland'],
  };
  const problems = async () => {
    const { json } = await tidegateJson(asked, 'doctor');
    return (json as { running: { problems: string[] } }).running.problems;
  };
  expect(await problems()).toContain('hotkey-withheld');
  // The key of the desktop does its work: there is nothing left to mend.
  await session.press(chord);
  await application.finderReady();
  await expect.poll(problems).not.toContain('hotkey-withheld');
});
