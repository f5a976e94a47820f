import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answer } from './support/dialog.ts';
import { setUpWithList } from './support/first-run.ts';
import { openByHotkey } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 4 } });

test('the settings show every profile, rename it once its browser is closed, and delete it once the user says so', async ({
  desktop,
  start,
  world,
}) => {
  test.slow();
  const [one, other] = world.customers;
  if (!one || !other) throw new Error('the world has customers');
  await writeSettings(desktop, { browser: 'chromium' });
  const application = await start();
  await setUpWithList(application, [one, other]);
  await openByHotkey(application, world, one);
  await openByHotkey(application, world, other);

  const settings = await application.settings('profiles');
  const row = (name: string) => settings.getByRole('listitem', { name, exact: true });
  await expect(row(one.name)).toContainText('its browser is open');
  await expect(
    row(one.name).getByRole('button', { name: `Delete the profile of ${one.name}` }),
  ).toBeDisabled();

  await row(one.name)
    .getByRole('button', { name: `Name and colour of ${one.name}` })
    .click();
  await row(one.name).getByLabel('Name', { exact: true }).fill('Renamed customer');
  await row(one.name).getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row('Renamed customer')).toContainText('shows after the browser closes');
  await expect(row(other.name)).not.toContainText('shows after the browser closes');
  await photograph('profiles-page');

  await application.endBrowsers();
  const before = world.visits().length;
  await row('Renamed customer').getByRole('button', { name: 'Open Renamed customer' }).click();
  await expect.poll(() => world.visits().length, { timeout: 90_000 }).toBeGreaterThan(before);
  await settings.getByRole('button', { name: 'Refresh' }).click();
  await expect(row('Renamed customer')).not.toContainText('shows after the browser closes');

  await application.endBrowsers();
  // What the browser itself wrote when it ended.
  const state = JSON.parse(await readFile(join(application.browserData, 'Local State'), 'utf8')) as {
    readonly profile: { readonly info_cache: Readonly<Record<string, { readonly name: string }>> };
  };
  const names = Object.values(state.profile.info_cache).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Renamed customer', other.name]));
  await settings.getByRole('button', { name: 'Refresh' }).click();
  await row(other.name)
    .getByRole('button', { name: `Delete the profile of ${other.name}` })
    .click();
  await answer('Delete browser profiles', false, 'dialog-delete-profile');
  await expect(row(other.name)).toHaveCount(1);
  const kept = await readdir(application.browserData);
  expect(kept.filter((name) => name.includes('t-'))).toHaveLength(2);
  await row(other.name)
    .getByRole('button', { name: `Delete the profile of ${other.name}` })
    .click();
  await answer('Delete browser profiles', true);
  await expect(row(other.name)).toHaveCount(0);
  const folders = await readdir(application.browserData);
  expect(folders.filter((name) => name.includes('t-'))).toHaveLength(1);
});
