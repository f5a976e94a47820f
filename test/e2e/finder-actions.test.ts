import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../world/desktop.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import type { World } from '../world/world.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import type { Application } from './support/application.ts';
import { answer } from './support/dialog.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

type Tenant = World['customers'][number];

function idOf({ tenantId }: Pick<Tenant, 'tenantId'>): TenantId {
  const id = parseTenantId(tenantId);
  if (id === undefined) throw new Error('the world has tenant ids');
  return id;
}

/** Customers of the world on the list, as an earlier day left them; the first run is over. */
async function seed(
  desktop: Desktop,
  tenants: readonly Tenant[],
  annotations: ReadonlyMap<TenantId, Annotation> = new Map(),
  language: 'en' | 'fr' = 'en',
): Promise<void> {
  const customers = tenants.map((tenant): ObservedCustomer => ({
    tenantId: idOf(tenant),
    name: tenant.name,
    domains: tenant.domains,
    access: 'list',
    defaultDomain: tenant.defaultDomain,
  }));
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }], annotations);
  // What was copied is told where the finder stays.
  await writeSettings(desktop, { setUp: true, language, keepQuery: false, hideAfterCopy: false });
}

async function highlight(application: Application, tenant: Tenant): Promise<Page> {
  if (!(await application.finderShown())) await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(searchField(finder)).toBeFocused();
  await keyboard.press('ctrl+a');
  await keyboard.type(tenant.name.toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
    'data-tenant',
    tenant.tenantId,
  );
  return finder;
}

/** Ctrl+K, some letters, and the action that those mean. */
async function act(finder: Page, typed: string, label: string): Promise<void> {
  await keyboard.press('ctrl+k');
  await expect(finder.locator('.choices-list')).toBeVisible();
  await keyboard.type(typed);
  await expect(finder.getByRole('option', { selected: true })).toContainText(label);
  await keyboard.press('Return');
}

const copied = (application: Application) =>
  application.electron.evaluate(({ clipboard }) => clipboard.readText());

