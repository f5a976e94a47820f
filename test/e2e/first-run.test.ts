import { prepareDesktop } from '../world/desktop.ts';
import { endAllIn } from '../world/processes.ts';
import { startTidegate } from './support/application.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { goToEnd, pasteBox } from './support/first-run.ts';
import { photograph } from './support/screen.ts';
import { startBare } from './support/start-bare.ts';
import { expect, test } from './support/test.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

/** Another user's desktop on the same screen: a Tidegate there is, to ours, a program that has the hotkey. */
async function anotherProgramWithTheHotkey(world: Parameters<typeof prepareDesktop>[0]['world']) {
  const home = await temporaryFolder('tg-');
  const other = await startTidegate(await prepareDesktop({ home, world }));
  await other.setup();
  return {
    async end() {
      await other.quit();
      await endAllIn(home);
      await removeFolder(home);
    },
  };
}

test('the form speaks the system’s language and another one at once when asked', async ({ start }) => {
  const application = await start({ LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' });
  const setup = await application.setup();
  await expect(setup.getByRole('heading', { name: 'Bienvenue dans Tidegate' })).toBeVisible();
  await photograph('first-run-fr');
  await setup.getByText('Langue, raccourci, navigateur').click();
  await setup.getByLabel('Langue de Tidegate').selectOption({ label: 'English' });
  await expect(setup.getByRole('heading', { name: 'Welcome to Tidegate' })).toBeVisible();
  // And it stays.
  await application.quit();
  const again = await start({ LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' });
  await expect((await again.setup()).getByRole('heading', { name: 'Welcome to Tidegate' })).toBeVisible();
});

test('a default hotkey that another program has is replaced, said, and can be changed', async ({
  world,
  start,
}) => {
  const other = await anotherProgramWithTheHotkey(world);
  try {
    const application = await start();
    const setup = await application.setup();
    await expect(
      setup.getByText('Ctrl+Shift+Space is in use by another program. Ctrl+Shift+F9 works instead.'),
    ).toBeVisible();
    await photograph('hotkey-taken');

    // Choosing the taken one is refused and the working one stays.
    await setup.bringToFront();
    await expect.poll(focusedWindow).toMatch(/Tidegate/);
    await setup.getByRole('button', { name: 'Change the hotkey' }).click();
    await setup.keyboard.press('Control+Shift+Space');
    await expect(setup.getByText(/Ctrl\+Shift\+Space is in use by another program/)).toBeVisible();
    await expect(setup.getByRole('button', { name: 'Change the hotkey' })).toBeVisible();
    await keyboard.press('ctrl+shift+F9');
    await application.finderReady();
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);

    // Another one works at once.
    await setup.getByRole('button', { name: 'Change the hotkey' }).click();
    await setup.keyboard.press('Control+Shift+F10');
    await expect(setup.getByText(/is in use by another program/)).toHaveCount(0);
    await goToEnd(setup);
    await keyboard.press('ctrl+shift+F10');
    await application.finderReady();
  } finally {
    await other.end();
  }
});

test('the same in French', async ({ world, start }) => {
  const other = await anotherProgramWithTheHotkey(world);
  try {
    const application = await start({ LANG: 'fr_FR.UTF-8', LANGUAGE: 'fr' });
    const setup = await application.setup();
    await expect(setup.getByText(/est utilisé par un autre programme/)).toBeVisible();
  } finally {
    await other.end();
  }
});

test('a second start opens the finder of the first, and ends', async ({ desktop, start }) => {
  const application = await start();
  await application.setup();
  const second = startBare(desktop);
  expect(await second.ended).toEqual([0, null]);
  await application.finderReady();
});

test('a pasted list that was not added is asked about, and never lost', async ({ world, start }) => {
  const application = await start();
  const setup = await application.setup();
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  const box = await pasteBox(setup);
  const goOn = setup.getByRole('button', { name: 'Continue', exact: true });

  // A table that names no tenant: the reason tells its columns, and not a letter of it goes.
  const table = 'Company,Country\nContoso,FR\nFabrikam,DE';
  await box.fill(table);
  await goOn.click();
  await setup.getByRole('button', { name: 'Add it and continue' }).click();
  await expect(setup.getByText(/No column of this list names a tenant.*Company, Country/)).toBeVisible();
  await expect(box).toHaveValue(table);
  await expect(box).toBeFocused();

  await box.fill(`${customer.name}\t${customer.tenantId}`);
  await goOn.click();
  await expect(setup.getByRole('alertdialog')).toContainText('has not been added');
  await photograph('first-run-pending-list');
  await setup.keyboard.press('Escape');
  await goOn.click();
  await setup.getByRole('button', { name: 'Add it and continue' }).click();
  await goOn.click();
  const closed = setup.waitForEvent('close');
  await setup.getByRole('button', { name: 'Start using Tidegate' }).click();
  await closed;
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByRole('option')).toHaveCount(1);
});

test('until it is finished the form is entered where something else asks for it, and says what comes later', async ({
  start,
}) => {
  const application = await start();
  const setup = await application.setup();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await finder.getByRole('button', { name: 'Sign in…' }).click();
  const clientId = setup.getByLabel('Application (client) ID');
  await expect(clientId).toBeFocused();
  await expect(clientId).toBeInViewport();
  await expect(setup.getByText('once these steps are finished')).toBeHidden();

  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await finder.getByRole('button', { name: 'Settings' }).click();
  await expect(setup.getByText('once these steps are finished')).toBeInViewport();
  await photograph('first-run-later');

  // And again.
  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await finder.getByRole('button', { name: 'Add customers…' }).click();
  await expect(setup.getByLabel('Paste a list')).toBeFocused();
});
