import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserProcesses } from '../world/processes.ts';
import { tenantsKnownTo } from '../world/visits.ts';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { profilesIn } from './support/profiles.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 250, pageSize: 150 } });

test('with sign-in: two pages of customers appear, and no customer ever sees what another left behind', async ({
  world,
  desktop,
  start,
}) => {
  const [first, second] = [world.customers[7], world.customers[200]];
  if (!first || !second) throw new Error('the world has customers');
  const application = await start();
  const setup = await application.setup();

  await test.step('the sign-in happens in a browser that Tidegate opened', async () => {
    await signIn(setup, world);
    const authorize = await world.waitForRequest(({ route }) => route === 'login.authorize');
    expect(authorize.url.searchParams.get('client_id')).toBe(world.clientId);
    expect(authorize.url.pathname).toBe(`/${world.home.tenantId}/oauth2/v2.0/authorize`);
    expect(desktop.ownBrowserRuns()).toBe(true);
    // The account picker has the keyboard; Enter takes the first account.
    await expect
      .poll(async () => {
        await keyboard.press('Return');
        return world.requests().some(({ route }) => route === 'login.token');
      })
      .toBe(true);
    await expect(setup.getByText(world.accounts[0]?.username ?? '')).toBeVisible();
    // There is no keyring here, and the user is told what that means.
    await expect(setup.getByText(/^This system has no secure place for sign-ins/)).toBeVisible();
    await desktop.endOwnBrowser();
  });

  await test.step('every page of the list is there, and the own tenant is marked and not counted', async () => {
    await finish(application);
    await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    await expect(finder.getByText(/^250 customers/)).toBeVisible();
    const asked = world.requests().filter(({ route }) => route === 'arm.tenants');
    expect(asked).toHaveLength(2);
    await keyboard.type(world.home.name);
    await expect(finder.getByRole('option', { selected: true })).toContainText('Your own tenant');
    await photograph('finder');
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);
  });

  await test.step('two customers open in profiles of their own', async () => {
    expect(tenantsKnownTo(await openByHotkey(application, world, first))).toEqual([]);
    const inSecond = await openByHotkey(application, world, second);
    expect(tenantsKnownTo(inSecond)).toEqual([]);
    expect(inSecond.query).toBe(`?tid=${second.tenantId}`);
    await photograph('two-customers');
    // The first one again: it has its own marks and no others.
    expect(tenantsKnownTo(await openByHotkey(application, world, first))).toEqual([first.tenantId]);
    expect(tenantsKnownTo(await openByHotkey(application, world, second))).toEqual([second.tenantId]);
  });

  await test.step('in one browser process, each profile with its customer’s name and a colour of its own', async () => {
    const starts = await desktop.chromiumStarts();
    expect(starts).toHaveLength(4);
    const running = browserProcesses(application.browserData).map(({ pid }) => pid);
    expect(starts.filter(({ pid }) => running.includes(pid))).toHaveLength(1);
    // The browser writes its preferences some seconds after a change, and at its end.
    await application.endBrowser();
    const profiles = await profilesIn(application.browserData);
    expect(profiles.map(({ name }) => name).sort()).toEqual([first.name, second.name].sort());
    const colours = profiles.map(({ colour }) => colour);
    expect(colours).not.toContain(undefined);
    expect(new Set(colours).size).toBe(2);
  });

  await test.step('no token is on disk: there is no keyring here', async () => {
    const tokens = world.issuedTokens();
    expect(tokens.length).toBeGreaterThan(0);
    const files = await readdir(application.data, { recursive: true, withFileTypes: true });
    for (const file of files.filter((each) => each.isFile() && !each.parentPath.includes('browsers'))) {
      const content = await readFile(join(file.parentPath, file.name), 'latin1');
      for (const token of tokens) expect(content.includes(token), `${file.name} holds a token`).toBe(false);
    }
    const journal = await readFile(join(application.data, 'journal.jsonl'), 'utf8');
    expect(journal.trim().split('\n')).toHaveLength(4);
  });
});

test('an account that reaches nobody is told about guest and GDAP access', async ({ world, start }) => {
  const lonely = world.accounts[1];
  if (!lonely) throw new Error('the world has a second account');
  world.answerSignIn({ kind: 'account', username: lonely.username });
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByText('Your sign-in lists no customers')).toBeVisible();
});
