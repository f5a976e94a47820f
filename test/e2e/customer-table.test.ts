import { join } from 'node:path';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { output } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test('customers are found, selected by keyboard and changed together in the table', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 30));
  const settings = await application.settings('customers');
  const grid = settings.getByRole('grid', { name: 'All customers' });
  await expect(grid).toHaveAttribute('aria-rowcount', '31');
  const active = () =>
    settings.evaluate(() => {
      const id = document.querySelector('[role="grid"]')?.getAttribute('aria-activedescendant') ?? '';
      return document.getElementById(id)?.closest('[role="row"]')?.getAttribute('aria-rowindex');
    });
  await grid.focus();
  await keyboard.press('Down');
  await keyboard.press('space');
  await keyboard.press('shift+Down');
  await expect.poll(active).toBe('4');
  await expect(settings.getByText('2 selected')).toBeVisible();
  await expect(settings.getByRole('row', { selected: true })).toHaveCount(2);
  const names = await settings.getByRole('row', { selected: true }).getByRole('rowheader').allInnerTexts();

  await settings.getByLabel('Add tags').fill('gold, night');
  await settings.getByLabel('In the finder').selectOption({ label: 'Hide' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await settings.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(settings), colorScheme).toEqual([]);
    await settings.screenshot({ path: join(output, `customer-table-${colorScheme}.png`), fullPage: true });
  }
  await settings.getByRole('button', { name: 'Change 2 customers' }).click();
  await expect(settings.getByRole('gridcell', { name: 'gold, night' })).toHaveCount(2);

  await settings.getByLabel('State').selectOption({ label: 'Hidden' });
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  expect(await settings.getByRole('rowheader').allInnerTexts()).toEqual(names);
  await settings.getByLabel('Search', { exact: true }).fill('no customer has this');
  await expect(settings.getByText('No customer matches.')).toBeVisible();
});

test('ten thousand customers are in the table, and few of them in the page', async ({ desktop, start }) => {
  const customers = Array.from({ length: 10_000 }, (_, index) => {
    const tenantId = parseTenantId(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
    if (tenantId === undefined) throw new Error('this is a tenant id');
    return {
      tenantId,
      name: `Customer ${String(index).padStart(5, '0')}`,
      domains: [],
      access: 'list' as const,
    };
  });
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }]);
  await writeSettings(desktop, { setUp: true, language: 'fr' });
  const application = await start();
  const settings = await application.settings('customers');
  const grid = settings.getByRole('grid', { name: 'Tous les clients' });
  await expect(grid).toHaveAttribute('aria-rowcount', '10001');
  await grid.focus();
  await keyboard.press('ctrl+End');
  await expect(settings.getByRole('rowheader', { name: 'Customer 09999' })).toBeInViewport();
  // The headings stay above the rows.
  await expect(settings.getByRole('columnheader', { name: 'Nom' })).toBeInViewport({ ratio: 1 });
  expect(await settings.getByRole('row').count()).toBeLessThan(60);
  // One element for what the keyboard is on, wherever the mouse has scrolled to.
  await settings.getByRole('grid').evaluate((box) => box.scrollTo({ top: 0 }));
  await expect(settings.getByRole('rowheader', { name: 'Customer 00000' })).toBeInViewport();
  await expect(settings.getByRole('rowheader', { name: 'Customer 09999' })).toHaveCount(1);
  await settings.screenshot({ path: join(output, 'customer-table-fr.png'), fullPage: true });
});
