import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import { settingsPages } from '#shared/settings/settings-page.ts';
import type { Language } from '#shared/locales/language.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { output } from './support/application.ts';
import { putData } from './support/data.ts';
import { finish, setUpWithList, signIn } from './support/first-run.ts';
import { answer } from './support/dialog.ts';
import { keyboard } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

async function findNothingWrong(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([]);
}

const chosenTab = (page: Page) => page.getByRole('tab', { selected: true });
const focusedRole = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('role') ?? '');

for (const language of ['en', 'fr'] satisfies Language[]) {
  test(`every page of the settings by keyboard alone, and nothing that axe finds, in ${language}`, async ({
    world,
    start,
  }) => {
    // Axe looks at twelve pages, each in light and in dark.
    test.slow();
    const application = await start();
    await setUpWithList(application, world.customers.slice(0, 30));
    const settings = await application.settings();
    await settings.evaluate(
      (choice) =>
        (globalThis as unknown as { tidegate: { run(command: unknown): Promise<unknown> } }).tidegate.run({
          kind: 'changeSettings',
          change: { language: choice },
        }),
      language,
    );
    await expect(settings.locator('html')).toHaveAttribute('lang', language);
    await settings.bringToFront();

    // The page's heading has the keyboard; the list of pages is one step back.
    await expect(settings.getByRole('heading', { level: 1 })).toBeFocused();
    await keyboard.press('shift+Tab');
    await expect.poll(() => focusedRole(settings)).toBe('tab');
    await keyboard.press('Home');
    for (const [index, page] of settingsPages.entries()) {
      const title = await chosenTab(settings).innerText();
      await expect(chosenTab(settings)).toHaveId(`tab-${page}`);
      await expect(chosenTab(settings)).toBeFocused();
      await expect(settings.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(settings.getByRole('tabpanel', { name: title })).toBeVisible();
      for (const colorScheme of ['light', 'dark'] as const) {
        await settings.emulateMedia({ colorScheme });
        await findNothingWrong(settings, `${page}, ${colorScheme}`);
        await settings.screenshot({
          path: join(output, `settings-${page}-${language}-${colorScheme}.png`),
          fullPage: true,
        });
      }
      // So that nobody has to look for long: two screens of the window as it comes.
      const { height, screen } = await settings.evaluate(() => ({
        height: document.documentElement.scrollHeight,
        screen: innerHeight,
      }));
      expect.soft(height, page).toBeLessThanOrEqual(2 * screen);
      await keyboard.press(index % 2 === 0 ? 'Down' : 'Right');
    }
    // Around, and Enter goes into the page.
    await expect(chosenTab(settings)).toHaveId(`tab-${settingsPages[0]}`);
    await keyboard.press('Return');
    await expect(settings.getByRole('heading', { level: 1 })).toBeFocused();
  });
}

test('the settings open where they are asked to, remember their page, and go with Escape and Ctrl+W', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  const first = await application.settings('customers');
  await expect(chosenTab(first)).toHaveId('tab-customers');
  // What is being written when the window goes is there when it comes back.
  await first.getByLabel('Paste a list').fill('contoso.com');

  // Asked for again at another page, the same window shows it.
  await application.settings('sources');
  await expect(chosenTab(first)).toHaveId('tab-sources');
  await expect(first.getByRole('heading', { level: 1 })).toBeFocused();
  await application.settings('customers');
  await expect(first.getByLabel('Paste a list')).toHaveValue('contoso.com');

  // Escape closes what is open in the page first.
  const general = await application.settings('general');
  await general.bringToFront();
  await general.getByLabel('Language of Tidegate').focus();
  await keyboard.press('space');
  await keyboard.press('Escape');
  const hotkeys = await application.settings('finder');
  await hotkeys.getByRole('button', { name: 'Change the hotkey' }).press('Space');
  await expect(hotkeys.getByText('Press the new hotkey…')).toBeVisible();
  await keyboard.press('Escape');
  await expect(hotkeys.getByRole('button', { name: 'Change the hotkey' })).toBeVisible();
  // A field that is not in order keeps what was written in it.
  const accounts = await application.settings('accounts');
  await accounts.getByLabel('Application (client) ID').fill('not a guid');
  await application.settings('customers');
  await application.settings('accounts');
  await expect(accounts.getByLabel('Application (client) ID')).toHaveValue('not a guid');
  await application.settings('customers');

  for (const [chord, page] of [
    ['Escape', 'customers'],
    ['ctrl+w', 'customers'],
  ] as const) {
    const settings = await application.settings();
    await expect(chosenTab(settings)).toHaveId(`tab-${page}`);
    await expect(settings.getByLabel('Paste a list')).toHaveValue('contoso.com');
    await settings.bringToFront();
    await expect.poll(() => settings.evaluate(() => document.hasFocus())).toBe(true);
    const closed = settings.waitForEvent('close');
    await keyboard.press(chord);
    await closed;
  }
});

