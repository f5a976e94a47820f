import type { Page } from '@playwright/test';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/** Drops files with these bytes on a window, as a file manager does. */
async function drop(page: Page, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]) {
  const transfer = await page.evaluateHandle(
    (all) => {
      const made = new DataTransfer();
      for (const { name, bytes } of all) made.items.add(new File([new Uint8Array(bytes)], name));
      return made;
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a list that is dropped on the finder or the settings is shown as an import, as its letters are chosen', async ({
  world,
  start,
}) => {
  const [known, fresh, third] = world.customers;
  if (!known || !fresh || !third) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [known]);

  await test.step('on the finder: letters that were guessed are told, and right once chosen', async () => {
    await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    const text = `Customer;Tenant ID\r\nZak\xb3ad Gda\xf1sk;${fresh.tenantId}\r\n`;
    await drop(finder, [{ name: 'klienci.csv', bytes: Buffer.from(text, 'latin1') }]);
    const settings = await application.settings('customers');
    await expect(settings.getByText('1 new', { exact: true })).toBeVisible();
    await expect(settings.getByText(/does not name its encoding/)).toBeVisible();
    await photograph('guessed-code-page');
    await settings.getByLabel('Encoding').selectOption('windows-1250');
    await expect(settings.getByText('Zakład Gdańsk').first()).toBeVisible();
    await expect(settings.getByText(/does not name its encoding/)).toBeHidden();
    await settings.getByRole('button', { name: /^Import 1/ }).click();
    await expect(settings.getByText('2 customers on your own list')).toBeVisible();
  });

  const settings = await application.settings('general');
  await test.step('on another page of the settings: what is no list is named', async () => {
    const workbook = Buffer.from('PK\x03\x04\x14\0\0\0[Content_Types].xml\0xl/workbook.xml\0', 'latin1');
    await drop(settings, [{ name: 'customers.xlsx', bytes: workbook }]);
    await expect(settings.getByText(/This is a workbook/)).toBeVisible();
    await expect(settings.getByText(/Save it as “CSV UTF-8”/)).toBeVisible();
    await photograph('refused-workbook');
  });

  await test.step('rows that contradict each other are refused and shown', async () => {
    const text = `Name;Tenant ID\nOne;${third.tenantId}\nOther;${third.tenantId}\n${known.name};${known.tenantId}\n${known.name};${known.tenantId}\n`;
    await drop(settings, [{ name: 'list.csv', bytes: Buffer.from(text) }]);
    await expect(settings.getByText('2 refused', { exact: true })).toBeVisible();
    await expect(settings.getByText('1 duplicate', { exact: true })).toBeVisible();
    await expect(settings.getByText(/has two names in the list: “One” and “Other”/).first()).toBeVisible();
    await photograph('contradicting-rows');
  });

  await test.step('several files at once are told', async () => {
    const bytes = Buffer.from('x');
    await drop(settings, [
      { name: 'a.csv', bytes },
      { name: 'b.csv', bytes },
    ]);
    await expect(settings.getByText('You dropped 2 files at once.')).toBeVisible();
  });
});

test('a list that is dropped on the form of the first run is imported', async ({ world, start }) => {
  const [known] = world.customers;
  if (!known) throw new Error('the world has customers');
  const application = await start();
  const setup = await application.setup();
  const bytes = Buffer.from(`Name;Tenant ID\n${known.name};${known.tenantId}\n`);
  await drop(setup, [{ name: 'list.csv', bytes }]);
  await expect(setup.getByText('1 customer added')).toBeVisible();
});
