import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

const ids = ['11111111', '22222222', '33333333'].map((head) => {
  const id = parseTenantId(`${head}-1111-4111-8111-111111${head.slice(2)}`);
  if (id === undefined) throw new Error('these are tenant ids');
  return id;
});
const [limited, ltd, other] = ids as [(typeof ids)[0], (typeof ids)[0], (typeof ids)[0]];
const domain = 'contoso-limited-of-the-united-kingdom.onmicrosoft.com';

test('rows tell look-alikes apart, say what is to be known, and are checked by name before they open', async ({
  desktop,
  start,
}) => {
  const customers = [
    [limited, 'Contoso Limited', domain],
    [ltd, 'Contoso Ltd', 'contoso.example'],
    [other, 'Northwind', 'northwind.example'],
  ] as const;
  const annotations = new Map<typeof limited, Annotation>([
    [
      limited,
      {
        instruction: { text: 'Ring first', atLaunch: false },
        colour: '#112233',
        tags: ['a tag that is long', 'another one', 'and a third one that needs room'],
      },
    ],
  ]);
  await leaveRecords(
    desktop,
    [
      {
        source: 'list',
        at: new Date().toISOString(),
        customers: customers.map(([tenantId, name, defaultDomain]): ObservedCustomer => ({
          ...{ tenantId, name, defaultDomain },
          domains: [defaultDomain],
          access: 'list',
        })),
      },
    ],
    annotations,
  );
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const row = finder.locator(`[role=option][data-tenant="${limited}"]`);
  const selected = finder.getByRole('option', { selected: true });
  const isWhole = (part: string) =>
    row.locator(part).evaluate((element) => element.scrollWidth <= element.clientWidth);

  await test.step('the sign, the text of the row that is highlighted, and the domain uncut', async () => {
    await expect(selected).toHaveAttribute('data-tenant', limited);
    await expect(row).toContainText('Has a standing instruction');
    await expect(row.getByText('Instruction: Ring first')).toBeVisible();
    await keyboard.press('Down');
    await expect(row).toContainText('#another one');
    expect(await isWhole('.row-aside')).toBe(false);
    expect(await isWhole('.row-domain')).toBe(true);
    await expect(row.locator('.row-tail')).toBeInViewport({ ratio: 1 });
    await photograph('finder-rows');
  });

  await test.step('the customer’s colour under forced colours', async () => {
    await finder.emulateMedia({ forcedColors: 'active' });
    await expect(row.locator('.row-tile')).toHaveCSS('background-color', 'rgb(17, 34, 51)');
    await finder.emulateMedia({ forcedColors: null });
  });

  await test.step('selected by name, and one taken back', async () => {
    await keyboard.press('ctrl+space', 'Up', 'ctrl+space');
    const bar = finder.getByRole('group', { name: 'Selected customers' });
    await expect(bar.getByRole('listitem')).toContainText(['contoso.example', domain]);
    await finder.getByRole('button', { name: 'Check access…' }).click();
    const settings = await application.settings();
    await expect(settings.locator('.help-customer')).toContainText(ltd);
    await expect(settings.getByRole('button', { name: 'Check 2 customers' })).toBeVisible();
    await expect(settings.getByRole('listitem', { name: 'Contoso Limited' })).toContainText('Not checked');
    await settings.close();
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
    await expect(bar.getByRole('listitem')).toContainText(['contoso.example', domain]);
    await keyboard.press('ctrl+shift+h');
    await expect(finder.getByLabel('Query (KQL)')).toBeFocused();
    await expect(finder.getByRole('listitem')).toContainText(['Contoso Ltd', 'Contoso Limited']);
    await photograph('finder-hunting-names');
    await finder.getByRole('button', { name: 'Deselect Contoso Ltd' }).press('Enter');
    await expect(finder.getByRole('listitem')).toContainText([domain]);
    await expect(finder.getByRole('button', { name: 'Deselect Contoso Limited' })).toBeFocused();
    await keyboard.press('Return');
    await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
    await expect(bar).toHaveCount(0);
  });

  await test.step('one that is hidden takes the highlight and what Enter would do with it', async () => {
    await expect(selected).toHaveAttribute('data-tenant', limited);
    await expect(finder.locator('.hints')).toBeVisible();
    await keyboard.press('ctrl+k');
    await keyboard.type('hide');
    await expect(selected).toContainText('Hide from the list');
    await keyboard.press('Return');
    await expect(finder.getByText('Contoso Limited is hidden')).toBeVisible();
    await expect(selected).toHaveCount(0);
    await expect(finder.locator('.hints')).toHaveCount(0);
    await keyboard.press('Return');
    await expect(selected).toHaveAttribute('data-tenant', ltd);
    await expect(finder.locator('.hints')).toBeVisible();
    expect(await desktop.chromiumStarts()).toEqual([]);
  });
});