test('an account and its sources: what is listed, what a source does when it is off, and the way out', async ({
  world,
  start,
}) => {
  const account = world.accounts[0];
  if (!account) throw new Error('the world has accounts');
  world.answerSignIn({ kind: 'account', username: account.username });
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
  await finish(application);

  const settings = await application.settings('sources');
  const source = settings.getByRole('region', { name: 'Azure tenants' });
  await expect(source.getByText(account.username)).toBeVisible();
  await expect(source.getByText(/^250 listed · synced/)).toBeVisible();
  await findNothingWrong(settings, 'sources');
  await settings.screenshot({ path: join(output, 'settings-sources-signed-in.png'), fullPage: true });
  await source.getByRole('switch', { name: 'Azure tenants' }).press('Space');
  await expect(source.getByText(account.username)).toHaveCount(0);

  await settings.getByRole('tab', { name: 'Accounts' }).click();
  await expect(settings.getByRole('heading', { name: account.username })).toBeVisible();
  await findNothingWrong(settings, 'accounts');
  await settings.screenshot({ path: join(output, 'settings-accounts-signed-in.png'), fullPage: true });
  // It asks first, and no keeps the account and the window.
  await settings.bringToFront();
  await settings.getByRole('button', { name: `Sign out ${account.username}` }).click();
  await answer('Sign out', false);
  await expect(settings.getByRole('heading', { name: account.username })).toBeVisible();
  await settings.getByRole('button', { name: `Sign out ${account.username}` }).click();
  await answer('Sign out', true);
  await expect(settings.getByText('No account is signed in.')).toBeVisible();
});

test('an import shows what it would add, change and refuse before it does, and nothing else happens', async ({
  world,
  start,
}) => {
  const [first, second] = world.customers;
  if (!first || !second) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first]);
  const settings = await application.settings('customers');
  const rows = ['name,tenant id,tags', `${second.name},${second.tenantId},gold`, 'Nobody,not-an-id,'];
  await settings.getByLabel('Paste a list').fill(rows.join('\n'));
  await settings.getByRole('button', { name: 'Preview' }).click();
  await expect(settings.getByRole('heading', { name: 'What the import would do' })).toBeFocused();
  await expect(settings.getByRole('listitem').filter({ hasText: second.tenantId })).toContainText('gold');
  const refused = settings.getByRole('row').filter({ hasText: 'not-an-id' });
  await expect(refused.getByRole('cell').first()).toHaveText('3');
  await expect(refused).toContainText('names no tenant');
  await findNothingWrong(settings, 'the preview');
  await settings.screenshot({ path: join(output, 'settings-import-preview.png'), fullPage: true });
  await expect(settings.getByText('1 customer', { exact: true })).toBeVisible();

  await settings.getByRole('button', { name: 'Import 1 customer' }).click();
  await expect(settings.getByText('2 customers', { exact: true })).toBeVisible();
  // What was refused stays, to be mended.
  await expect(settings.getByLabel('Paste a list')).toHaveValue(/not-an-id/);
  await expect(settings.getByLabel('Paste a list')).not.toHaveValue(new RegExp(second.tenantId));
});