test('every action and page by keyboard alone', async ({ world, desktop, start }) => {
  test.slow();
  const [customer, other] = world.customers.slice(20, 22) as [Tenant, Tenant];
  await seed(desktop, [customer, other]);
  const application = await start();
  const { name, tenantId } = customer;
  let finder = await highlight(application, customer);
  const combobox = searchField(finder);

  await test.step('pages: three ways back, filtered by typing, opened by Enter', async () => {
    for (const [there, back] of [
      ['Tab', 'Escape'],
      ['Right', 'Left'],
      ['Tab', 'shift+Tab'],
    ] as const) {
      await keyboard.press(there);
      await expect(finder.getByRole('combobox', { name: 'Pages of this customer' })).toBeFocused();
      await keyboard.press(back);
      await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
    }
    await expect(combobox).toHaveValue(name.toLowerCase());
    await keyboard.press('Tab');
    await expect(finder.getByRole('option').first()).toContainText('Defender');
    await keyboard.type('incid');
    await expect(finder.getByRole('option', { selected: true })).toContainText('incidents');
    const visit = await visitAfter(world, () => keyboard.press('Return'));
    expect(`${visit.path}${visit.query}`).toBe(`/incidents?tid=${tenantId}`);
    await expect.poll(() => application.finderShown()).toBe(false);
  });

  await test.step('the clipboard, by the list of actions and by key', async () => {
    finder = await highlight(application, customer);
    await act(finder, 'copy link', 'Copy the link');
    await expect(finder.getByText(`Copied the link of ${name}.`)).toBeVisible();
    expect(await copied(application)).toBe(`https://security.microsoft.com/?tid=${tenantId}`);
    await keyboard.press('ctrl+shift+i');
    await expect(finder.getByText(`Copied the tenant ID of ${name}.`)).toBeVisible();
    expect(await copied(application)).toBe(tenantId);
    await act(finder, 'ticket', 'Copy for a ticket');
    await expect(finder.getByText(`Copied the ticket text of ${name}.`)).toBeVisible();
    expect(await copied(application)).toBe(
      `${name} (${customer.defaultDomain})\nTenant: ${tenantId}\nhttps://security.microsoft.com/?tid=${tenantId}`,
    );
  });

  await test.step('favourite, hidden, and what is written', async () => {
    await act(finder, 'fav', 'Add to favourites');
    await expect(finder.getByRole('option', { selected: true })).toContainText('Favourite');
    await keyboard.press('ctrl+d');
    await expect(finder.getByText(`${name} is no longer a favourite.`)).toBeVisible();
    for (const [typed, label, field] of [
      ['alias', 'Add an alias', 'Aliases'],
      ['note', 'Add a note', 'Note'],
      ['standing', 'standing instruction', 'Standing instruction'],
      ['details', 'Edit details', 'Your own name for it'],
    ] as const) {
      await act(finder, typed, label);
      await expect(finder.getByLabel(field, { exact: true })).toBeFocused();
      await keyboard.press('Escape');
      await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
    }
    await act(finder, 'hide', 'Hide from the list');
    await expect(finder.getByText(`${name} is hidden`)).toBeVisible();
    finder = await highlight(application, customer);
    await act(finder, 'show', 'Show in the list again');
    await expect(finder.getByText(`${name} is in the list again.`)).toBeVisible();
  });

  await test.step('another browser and sealed, this once', async () => {
    finder = await highlight(application, customer);
    await act(finder, 'another browser', 'another browser');
    await expect(finder.getByRole('combobox', { name: 'Open in which browser' })).toBeFocused();
    await keyboard.type('chromium');
    await expect(finder.getByRole('option', { selected: true })).toContainText('Chromium');
    expect((await visitAfter(world, () => keyboard.press('Return'))).tid).toBe(tenantId);
    await expect.poll(() => application.finderShown()).toBe(false);
    finder = await highlight(application, customer);
    const visit = await visitAfter(world, () => act(finder, 'separate', 'Open in a separate browser'));
    expect(visit.tid).toBe(tenantId);
    expect(await readdir(join(application.data, 'sealed', 'chromium'))).toHaveLength(1);
    await expect.poll(() => application.finderShown()).toBe(false);
  });

  await test.step('a profile is reset once its browsers have been closed', async () => {
    finder = await highlight(application, customer);
    await expect(finder.getByRole('option', { selected: true })).toContainText('Open in a browser');
    await photograph('finder-open-sign');
    await act(finder, 'reset', 'Reset its browser profile');
    await expect(finder.getByText('is open with this profile')).toBeVisible();
    await act(finder, 'close', 'Close all customers’ browsers');
    await answer('Close browsers', false);
    await application.finderReady();
    expect(await application.browserPids()).not.toEqual([]);
    await act(finder, 'close', 'Close all customers’ browsers');
    await answer('Close browsers', true);
    await expect.poll(() => application.browserPids(), { timeout: 30_000 }).toEqual([]);
    // A window that goes gives the keyboard back to whichever it likes.
    finder = await highlight(application, customer);
    await act(finder, 'reset', 'Reset its browser profile');
    await answer('Reset a browser profile', true, 'dialog-reset-profile');
    await application.finderReady();
    await expect(finder.getByText('The browser profile was deleted.')).toBeVisible();
    expect(await readdir(join(application.data, 'sealed', 'chromium'))).toEqual([]);
    await keyboard.press('Escape');
    await keyboard.press('ctrl+shift+space');
    finder = await highlight(application, customer);
    await expect(finder.getByText('Open in a browser')).toHaveCount(0);
  });
});

