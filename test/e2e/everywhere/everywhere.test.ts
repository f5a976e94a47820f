import { readdir, readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { settingsPages } from '#shared/settings/settings-page.ts';
import { makeCustomers } from '../../world/tenants.ts';
import { startTidegate, type Application, type Starting } from '../support/application.ts';
import { setUpWithList } from '../support/first-run.ts';
import { searchField } from '../support/search-field.ts';
import { startBare } from '../support/start-bare.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

// What runs on every system, with whatever Electron there is: no X11, no D-Bus, no local Microsoft, and no network.

interface Fixtures {
  /** A user of this system who has nothing of Tidegate yet. */
  readonly user: Starting & { readonly data: string };
  readonly start: () => Promise<Application & { readonly complaints: () => string }>;
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  user: async ({}, use) => {
    const data = await temporaryFolder('tidegate-everywhere-');
    const env = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
    await use({
      data,
      // macOS keeps the keychain below the real home, and asks for one where there is none.
      env: {
        ...Object.fromEntries(env),
        ...(process.platform === 'darwin' && { HOME: userInfo().homedir }),
      },
      electronArgs: [`--user-data-dir=${data}`, '--host-resolver-rules=MAP * ~NOTFOUND'],
    });
    await removeFolder(data);
  },
  start: async ({ user }, use) => {
    const started: Application[] = [];
    await use(async () => {
      const application = await startTidegate(user);
      started.push(application);
      let complaints = '';
      application.process.stderr?.on('data', (text: Buffer) => (complaints += text.toString()));
      await application.started();
      return Object.assign(application, { complaints: () => complaints });
    });
    for (const application of started) await application.quit();
  },
});

const customers = makeCustomers(40);

test('a pasted list, a second start and some letters: the right customer is highlighted, also after a restart', async ({
  user,
  start,
}) => {
  const customer = customers[17];
  if (customer === undefined) throw new Error('there are customers');
  const application = await start();
  await setUpWithList(application, customers);

  const find = async (running: Application) => {
    expect((await startBare(user).ended)[0]).toBe(0);
    await expect.poll(() => running.finderShown()).toBe(true);
    const finder = await running.finder();
    await searchField(finder).fill(customer.name.toLowerCase());
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
      'data-tenant',
      customer.tenantId,
    );
    return finder;
  };
  const finder = await find(application);
  await finder.keyboard.press('Tab');
  await expect(finder.getByRole('option', { name: /incidents/i }).first()).toBeVisible();
  await finder.keyboard.press('Escape');
  await application.quit();
  await find(await start());
});

test('every page of the settings opens', async ({ start }) => {
  const application = await start();
  await setUpWithList(application, customers.slice(0, 3));
  for (const name of settingsPages) {
    const settings = await application.settings(name);
    await expect(settings.locator(`#tab-${name}`)).toHaveAttribute('aria-selected', 'true');
    await expect(settings.locator(`[aria-labelledby="tab-${name}"]`)).toBeVisible();
  }
});

/** What lint allows, each with its reason there: test/unit/deprecated.test.ts. */
const allowed = /registerBufferProtocol|safeStorage/;

test('this Electron calls nothing outdated that lint does not know, and nothing goes wrong unseen', async ({
  user,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, customers.slice(0, 3));
  await application.settings('about');
  await application.quit();
  const outdated = application.complaints().split('\n');
  expect(outdated.filter((line) => /deprecat/i.test(line) && !allowed.test(line))).toEqual([]);
  const logs = join(user.data, 'logs');
  const written = await Promise.all(
    (await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8').catch(() => '')),
  );
  expect(written.join('\n')).not.toMatch(/nobody caught this|\[error\]/);
});
