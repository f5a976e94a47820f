import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from '../world/browser.ts';
import type { Desktop } from '../world/desktop.ts';
import { endAllIn } from '../world/processes.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import { tenantsKnownTo } from '../world/visits.ts';
import { applicationPath, executable, type Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { endBackground } from './support/terminal.ts';
import { expect, test } from './support/test.ts';

/** Registers Tidegate on this desktop as its package does: a desktop file with the scheme in its MimeType. */
async function registerScheme(desktop: Desktop): Promise<void> {
  const home = desktop.env['HOME'] ?? '';
  // xdg-open takes the command up to the first space and knows no quotes.
  const starter = join(home, 'bin', 'tidegate');
  const words = [executable, applicationPath, ...desktop.electronArgs].map(quote).join(' ');
  await writeFile(starter, `#!/bin/sh\nexec ${words} "$@" </dev/null >/dev/null 2>&1\n`);
  await chmod(starter, 0o755);
  const applications = join(home, '.local', 'share', 'applications');
  await mkdir(applications, { recursive: true });
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Tidegate', `Exec=${starter} %U`];
  await writeFile(
    join(applications, 'tidegate.desktop'),
    [...entry, 'MimeType=x-scheme-handler/tidegate;', ''].join('\n'),
  );
  await appendFile(join(home, '.config', 'mimeapps.list'), 'x-scheme-handler/tidegate=tidegate.desktop\n');
}

/** Opens a link as a click in another program does. Ends with the start that it makes, unless that becomes Tidegate. */
function click(desktop: Desktop, link: string) {
  const child = spawn('xdg-open', [link], { env: { ...desktop.env }, stdio: 'ignore', detached: true });
  child.unref();
  return once(child, 'exit');
}

/** Starts Tidegate again with these words, and waits for the end of that start. */
async function startAgain(desktop: Desktop, ...words: readonly string[]): Promise<number | null> {
  const child = spawn(executable, [applicationPath, ...desktop.electronArgs, ...words], {
    env: { ...desktop.env },
    stdio: 'ignore',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

/** Puts the finder away, so that what brings it back is what is looked for. */
async function putAway(application: Application): Promise<void> {
  if (!(await application.finderShown())) return;
  await application.finderReady();
  await expect
    .poll(async () => {
      await keyboard.press('Escape');
      return application.finderShown();
    })
    .toBe(false);
}

test('a link of Tidegate’s own, clicked: the right page in the right profile; a hostile one opens nothing and says why', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [first, second] = world.customers.slice(80, 82);
  if (!first || !second) throw new Error('the world has customers');
  await registerScheme(desktop);
  const application = await start();
  await setUpWithList(application, [first, second]);

  let visit = await visitAfter(world, async () => {
    await click(desktop, `tidegate://open?tenant=${first.tenantId}&page=incidents`);
  });
  expect(`${visit.host}${visit.path}${visit.query}`).toBe(
    `security.microsoft.com/incidents?tid=${first.tenantId}`,
  );
  const inner = encodeURIComponent(`https://security.microsoft.com/alerts?tid=${second.tenantId}`);
  visit = await visitAfter(world, async () => {
    await click(desktop, `tidegate://open?tenant=${second.tenantId}&url=${inner}`);
  });
  expect(visit).toMatchObject({ path: '/alerts', tid: second.tenantId });
  expect(tenantsKnownTo(visit)).not.toContain(first.tenantId);
  // A portal link as the argument of a start.
  visit = await visitAfter(world, async () => {
    expect(await startAgain(desktop, `https://security.microsoft.com/hunting?tid=${first.tenantId}`)).toBe(0);
  });
  expect(visit).toMatchObject({ path: '/hunting', tid: first.tenantId });
  expect(tenantsKnownTo(visit)).toEqual([first.tenantId]);

  const starts = (await desktop.chromiumStarts()).length;
  const tenant = `tenant=${first.tenantId}`;
  const hostile: readonly (readonly [says: RegExp, ...words: string[]])[] = [
    [/is not a link that Tidegate opens/, `tidegate://open?${tenant}&path=/bin/sh`],
    [/is not a link that Tidegate opens/, `tidegate://open?${tenant}&page=link:https://evil.example/`],
    [/is not a link that Tidegate opens/, `tidegate://wipe?${tenant}`],
    [/names more than one tenant/, `tidegate://open?${tenant}&url=${inner}`],
    [/evil\.example/, `tidegate://open?${tenant}&url=https%3A%2F%2Fevil.example%2F`],
    // A switch behind a link ends that start by itself: see the unit test of switches.
    [/is one argument too many/, `tidegate://open?${tenant}`, '/bin/sh'],
    [/No customer on your list/, `tidegate://open?tenant=${world.customers[83]?.tenantId}`],
    [/imitates another link/, `https://security.microsoft.com@evil.example/?tid=${first.tenantId}`],
  ];
  for (const [says, ...words] of hostile) {
    await test.step(words.join(' '), async () => {
      await putAway(application);
      expect(await startAgain(desktop, ...words)).toBe(0);
      const finder = await application.finderReady();
      await expect(finder.getByText(says).first()).toBeVisible();
    });
  }
  expect((await desktop.chromiumStarts()).length).toBe(starts);
});

test('a link that is clicked while Tidegate does not run starts it, and opens', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers.slice(84, 85);
  if (!customer) throw new Error('the world has customers');
  await registerScheme(desktop);
  const before = await start();
  await setUpWithList(before, [customer]);
  await before.quit();
  try {
    const visit = await visitAfter(world, async () => {
      void click(desktop, `tidegate://open?tenant=${customer.tenantId}`);
    });
    expect(`${visit.host}${visit.path}${visit.query}`).toBe(
      `security.microsoft.com/?tid=${customer.tenantId}`,
    );
  } finally {
    await endBackground(desktop);
    await endAllIn(desktop.env['HOME'] ?? '');
  }
});

test('the link in the clipboard opens from the tray and by a hotkey of its own; a false one is refused in the finder', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [first, second] = world.customers.slice(86, 88);
  if (!first || !second) throw new Error('the world has customers');
  const host = await startTrayHost();
  try {
    const application = await start();
    await setUpWithList(application, [first, second]);
    const copy = (text: string) =>
      application.electron.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    const item = await host.waitForItem();
    const menu = await item.waitForMenu((each) => labelsOf(each).includes('Open copied link'));
    const line = findLabel(menu, 'Open copied link');
    if (!line) throw new Error('the tray offers the clipboard');

    await copy(`https://security.microsoft.com/incidents?tid=${first.tenantId}`);
    let visit = await visitAfter(world, () => item.click(line.id));
    expect(visit).toMatchObject({ path: '/incidents', tid: first.tenantId });

    // Recorded as a user records it; the other hotkey's keys are not to be had.
    const settings = await application.settings('finder');
    const record = settings.getByRole('button', { name: 'Set the clipboard hotkey' });
    await record.click();
    await settings.keyboard.press('Control+Shift+KeyQ');
    await item.waitForMenu((each) => labelsOf(each).includes('Open copied link (Ctrl+Shift+Q)'));
    await record.click();
    await settings.keyboard.press('Control+Shift+Space');
    await expect(settings.getByText('Ctrl+Shift+Space is already Tidegate’s other hotkey.')).toBeVisible();
    await settings.close();

    await copy(second.tenantId);
    visit = await visitAfter(world, () => keyboard.press('ctrl+shift+q'));
    expect(visit).toMatchObject({ path: '/', tid: second.tenantId });
    expect(tenantsKnownTo(visit)).not.toContain(first.tenantId);

    const starts = (await desktop.chromiumStarts()).length;
    for (const [text, says] of [
      ['https://security.rnicrosoft.com/?tid=1', /security\.rnicrosoft\.com/],
      [' ', /The clipboard holds no text/],
      [`${first.tenantId} ${second.tenantId}`, /names more than one tenant/],
    ] as const) {
      await putAway(application);
      await copy(text);
      await keyboard.press('ctrl+shift+q');
      const finder = await application.finderReady();
      await expect(finder.getByText(says).first()).toBeVisible();
    }
    expect((await desktop.chromiumStarts()).length).toBe(starts);
  } finally {
    await host.stop();
  }
});