test('en français : pages, actions et questions au clavier', async ({ world, desktop, start }) => {
  const [customer] = world.customers.slice(20, 21) as [Tenant];
  const instruction = { text: 'Appeler d’abord', atLaunch: true };
  await seed(desktop, [customer], new Map([[idOf(customer), { instruction }]]), 'fr');
  const application = await start();
  const finder = await highlight(application, customer);
  await keyboard.press('Tab');
  await expect(finder.getByRole('combobox', { name: 'Pages de ce client' })).toBeFocused();
  await photograph('finder-pages-fr');
  await keyboard.press('Escape');
  await act(finder, 'tenant', 'Copier l’ID de tenant');
  await expect(finder.getByText(/^ID de tenant de .* copié/)).toBeVisible();
  expect(await copied(application)).toBe(customer.tenantId);
  await act(finder, 'ticket', 'Copier pour un ticket');
  await expect(finder.getByText(/^Texte de ticket de .* copié/)).toBeVisible();
  expect(await copied(application)).toContain(`Tenant : ${customer.tenantId}`);
  await keyboard.press('ctrl+k');
  await expect(finder.getByText('Ouvrir dans un navigateur séparé (une fois)')).toBeVisible();
  await photograph('finder-actions-fr');
  await keyboard.press('Escape');
  await expect(finder.getByRole('combobox', { name: 'Trouver un client' })).toBeFocused();
  await keyboard.press('Return');
  await expect(finder.getByRole('alertdialog')).toContainText('Appeler d’abord');
  await photograph('finder-instruction-fr');
  await keyboard.press('Tab');
  expect((await visitAfter(world, () => keyboard.press('Return'))).tid).toBe(customer.tenantId);
});

test('a digit opens a row in sight; Shift+Enter keeps the finder until Escape', async ({
  world,
  desktop,
  start,
}) => {
  const tenants = world.customers.slice(0, 12);
  await seed(desktop, tenants);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const second = await finder.getByRole('option').nth(1).getAttribute('data-tenant');
  await searchField(finder).press('Control', { delay: 1 });
  const visit = await visitAfter(world, () => keyboard.press('ctrl+2'));
  expect(visit.tid).toBe(second);
  await expect.poll(() => application.finderShown()).toBe(false);

  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await finder.keyboard.down('Control');
  await expect(finder.locator('.row-number')).toHaveCount(9);
  await photograph('finder-numbers');
  await finder.keyboard.up('Control');
  await expect(finder.locator('.row-number')).toHaveCount(0);

  await keyboard.press('Down');
  const pinned = await finder.getByRole('option', { selected: true }).getAttribute('data-tenant');
  const kept = await visitAfter(world, () => keyboard.press('shift+Return'));
  expect(kept.tid).toBe(pinned);
  await expect(finder.locator('.pinned')).toBeVisible();
  await expect(finder.getByRole('status').filter({ hasText: 'stays here' })).toBeAttached();
  expect(await application.finderShown()).toBe(true);
  await photograph('finder-pinned');
  await application.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((window) => window.webContents.getURL().includes('/finder/'))
      ?.focus(),
  );
  await application.finderReady();
  await keyboard.press('Escape');
  await expect.poll(() => application.finderShown()).toBe(false);
});

test('twenty that are selected open at once: the right ones, in order, one after the other', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const tenants = world.customers.slice(0, 20);
  await seed(desktop, tenants);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const order: (string | null)[] = [];
  // A selection outlives what is typed.
  const [typed] = tenants as [Tenant];
  await keyboard.type(typed.name.toLowerCase());
  await keyboard.press('ctrl+space');
  order.push(await finder.getByRole('option', { selected: true }).getAttribute('data-tenant'));
  await keyboard.press('ctrl+a', 'BackSpace');
  for (let row = 0; row < 20; row++) {
    const tenant = await finder.getByRole('option', { selected: true }).getAttribute('data-tenant');
    if (tenant !== typed.tenantId) {
      order.push(tenant);
      await keyboard.press('Insert');
    }
    await expect(finder.locator('.selection-bar p')).toHaveText(`${order.length} selected`);
    await keyboard.press('Down');
  }
  expect(order).toHaveLength(20);
  await photograph('finder-selected');
  await keyboard.press('ctrl+Return');
  await expect(finder.getByRole('alertdialog')).toContainText('Open 20 customers?');
  expect(world.visits()).toEqual([]);
  await photograph('finder-many-question');
  await keyboard.press('Tab', 'Return');
  const tenantsOf = (args: readonly string[]) => /tid=([0-9a-f-]{36})/.exec(args.at(-1) ?? '')?.[1];
  const starts = async () => (await desktop.chromiumStarts()).map(({ args }) => tenantsOf(args));
  await expect.poll(starts, { timeout: 120_000 }).toEqual(order);
  const visited = () => new Set(world.visits().map(({ tid }) => tid));
  await expect.poll(() => visited().size, { timeout: 120_000 }).toBe(20);
  expect(visited()).toEqual(new Set(order));
});

