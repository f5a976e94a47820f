import { readFile } from 'node:fs/promises';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { startOnSmallDisk } from './support/small-disk.ts';
import { expect, test } from './support/test.ts';

test('a full disk: what could not be saved is named and still there, nothing opens, and room mends it', async ({
  world,
  desktop,
}) => {
  const [first, second, third] = world.customers;
  if (!first || !second || !third) throw new Error('the world has customers');
  const disk = await startOnSmallDisk(desktop);
  const { application } = disk;
  const list = () => readFile(disk.path('observations/list.json'), 'utf8');
  try {
    await application.started();
    await setUpWithList(application, [first]);
    const before = await list();
    await disk.fill();

    await test.step('a customer is added: named, listed, and the old file is whole', async () => {
      const settings = await application.settings('customers');
      await settings.getByLabel('Tenant ID, domain or portal link').fill(second.tenantId);
      await settings.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(
        settings
          .getByText(/^Tidegate could not save your own customer list: the disk is full\. Free disk space/)
          .last(),
      ).toBeVisible();
      await expect(settings.getByText('2 customers', { exact: true })).toBeVisible();
      await photograph('full-disk');
      expect(await list()).toBe(before);
    });

    await test.step('a customer is opened: no profile, no browser, and the finder says why', async () => {
      await keyboard.press('ctrl+shift+space');
      const finder = await application.finderReady();
      await keyboard.type(second.tenantId.slice(0, 8));
      await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
        'data-tenant',
        second.tenantId,
      );
      await keyboard.press('Return');
      await expect(
        finder.getByText(/^The browser profile in .* could not be prepared: the disk is full\./),
      ).toBeVisible();
      await expect.poll(() => application.finderShown()).toBe(true);
      expect(await desktop.chromiumStarts()).toEqual([]);
    });

    await test.step('with room again, the next change saves all of it', async () => {
      await disk.free();
      const settings = await application.settings('customers');
      await settings.getByLabel('Tenant ID, domain or portal link').fill(third.tenantId);
      await settings.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(settings.getByText('3 customers', { exact: true })).toBeVisible();
      await expect(settings.getByText('The customer is on your own list.')).toBeVisible();
      await expect(settings.getByText(/the disk is full/)).toHaveCount(0);
      for (const { tenantId } of [first, second, third]) expect(await list()).toContain(tenantId);
    });

    await test.step('and the customer whose profile was not made opens', async () => {
      // Escape has put the finder away, or it stands there with what it had to say: either way a hotkey asks anew.
      if (await application.finderShown()) await keyboard.press('Escape');
      await expect.poll(() => application.finderShown()).toBe(false);
      await keyboard.press('ctrl+shift+space');
      const finder = await application.finderReady();
      await keyboard.press('ctrl+a');
      await keyboard.type(second.tenantId.slice(0, 8));
      await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
        'data-tenant',
        second.tenantId,
      );
      await keyboard.press('Return');
      await expect.poll(() => desktop.chromiumStarts()).toHaveLength(1);
      const [opened] = await desktop.chromiumStarts();
      expect(opened?.args.at(-1)).toContain(second.tenantId);
    });
  } finally {
    await application.quit();
  }
});
