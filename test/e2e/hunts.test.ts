import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../world/desktop.ts';
import type { Visit } from '../world/visits.ts';
import type { World } from '../world/world.ts';
import { choose } from './support/dialog.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

type Tenant = World['customers'][number];

/** Customers of the world on the list, the first of them as the analyst's own tenant. */
async function seed(desktop: Desktop, tenants: readonly Tenant[]): Promise<void> {
  const customers = tenants.map(({ tenantId, name, domains, defaultDomain }, place): ObservedCustomer => {
    const id = parseTenantId(tenantId);
    if (id === undefined) throw new Error('the world has tenant ids');
    return { tenantId: id, name, domains, defaultDomain, access: place === 0 ? 'own' : 'list' };
  });
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }]);
}

/** The query in an address, as the portal would read it. */
function queryIn({ query }: Visit): string {
  const packed = new URLSearchParams(query).get('query') ?? '';
  return gunzipSync(Buffer.from(packed, 'base64url')).toString('utf16le');
}

const written =
  'SigninLogs\n| where ResourceTenantId == {tenantId}\n| where UPN endswith "@{domain}" // {name}';

test('a hunt written in the settings runs in three selected customers, each with its own values', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const tenants = world.customers.slice(0, 4);
  const [, ...selected] = tenants;
  await seed(desktop, tenants);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  let finder = await application.finderReady();
  await finder.getByRole('button', { name: 'Settings' }).click();
  const settings = await application.settings();
  await settings.getByRole('tab', { name: 'Hunts' }).click();
  const hunts = settings.getByRole('region', { name: 'Your hunts' });
  await hunts.getByLabel('Name').fill('Odd logins');
  await hunts.getByLabel('Query (KQL)').fill('x == "\n{name}');
  await hunts.getByRole('button', { name: 'Add the hunt' }).click();
  await expect(hunts.getByText('A quoted text in this query is not closed on its line')).toBeVisible();
  await hunts.getByLabel('Query (KQL)').fill(written);
  await hunts.getByRole('button', { name: 'Add the hunt' }).click();
  await expect(hunts.getByRole('button', { name: 'Edit the hunt Odd logins' })).toBeVisible();
  await expect(hunts.getByLabel('Name')).toHaveValue('');
  await photograph('settings-hunts');
  await settings.close();

  await keyboard.press('ctrl+shift+space');
  finder = await application.finderReady();
  for (const { name, tenantId } of selected) {
    await keyboard.press('ctrl+a');
    await keyboard.type(name.toLowerCase());
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', tenantId);
    await keyboard.press('ctrl+space');
  }
  await keyboard.press('ctrl+a');
  await keyboard.type('hunt odd logins');
  await expect(finder.getByRole('option', { selected: true })).toContainText('Hunt: Odd logins');
  await photograph('finder-hunt');
  await keyboard.press('ctrl+shift+h');
  await expect(finder.getByLabel('Named hunt')).toHaveValue('Odd logins');
  await expect(finder.getByLabel('Query (KQL)')).toHaveValue(written);
  await photograph('finder-hunting-named');
  await keyboard.press('ctrl+Return');
  for (const { tenantId, defaultDomain, name } of selected) {
    const visit = await world.waitForVisit(({ tid }) => tid === tenantId, { timeoutMs: 90_000 });
    expect(`${visit.host}${visit.path}`).toBe('security.microsoft.com/v2/advanced-hunting');
    expect(queryIn(visit)).toBe(
      `SigninLogs\n| where ResourceTenantId == "${tenantId}"\n| where UPN endswith "@${defaultDomain}" // "${name}"`,
    );
  }
  expect(world.visits().filter(({ path }) => path === '/v2/advanced-hunting')).toHaveLength(3);
  const journal = await readFile(join(application.data, 'journal.jsonl'), 'utf8');
  expect(journal).not.toContain('SigninLogs');
});

test('a hunt by its name in one customer, and in the unified view once', async ({
  world,
  desktop,
  start,
}) => {
  const [own, customer] = world.customers.slice(0, 2) as [Tenant, Tenant];
  await seed(desktop, [own, customer]);
  await writeSettings(desktop, {
    setUp: true,
    language: 'fr',
    keepQuery: false,
    hunts: [{ name: 'Clés USB', query: 'DeviceEvents | where ActionType == "UsbDriveMount"' }],
  });
  const application = await start();
  for (const [typed, host, tenant] of [
    [`${customer.name.toLowerCase()} repérage clés usb`, 'security.microsoft.com', customer],
    ['vue unifiée repérage clés usb', 'mto.security.microsoft.com', own],
  ] as const) {
    await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    await searchField(finder).fill(typed);
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
      'data-tenant',
      tenant.tenantId,
    );
    await expect(finder.getByRole('option', { selected: true })).toContainText(/repérage\s(:\s)?Clés USB/i);
    await photograph(`finder-hunt-fr-${host}`);
    const visit = await visitAfter(world, () => keyboard.press('Return'));
    expect(`${visit.host}${visit.path}`).toBe(`${host}/v2/advanced-hunting`);
    expect(queryIn(visit)).toBe('DeviceEvents | where ActionType == "UsbDriveMount"');
    await expect.poll(() => application.finderShown()).toBe(false);
  }
});

test('a team’s list of hunts is read from its place, cleaned, and says what it left out', async ({
  world,
  desktop,
  start,
}) => {
  const [own, customer] = world.customers.slice(0, 2) as [Tenant, Tenant];
  await seed(desktop, [own, customer]);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  const application = await start();
  const place = join(application.data, 'team-hunts.txt');
  const list = [
    { name: 'Strange\u202E\u200B mail', query: 'EmailEvents | where T == "{name}"' },
    { name: 'Broken', query: '" {name}' },
  ];
  await writeFile(place, JSON.stringify(list));
  await keyboard.press('ctrl+shift+space');
  await (await application.finderReady()).getByRole('button', { name: 'Settings' }).click();
  const settings = await application.settings();
  await settings.getByRole('tab', { name: 'Hunts' }).click();
  const hunts = settings.getByRole('region', { name: 'Hunts of the team' });
  await hunts.getByRole('button', { name: 'Choose a file…' }).click();
  await choose('Open a list of hunts', place);
  await expect(hunts.getByRole('list', { name: 'Hunts of the team' })).toContainText('Strange mail');
  await expect(hunts.getByText(/left out of the team’s list: 1\. The first is “Broken”/)).toBeVisible();
  await photograph('settings-team-hunts');
  await settings.close();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(`hunt strange mail ${customer.name.toLowerCase()}`);
  await expect(finder.getByRole('option', { selected: true })).toContainText('Hunt: Strange mail');
  const visit = await visitAfter(world, () => keyboard.press('Return'));
  expect([visit.tid, queryIn(visit)]).toEqual([
    customer.tenantId,
    `EmailEvents | where T == "${customer.name}"`,
  ]);
});