test('who of several was not opened is told until it has been read, whatever windows come up', async ({
  world,
  desktop,
  start,
}) => {
  const tenants = world.customers.slice(0, 4);
  const [first] = tenants as [Tenant];
  const annotation = { instruction: { text: 'Ring first', atLaunch: true }, favourite: true };
  await seed(desktop, tenants, new Map([[idOf(first), annotation]]));
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  for (const { length: selected } of tenants.map((_, place) => tenants.slice(0, place + 1))) {
    await keyboard.press('ctrl+space', 'Down');
    await expect(finder.locator('.selection-bar p')).toContainText(String(selected));
  }
  await keyboard.press('ctrl+Return');
  for (const { tenantId } of tenants.slice(1))
    await world.waitForVisit(({ tid }) => tid === tenantId, { timeoutMs: 90_000 });
  await expect(finder.getByRole('alert')).toContainText(first.name);
  await photograph('finder-not-opened');
  expect(await application.finderShown()).toBe(true);
  await expect(finder.locator('.pinned')).toBeVisible();
  await keyboard.press('ctrl+shift+space');
  await expect.poll(() => application.finderShown()).toBe(false);
});

test('one query for all that are selected, each in its own tenant', async ({ world, desktop, start }) => {
  const tenants = world.customers.slice(0, 2);
  await seed(desktop, tenants);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.press('ctrl+space', 'Down', 'ctrl+space');
  await keyboard.press('ctrl+shift+h');
  await expect(finder.getByLabel('Query (KQL)')).toBeFocused();
  await keyboard.type('DeviceInfo | take 5');
  await photograph('finder-hunting');
  await keyboard.press('ctrl+Return');
  for (const { tenantId } of tenants) {
    const visit = await world.waitForVisit(({ tid }) => tid === tenantId, { timeoutMs: 90_000 });
    expect(visit.path).toBe('/v2/advanced-hunting');
    expect(visit.query).toMatch(/[?&]query=H4sI[\w-]+/);
  }
});

test('an instruction is read before the first launch, from the finder and from the tray', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers.slice(0, 1) as [Tenant];
  const { name, tenantId } = customer;
  const host = await startTrayHost();
  try {
    await seed(
      desktop,
      [customer],
      new Map([[idOf(customer), { instruction: { text: 'Ring first', atLaunch: true } }]]),
    );
    const application = await start();
    const item = await host.waitForItem();
    const finder = await highlight(application, customer);
    await keyboard.press('Return');
    await expect(finder.getByRole('alertdialog')).toContainText('Ring first');
    await expect(finder.getByRole('button', { name: 'Don’t open' })).toBeFocused();
    await keyboard.press('Return');
    await expect(searchField(finder)).toBeFocused();
    expect(await desktop.chromiumStarts()).toEqual([]);
    await keyboard.press('Return');
    await expect(finder.getByRole('alertdialog')).toBeVisible();
    await keyboard.press('Tab');
    expect((await visitAfter(world, () => keyboard.press('Return'))).tid).toBe(tenantId);
    await expect.poll(() => application.finderShown()).toBe(false);

    // It says something else from now on, and the customer stands in the tray.
    await highlight(application, customer);
    await act(finder, 'standing', 'standing instruction');
    await expect(finder.getByLabel('Standing instruction', { exact: true })).toBeFocused();
    await keyboard.press('ctrl+a');
    await keyboard.type('Write first');
    await keyboard.press('ctrl+Return');
    await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);
    const menu = await item.waitForMenu((each) => labelsOf(each).includes(name));
    // Its submenu begins with what Enter would open.
    const line = findLabel(menu, name)?.children[0];
    if (!line) throw new Error('the tray lists the customer');
    await item.click(line.id);
    await application.finderReady();
    await expect(finder.getByRole('alertdialog')).toContainText('Write first');
    expect(await desktop.chromiumStarts()).toHaveLength(1);
    await keyboard.press('Tab');
    expect((await visitAfter(world, () => keyboard.press('Return'))).tid).toBe(tenantId);
    // Read once, it is out of the way.
    await expect.poll(() => application.finderShown()).toBe(false);
    expect((await visitAfter(world, () => item.click(line.id))).tid).toBe(tenantId);
  } finally {
    await host.stop();
  }
});

