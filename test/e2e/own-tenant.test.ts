import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility.ts';
import { output } from './support/application.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

test.use({ worldOptions: { customers: 12 } });

async function photographed(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: join(output, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('the unified view opens without a sign-in once the own tenant was named, from where its row led', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [listed, ours] = [world.customers[2], world.customers[7]];
  if (!listed || !ours) throw new Error('the world has customers');
  const { tenantId, name, domains } = listed;
  const customer = { tenantId: tenantId as TenantId, name, domains, access: 'list' as const };
  await leaveRecords(desktop, [{ source: 'list', at: '2026-03-01T00:00:00.000Z', customers: [customer] }]);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  const application = await start();

  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type('unified view');
  const row = finder.getByRole('option', { selected: true });
  await expect(row).toContainText('Unified view in your own tenant');
  await photographed(finder, 'finder-unnamed-own-tenant');
  await keyboard.press('Return');

  await expect.poll(() => application.finderShown()).toBe(false);
  const settings = await application.settings();
  const field = settings.getByLabel('Its tenant ID or domain');
  await expect(field).toBeFocused();
  await expect(settings.getByText('shows what your own account reaches')).toBeVisible();
  await photographed(settings, 'settings-own-tenant-wanted');
  await field.fill('nobody-at-all.example');
  await field.press('Enter');
  await expect(settings.getByRole('alert')).toContainText('nobody-at-all.example');
  await field.fill(ours.defaultDomain);
  await field.press('Enter');
  await expect(settings.getByText('You named it.')).toBeVisible();
  await expect(settings.locator('.own-tenant')).toContainText(ours.tenantId);
  await photographed(settings, 'settings-own-tenant-named');

  const fromThere = await visitAfter(world, () =>
    settings.getByRole('button', { name: 'Unified view for' }).click(),
  );
  expect([fromThere.host, fromThere.path]).toEqual(['mto.security.microsoft.com', '/']);
  await settings.close();
  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await keyboard.type('mto');
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', ours.tenantId);
  const fromFinder = await visitAfter(world, () => keyboard.press('Return'));
  expect([fromFinder.host, fromFinder.path]).toEqual(['mto.security.microsoft.com', '/']);
  // Nobody signed in for any of it.
  expect(
    world.requests().filter(({ route }) => route.startsWith('login.') && route !== 'login.discovery'),
  ).toEqual([]);
});

test('a customer is named as the own tenant by an action, and Settings takes that back', async ({
  world,
  desktop,
  start,
}) => {
  const customers = world.customers.slice(0, 3).map(({ tenantId, name, domains }) => ({
    ...{ tenantId: tenantId as TenantId, name, domains, access: 'list' as const },
  }));
  const [ours] = customers;
  if (!ours) throw new Error('the world has customers');
  await leaveRecords(desktop, [{ source: 'list', at: '2026-03-01T00:00:00.000Z', customers }]);
  await writeSettings(desktop, { setUp: true, language: 'fr', keepQuery: false });
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(ours.name.toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', ours.tenantId);
  await keyboard.press('ctrl+k');
  await keyboard.type('notre propre tenant');
  await keyboard.press('Return');
  await expect(finder.getByRole('option', { selected: true })).toContainText('Votre propre tenant');
  await searchField(finder).fill('vue unifiée');
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', ours.tenantId);

  await searchField(finder).fill('accorder l’accès');
  await expect(finder.getByRole('option', { selected: true })).toContainText('Aide');
  await photographed(finder, 'finder-help-fr');
  await keyboard.press('Return');
  const settings = await application.settings();
  await expect(settings.getByRole('heading', { name: 'Accorder l’accès' })).toBeFocused();
  await photographed(settings, 'help-fr');
  await finder.evaluate(() => localStorage.setItem('settings.place', 'help-fetch'));
  await expect(settings.getByRole('heading', { name: 'Récupérer les alertes' })).toBeFocused();

  const portals = await application.settings('portals');
  await photographed(portals, 'settings-own-tenant-fr');
  await portals.getByRole('button', { name: 'Effacer' }).click();
  await expect(portals.getByText('n’est pas encore connu')).toBeVisible();
  await expect(finder.getByText('Votre propre tenant', { exact: true })).toHaveCount(0);
});
