import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setUpWithList } from './support/first-run.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { unfold } from './support/settings.ts';
import { expect, test } from './support/test.ts';

/** Answers the system's own dialog as a user does, who types a path. */
async function answer(title: string, path: string, picture?: string): Promise<void> {
  await expect.poll(() => focusedWindow()).toBe(title);
  // A slash opens GTK's field for a path, which swallows letters that come while it opens.
  await keyboard.typeSlowly(path);
  if (picture !== undefined) await photograph(picture);
  await keyboard.press('Return');
  await expect.poll(() => focusedWindow()).not.toBe(title);
}

test('a list is chosen in the system’s own dialog, previewed and imported; an export goes where that dialog says', async ({
  world,
  desktop,
  start,
}) => {
  const [known, fresh] = world.customers;
  if (!known || !fresh) throw new Error('the world has customers');
  const home = desktop.env['HOME'] ?? '';
  const list = join(home, 'list.csv');
  await writeFile(
    list,
    `Name;Tenant ID\r\n"Été ""Nord""";${fresh.tenantId}\r\n${known.name};${known.tenantId}\r\nnobody;no id\r\n`,
  );
  const application = await start();
  await setUpWithList(application, [known]);
  const settings = await application.settings('customers');
  await settings.bringToFront();

  await test.step('import', async () => {
    await settings.getByRole('button', { name: 'Open a file…' }).click();
    await answer('Open a list of customers', list, 'import-dialog');
    await expect(settings.getByText('1 new', { exact: true })).toBeVisible();
    await settings.getByRole('button', { name: /^Import/ }).click();
    await expect(settings.getByText('2 customers', { exact: true })).toBeVisible();
  });

  await test.step('who changes their mind has changed nothing', async () => {
    await settings.getByRole('button', { name: 'Open a file…' }).click();
    await expect.poll(() => focusedWindow()).toBe('Open a list of customers');
    await keyboard.press('Escape');
    await expect.poll(() => focusedWindow()).not.toBe('Open a list of customers');
    await expect(settings.getByText('2 customers', { exact: true })).toBeVisible();
  });

  await test.step('export', async () => {
    const exported = join(home, 'customers.json');
    await unfold(settings, 'Export');
    await settings.getByRole('button', { name: 'Export as JSON…' }).click();
    await expect.poll(() => focusedWindow()).toBe('Export the customers');
    // Of the name that is proposed there only the part before the full stop is selected.
    await keyboard.press('ctrl+a');
    await answer('Export the customers', exported);
    await expect(settings.getByText(/^2 customers exported to/)).toBeVisible();
    const text = await readFile(exported, 'utf8');
    expect(text).toContain(fresh.tenantId);
    expect(text).toContain('Été \\"Nord\\"');
  });
});

test('quitting does not wait for the answer to a dialog', async ({ world, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 1));
  const settings = await application.settings('customers');
  await settings.bringToFront();
  await settings.getByRole('button', { name: 'Open a file…' }).click();
  await expect.poll(() => focusedWindow()).toBe('Open a list of customers');
  await application.quit();
  expect(application.process.exitCode).toBe(0);
});