test('every place of the finder is clean of accessibility faults, light and dark', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const tenants = world.customers.slice(0, 8);
  const [first] = tenants as [Tenant];
  const annotation = {
    instruction: { text: 'Ring first', atLaunch: true },
    links: [{ name: 'Runbook', url: 'https://wiki.example/contoso' }],
  };
  await seed(desktop, tenants, new Map([[idOf(first), annotation]]));
  const application = await start();
  const finder = await highlight(application, first);
  const places: readonly (readonly [name: string, there: readonly string[], back: readonly string[]])[] = [
    ['pages', ['Tab'], ['Escape']],
    ['actions', ['ctrl+k'], ['Escape']],
    ['selected', ['ctrl+space'], []],
    ['hunting', ['ctrl+shift+h'], ['Escape']],
    ['instruction', ['Return'], ['Escape', 'Escape']],
    ['failed', ['ctrl+space', 'ctrl+Return'], ['Escape']],
  ];
  const shownBy: Readonly<Record<string, string>> = {
    pages: '.choices-list',
    actions: '.choices-list',
    selected: '.selection-bar',
    hunting: 'textarea',
    instruction: '.ask',
    failed: '.finder-notice',
  };
  for (const theme of ['light', 'dark'] as const) {
    await finder.emulateMedia({ colorScheme: theme });
    for (const [place, there, back] of places) {
      await highlight(application, first);
      await keyboard.press(...there);
      await expect(finder.locator(shownBy[place] ?? '')).toBeVisible();
      expect(await accessibilityFaults(finder), `${place}, ${theme}`).toEqual([]);
      await photograph(`finder-${place}-${theme}`);
      for (const key of back) await keyboard.press(key);
    }
  }
});

test('Enter repeats the page opened last, and a ticket has the user’s own words, where that is set', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers.slice(0, 1) as [Tenant];
  await seed(desktop, [customer]);
  const application = await start();
  const settings = await application.settings('finder');
  await settings.getByLabel('Enter opens the page opened last').check();
  await settings.getByLabel('Text for a ticket').fill('{id}: {name}');
  await settings.getByLabel('Text for a ticket').blur();
  await expect(settings.getByLabel('Text for a ticket')).toHaveValue('{id}: {name}');
  await settings.close();
  const finder = await highlight(application, customer);
  await act(finder, 'ticket', 'Copy for a ticket');
  await expect(finder.getByText(`Copied the ticket text of ${customer.name}.`)).toBeVisible();
  expect(await copied(application)).toBe(`${customer.tenantId}: ${customer.name}`);
  await keyboard.press('Tab');
  await expect(finder.locator('.choices-list')).toBeVisible();
  await keyboard.type('quarantine');
  await expect(finder.getByRole('option', { selected: true })).toContainText('quarantine');
  expect((await visitAfter(world, () => keyboard.press('Return'))).path).toBe('/quarantine');
  await expect.poll(() => application.finderShown()).toBe(false);
  await highlight(application, customer);
  await expect(finder.getByText('open Defender: quarantine')).toBeVisible();
  expect((await visitAfter(world, () => keyboard.press('Return'))).path).toBe('/quarantine');
});
