import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from '@playwright/test';
import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { startPanel } from '../world/demo/panel.ts';
import { output } from '../e2e/support/application.ts';
import { keyboard } from '../e2e/support/keyboard.ts';
import { openByHotkey } from '../e2e/support/open.ts';
import { moveWindow } from '../e2e/support/screen.ts';
import { searchField } from '../e2e/support/search-field.ts';
import { leaveRecords } from '../e2e/support/seed.ts';
import { writeSettings } from '../e2e/support/settings.ts';
import { expect, test } from '../e2e/support/test.ts';

const run = promisify(execFile);
const pictures = join(output, 'readme');

test.use({
  worldOptions: { customers: 250 },
  switches: ['--lang=en-US'],
  // It hides the browser's remark about the switch that leads it to the local Microsoft.
  browserSwitches: ['--test-type'],
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** The whole screen, or `part` of it in ImageMagick's geometry, once two pictures in a row are the same. */
async function screen(name: string, part: string, width: number): Promise<void> {
  await mkdir(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  const take = async (): Promise<Buffer> => {
    const scaled = ['-resize', `${width}x`, '+dither', '-colors', '128'];
    await run('import', ['-window', 'root', '-crop', part, '+repage', ...scaled, path]);
    return readFile(path);
  };
  let before = await take();
  await expect
    .poll(async () => {
      const last = before;
      before = await take();
      return before.equals(last);
    })
    .toBe(true);
}

/**
 * A page of ours as it is painted, without its blinking caret, once `last` is in sight: until then the window is still as high
 * as what it showed before.
 */
async function page(window: Page, name: string, last: Locator): Promise<void> {
  await mkdir(pictures, { recursive: true });
  await expect(last).toBeInViewport({ ratio: 1 });
  await window.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

test('the pictures of the README', async ({ world, desktop, start }) => {
  test.slow();
  const [opened, openedToo, first, urgent] = [11, 160, 2, 31].map((at) => world.customers[at]);
  if (!opened || !openedToo || !first || !urgent) throw new Error('the world has 250 customers');
  const ends = new Map([
    [first.tenantId, inDays(12)],
    [urgent.tenantId, inDays(-1)],
  ]);
  const customers = world.customers.map(({ defaultDomain, domains, name, tenantId }): ObservedCustomer => {
    const id = parseTenantId(tenantId);
    if (id === undefined) throw new Error('the world has tenant ids');
    const end = ends.get(tenantId);
    return { tenantId: id, name, domains, defaultDomain, access: 'gdap', ...(end && { ends: end }) };
  });
  const annotations = new Map<TenantId, Annotation>(
    customers.flatMap(({ tenantId }): [TenantId, Annotation][] => {
      if (tenantId === first.tenantId) {
        const instruction = { text: 'Ring the service desk before you isolate a device.', atLaunch: true };
        return [[tenantId, { favourite: true, tags: ['prod', 'gold'], instruction }]];
      }
      return tenantId === urgent.tenantId ? [[tenantId, { favourite: true, note: 'On call: Ana' }]] : [];
    }),
  );
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }], annotations);
  await writeSettings(desktop, { setUp: true, language: 'en', theme: 'light', keepQuery: false });
  const panel = await startPanel(desktop);
  try {
    const application = await start();
    const finder = await application.finder();
    const shown = async (typed = ''): Promise<void> => {
      if (await application.finderShown()) await keyboard.press('Escape');
      await expect.poll(() => application.finderShown()).toBe(false);
      await keyboard.press('ctrl+shift+space');
      await application.finderReady();
      if (typed !== '') await keyboard.type(typed);
      await expect(searchField(finder)).toHaveValue(typed);
      await expect(finder.getByRole('option').first()).toBeVisible();
    };

    await test.step('the main job', async () => {
      for (const customer of [opened, openedToo]) await openByHotkey(application, world, customer);
      // Apart from each other, so that both colours are seen.
      await moveWindow(opened.name, 40, 40);
      await moveWindow(openedToo.name, 560, 160);
      await screen('two-customers', '1600x900+0+0', 1200);
      await panel.clickTray();
      await screen('tray', '640x420+0+480', 640);
      await keyboard.press('Escape');
      await shown('am');
      await screen('finder', '1600x900+0+0', 1200);
    });

    await test.step('the finder', async () => {
      const name = first.name.toLowerCase();
      await shown(name);
      await keyboard.press('Tab');
      await expect(finder.locator('.choices-list')).toBeVisible();
      await page(finder, 'finder-pages', finder.getByRole('option').nth(7));
      await keyboard.press('Escape', 'ctrl+k');
      await expect(finder.locator('.choices-list')).toBeVisible();
      await page(finder, 'finder-actions', finder.getByRole('option').nth(7));
      await keyboard.press('Escape', 'ctrl+space');
      await expect(finder.locator('.selection-bar')).toBeVisible();
      await page(finder, 'finder-selected', finder.locator('.status'));
      await keyboard.press('ctrl+space', 'Return');
      await expect(finder.getByRole('alertdialog')).toBeVisible();
      await page(finder, 'finder-instruction', finder.getByRole('button', { name: 'I have read it: open' }));
      await keyboard.press('Escape');
      await finder.emulateMedia({ colorScheme: 'dark' });
      await shown();
      await page(finder, 'finder-dark', finder.locator('.status'));
      await finder.emulateMedia({ colorScheme: 'light' });
      await keyboard.press('Escape');
    });

    await test.step('help', async () => {
      const settings = await application.settings('help');
      await settings.getByLabel('Find a customer').fill(first.name);
      await settings.getByRole('list', { name: 'Customers found' }).getByText(first.name).first().click();
      await expect(settings.locator('.help-customer')).toContainText(first.tenantId);
      await page(settings, 'help', settings.getByRole('button', { name: 'Check 1 customer' }));
    });
  } finally {
    panel.end();
  }
});