test('the cloud is chosen among the accounts, and a level that cannot open anything says so', async ({
  start,
}) => {
  const application = await start();
  await finish(application);
  const settings = await application.settings('accounts');
  await settings.getByLabel('Cloud of your customers').selectOption({ label: 'US Government' });
  await expect(settings.getByText(/The other cloud has its own accounts/)).toBeVisible();

  await settings.getByRole('tab', { name: 'Browsers' }).click();
  await settings.getByLabel('A profile in your own browser').check();
  await expect(settings.getByText(/Your browser has no profile of yours/)).toBeVisible();
  await settings.getByLabel('Your own command').check();
  await expect(settings.getByText(/until you enter a command below and choose/)).toBeVisible();
  await application.quit();

  const again = await start();
  const after = await again.settings('accounts');
  await expect(after.getByLabel('Cloud of your customers')).toHaveValue('usgov');
});

test('a standing warning is told on one page, and marked in the list of pages', async ({
  desktop,
  world,
  start,
}) => {
  await putData(desktop, {
    'settings.json': JSON.stringify({
      setUp: true,
      clientId: world.clientId,
      customCommand: '/bin/sh -c {url}',
    }),
    'usage.json': '{ this was cut',
  });
  const application = await start();
  const told = [
    [/^\/bin\/sh is a shell/, 'browsers'],
    [/could not be read|is damaged/, 'general'],
  ] as const;
  const settings = await application.settings();
  for (const [text, home] of told) {
    await application.settings(home);
    await expect(settings.getByText(text).first()).toBeVisible();
    for (const page of settingsPages) {
      await application.settings(page);
      await expect(chosenTab(settings)).toHaveId(`tab-${page}`);
      await expect(settings.getByText(text)).toHaveCount(page === home ? 1 : 0);
    }
    await expect(settings.locator(`#tab-${home}`)).toHaveAccessibleName(/needs attention$/);
  }
  await expect(settings.locator('#tab-profiles')).toHaveAccessibleName('Profiles');
  await application.settings('general');
  await findNothingWrong(settings, 'warned');
  await settings.screenshot({ path: join(output, 'settings-warned.png') });
});

test('a setting that a policy locks says so beside it on every page, by its name and by where the policy stands', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  // As main tells it of a policy for everything; the file itself belongs to root.
  const settings = await application.settings();
  const locked = await settings.evaluate(async () => {
    const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
    return Object.keys((await tidegate.state()).status.settings);
  });
  const status = await settings.evaluate(async () => {
    const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
    return (await tidegate.state()).status;
  });
  const lockAll = () =>
    application.electron.evaluate(
      ({ BrowserWindow }, told) => {
        const window = BrowserWindow.getAllWindows().find((each) =>
          each.webContents.getURL().includes('/settings/'),
        );
        window?.webContents.send('status:changed', told);
      },
      {
        ...status,
        locked,
        settings: { ...status.settings, incidents: true, incidentNotices: true, customAllowed: false },
      },
    );
  const told = new Set<string>();
  for (const page of settingsPages) {
    await application.settings(page);
    await expect(chosenTab(settings)).toHaveId(`tab-${page}`);
    await lockAll();
    if (page === 'general')
      await expect(settings.getByText(/Set by your administrator/).first()).toBeVisible();
    const { reasons, silent } = await settings.evaluate(() => {
      const controls = [
        ...document.querySelectorAll<HTMLInputElement>('#page :is(input, select, textarea):disabled'),
      ];
      const reason = (text: string | null | undefined) =>
        /Set by your administrator: (\w+) in the policy \/etc\/tidegate\/policy\.json/.exec(text ?? '');
      return {
        silent: controls
          .filter((each) => reason(each.closest('.section, .card')?.textContent) === null)
          .map(({ outerHTML }) => outerHTML),
        reasons: [...document.querySelectorAll('#page .locked')].map(
          (each) => reason(each.textContent)?.[1] ?? each.textContent,
        ),
      };
    });
    expect(silent, page).toEqual([]);
    for (const each of reasons) told.add(each);
    await findNothingWrong(settings, `${page}, locked`);
    if (page === 'general') await settings.screenshot({ path: join(output, 'settings-locked.png') });
  }
  expect([...told].filter((name) => !locked.includes(name))).toEqual([]);
  for (const name of [
    'language',
    'syncMinutes',
    'hotkey',
    'keepQuery',
    'sources',
    'sharedList',
    'isolation',
    'browserArguments',
    'customCommand',
    'hiddenPortals',
    'quietHours',
    'clientId',
    'hunts',
    'huntList',
    'ownTenant',
    'portalHosts',
  ])
    expect([...told]).toContain(name);
});
