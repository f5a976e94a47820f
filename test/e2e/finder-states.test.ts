import { openAccessibilityTree, type AccessibleNode } from '../world/accessibility-tree.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { finish } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

const id = (last: number): TenantId => {
  const parsed = parseTenantId(`5f0d3c1e-8a4b-4c2d-9e6f-0000000000${String(last).padStart(2, '0')}`);
  if (parsed === undefined) throw new Error('a tenant id');
  return parsed;
};
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** Customers in every state that a row can show. */
const customers: readonly ObservedCustomer[] = [
  { tenantId: id(1), name: 'Contoso Ltd', defaultDomain: 'contoso.example', domains: [], access: 'gdap' },
  {
    tenantId: id(2),
    name: 'Contoso Group',
    defaultDomain: 'contoso-group.example',
    domains: [],
    access: 'gdap',
  },
  { tenantId: id(3), name: 'Fabrikam', domains: ['fabrikam.example'], access: 'gdap', ends: inDays(11.5) },
  { tenantId: id(4), name: 'Litware', domains: ['litware.example'], access: 'gdap', ends: inDays(-3) },
  {
    tenantId: id(5),
    name: 'Tailspin Toys',
    domains: ['tailspin.example'],
    access: 'gdap',
    lastListed: inDays(-9),
  },
  { tenantId: id(6), name: 'Northwind Traders', domains: ['northwind.example'], access: 'gdap' },
  { tenantId: id(7), name: 'Adventure Works', domains: [], access: 'csp' },
];
const annotations = new Map([
  [id(6), { favourite: true, tags: ['prod'], aliases: ['nwt'], colour: '#8a2be2' }],
]);

/** Every state of the finder, and how somebody gets there. */
const states: readonly (readonly [name: string, typed: string])[] = [
  ['everybody', ''],
  ['letters', 'tra'],
  ['look-alikes', 'contoso'],
  ['a slip', 'nortwhind'],
  ['an alias', 'nwt'],
  ['a tenant id', id(3)],
  ['nobody', 'zzzz'],
  ['a tenant that is not listed', '11111111-2222-4333-8444-555555555555'],
];

test('every state is clean of accessibility faults, light and dark, and looks as it should', async ({
  desktop,
  start,
}) => {
  await leaveRecords(
    desktop,
    [{ source: 'azure-tenants', accountId: 'a', at: new Date().toISOString(), customers }],
    annotations,
  );
  const application = await start();
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const input = searchField(finder);
  await expect(finder.getByText('Access ends in 12 days')).toBeVisible();
  await expect(finder.getByText('Access has ended')).toBeVisible();
  await expect(finder.getByText(/^Not listed since /)).toBeVisible();
  await expect(finder.getByText('Partner contract')).toBeVisible();
  for (const theme of ['light', 'dark'] as const) {
    // Not the system's: Playwright holds a page to what it emulates.
    await finder.emulateMedia({ colorScheme: theme });
    for (const [state, typed] of states) {
      await input.fill(typed);
      expect(await accessibilityFaults(finder), `${state}, ${theme}`).toEqual([]);
      await photograph(`finder ${state} ${theme}`.replaceAll(' ', '-'));
    }
  }
});

test('a screen reader gets every row with its name and state, as the highlight moves', async ({
  desktop,
  start,
}) => {
  await leaveRecords(
    desktop,
    [{ source: 'azure-tenants', accountId: 'a', at: new Date().toISOString(), customers }],
    annotations,
  );
  const application = await start({ ACCESSIBILITY_ENABLED: '1' });
  // What Chromium does by itself when a screen reader makes itself known, as they do on Windows and macOS.
  await application.electron.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true));
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  const tree = await openAccessibilityTree();
  try {
    const rows = async (): Promise<readonly AccessibleNode[]> =>
      (await tree.nodes()).filter(({ role }) => role === 'list item');
    const highlighted = async () =>
      (await rows()).filter(({ states: has }) => has.includes('selected')).map(({ name }) => name);
    await expect.poll(async () => (await rows()).length).toBe(customers.length);
    for (const { name } of customers)
      expect(
        (await rows()).some((row) => row.name.includes(name ?? '')),
        name,
      ).toBe(true);
    await expect.poll(highlighted).toEqual([expect.stringContaining('Northwind Traders')]);
    await keyboard.press('Down');
    await expect.poll(highlighted).toEqual([expect.stringMatching(/Adventure Works.*Partner contract/)]);
    await keyboard.type('fabr');
    await expect.poll(highlighted).toEqual([expect.stringMatching(/Fabrikam.*Access ends in 12 days/)]);
    const input = (await tree.nodes()).find(({ role }) => role === 'combo box' || role === 'entry');
    expect(input?.states).toContain('expanded');
    // The highlighted row is what the combobox points at, so that is what is read out.
    const focused = (await rows()).filter(({ states: has }) => has.includes('focused'));
    expect(focused).toEqual([expect.objectContaining({ name: expect.stringMatching(/^Fabrikam/) })]);
  } finally {
    tree.close();
  }
});
