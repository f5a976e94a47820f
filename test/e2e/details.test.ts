import { accessibilityFaults } from './support/accessibility.ts';
import { setUpWithList } from './support/first-run.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('what the analyst knows of a customer is written, found by and kept, by keyboard alone', async ({
  world,
  start,
}) => {
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(customer.name.toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
    'data-tenant',
    customer.tenantId,
  );
  await keyboard.press('F2');
  await expect(finder.getByLabel('Your own name for it')).toBeFocused();
  await keyboard.type('House of Bees');
  await keyboard.press('Tab');
  await keyboard.type('bzz');
  await finder.getByLabel('Note', { exact: true }).fill('Ring before noon');
  await finder.getByLabel('Favourite').press('Space');
  expect(await accessibilityFaults(finder)).toEqual([]);
  await photograph('finder-details');

  // Turning away and coming back loses nothing.
  await keyboard.press('ctrl+shift+space', 'ctrl+shift+space');
  await application.finderReady();
  await expect(finder.getByLabel('Your own name for it')).toHaveValue('House of Bees');
  await finder.getByLabel('Your own name for it').press('Control+Enter');
  await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await finder.getByRole('combobox', { name: 'Find a customer' }).fill('bzz');
  await expect(finder.getByRole('option', { selected: true })).toContainText('House of Bees');
  await application.quit();

  const after = await start();
  await keyboard.press('ctrl+shift+space');
  const again = await after.finderReady();
  // A favourite stands first.
  await expect(again.getByRole('option', { selected: true })).toContainText('House of Bees');
  await keyboard.press('F2');
  await expect(again.getByLabel('Note', { exact: true })).toHaveValue('Ring before noon');
  await keyboard.press('Escape');
  await expect(again.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
});

test('a save that fails says so in sight of its button and keeps keyboard and words; what is left unsaved comes back', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 1));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.press('F2');
  await finder.getByLabel('Note', { exact: true }).fill('Ring before noon');
  await finder.getByLabel('Links of this customer').fill('Wiki http://wiki.example/');
  const save = finder.getByRole('button', { name: 'Save', exact: true });
  await save.focus();
  await keyboard.press('Return');
  await expect(finder.getByRole('alert')).toBeInViewport({ ratio: 1 });
  await expect(save).toBeInViewport();
  await expect(save).toBeFocused();
  await photograph('finder-details-failed');

  await keyboard.press('Escape');
  await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await expect(finder.getByText('are kept, but not saved')).toBeVisible();
  await keyboard.press('F2');
  await expect(finder.getByLabel('Note', { exact: true })).toHaveValue('Ring before noon');
  await finder.getByRole('button', { name: 'Discard changes' }).press('Enter');
  await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
  await keyboard.press('F2');
  await expect(finder.getByLabel('Note', { exact: true })).toHaveValue('');
  // A click beside the fields leaves Escape where it was.
  await finder.locator('.details-id').first().click();
  await keyboard.press('Escape');
  await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
});

test('a customer that is kept after all is shown again, with what is being written about it', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 1));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.press('F2');
  await finder.getByLabel('Note', { exact: true }).fill('Ring before noon');
  await finder.getByRole('button', { name: 'Remove this customer…' }).press('Enter');
  await expect.poll(() => focusedWindow()).toBe('Remove a customer');
  await expect.poll(() => application.finderShown()).toBe(false);
  await photograph('dialog-remove-customer');
  await keyboard.press('Escape');
  await application.finderReady();
  await expect(finder.getByLabel('Note', { exact: true })).toHaveValue('Ring before noon');
  await expect(finder.getByRole('button', { name: 'Remove this customer…' })).toBeFocused();
  await keyboard.press('Escape');
  await expect(finder.getByRole('combobox', { name: 'Find a customer' })).toBeFocused();
});
