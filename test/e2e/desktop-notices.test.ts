import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { prepareDesktop } from '../world/desktop.ts';
import { findLabel } from '../world/tray-menu.ts';
import { startTrayHost } from '../world/tray-host.ts';
import type { TrayItem } from '../world/tray-item.ts';
import { startNoticeHost, type NoticeHost } from '../world/notice-host.ts';
import { endAllIn } from '../world/processes.ts';
import { startTidegate, type Application } from './support/application.ts';
import { finish, signIn } from './support/first-run.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test as base } from './support/test.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const test = base.extend<{ readonly host: NoticeHost }>({
  host: async ({ desktop: _desktop }, use) => {
    const host = await startNoticeHost();
    await use(host);
    await host.stop();
  },
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

async function run(application: Application, command: Command): Promise<void> {
  const finder = await application.finder();
  await finder.evaluate(
    (asked) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(asked),
    command,
  );
}

async function pauseByTray(item: TrayItem, paused: boolean): Promise<void> {
  const menu = await item.waitForMenu(
    (each) => findLabel(each, 'Pause hotkeys')?.toggle === (paused ? 'off' : 'on'),
  );
  const line = findLabel(menu, 'Pause hotkeys');
  if (!line) throw new Error('the tray pauses hotkeys');
  await item.click(line.id);
}

/** Waits for a notice of this title, and clicks it: the settings come, at the page that helps. */
async function clicked(
  application: Application,
  host: NoticeHost,
  title: string,
  page: SettingsPage,
): Promise<string> {
  const titled = () => host.shown().filter((each) => each.title === title);
  await expect.poll(() => titled().length).toBe(1);
  const [notice] = titled();
  if (notice === undefined) throw new Error(`“${title}” is shown`);
  const opened = application.electron.waitForEvent('window', {
    predicate: (window) => window.url().includes('/settings/'),
  });
  host.click(notice.id);
  const settings = await opened;
  await expect(settings.getByRole('tab', { selected: true })).toHaveId(`tab-${page}`);
  await settings.close();
  return notice.body;
}

test('an access that ends within 14 days is told by the desktop once, and a click leads to the customers', async ({
  world,
  desktop,
  host,
  start,
}) => {
  const [soon, later] = world.customers.slice(0, 2).map(({ defaultDomain, domains, name, tenantId }, at) => {
    const id = parseTenantId(tenantId);
    if (id === undefined) throw new Error('the world has tenant ids');
    return {
      tenantId: id,
      name,
      domains,
      defaultDomain,
      access: 'gdap' as const,
      ends: inDays(at === 0 ? 9 : 40),
    };
  });
  if (!soon || !later) throw new Error('the world has customers');
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers: [soon, later] }]);
  await writeSettings(desktop, { setUp: true, language: 'en' });
  const application = await start();
  const body = await clicked(application, host, 'Access to 1 customer ends within 14 days', 'customers');
  expect(body).toBe(soon.name);
  expect(host.shown()).toHaveLength(1);
});

test.describe('with an account', () => {
  test.use({ worldOptions: { customers: 5, tokenSeconds: 60 } });

  test('customers that are gone and new, and a sign-in that has ended, are told by the desktop; each click leads there', async ({
    world,
    host,
    start,
  }) => {
    const [account] = world.accounts;
    const [first, second] = world.customers;
    if (!account || !first || !second) throw new Error('the world has accounts and customers');
    world.answerSignIn({ kind: 'account', username: account.username });
    const application = await start();
    await signIn(await application.setup(), world);
    await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
    await finish(application);
    const everybody = [world.directory.home, ...world.customers];
    world.directory.setReach(
      account.username,
      everybody.filter((each) => each !== first && each !== second),
    );
    await run(application, { kind: 'sync' });
    const gone = await clicked(application, host, '2 customers are no longer listed', 'customers');
    expect(gone.split(', ').toSorted()).toEqual([first.name, second.name].toSorted());

    world.directory.setReach(account.username, everybody);
    await run(application, { kind: 'sync' });
    await clicked(application, host, '2 new customers', 'customers');

    world.fault('login.token', { kind: 'entra-error', code: 50076 });
    await run(application, { kind: 'sync' });
    const ended = await clicked(application, host, 'Sign in again', 'accounts');
    expect(ended).toContain(account.username);
    // What went well is told by nobody.
    expect(host.shown()).toHaveLength(3);
  });
});

test('a hotkey that another program took while it was paused is told by the desktop, and a click leads to it', async ({
  world,
  desktop,
  host,
  start,
}) => {
  await writeSettings(desktop, { setUp: true, language: 'en', hotkey: 'Control+Shift+F9' });
  const tray = await startTrayHost();
  const application = await start();
  const item = await tray.waitForItem();
  await pauseByTray(item, true);
  // Another user's Tidegate is, to ours, a program that takes hotkeys.
  const home = await temporaryFolder('tg-');
  const others = await prepareDesktop({ home, world });
  await writeSettings(others, { setUp: true, hotkey: 'Control+Shift+F9' });
  const other = await startTidegate(others);
  try {
    await other.started();
    await pauseByTray(item, false);
    const body = await clicked(application, host, 'The hotkey no longer works', 'finder');
    expect(body).toBe('Another program has taken Ctrl+Shift+F9. Choose another one.');
  } finally {
    await other.quit();
    await endAllIn(home);
    await removeFolder(home);
    await tray.stop();
  }
});
