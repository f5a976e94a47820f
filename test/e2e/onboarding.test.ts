import { accessibilityFaults } from './support/accessibility.ts';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { unfold } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 5 } });

test('each letter of onboarding is copied in the customer’s language, and where the customer stands is found', async ({
  world,
  start,
}) => {
  const [account, customer] = [world.accounts[0], world.customers[2]];
  if (!account || !customer) throw new Error('the world has customers');
  world.answerSignIn({ kind: 'account', username: account.username });
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
  await finish(application);
  const copied = () => application.electron.evaluate(({ clipboard }) => clipboard.readText());
  const settings = await application.settings('help');
  await settings.getByLabel('Find a customer').fill(customer.name);
  await settings.getByRole('list', { name: 'Customers found' }).getByText(customer.name).first().click();
  await unfold(settings, 'Onboard a customer');
  const section = settings.getByRole('region', { name: 'Onboard a customer' });
  const guides = ['consent', 'b2b', 'gdap', 'governance', 'lighthouse'];
  const letters = new Set<string>();
  for (const guide of guides) {
    await section.getByLabel('What to set up').selectOption(guide);
    for (const [language, sees] of [
      ['English', 'What this lets us see'],
      ['French', 'Ce que cela nous laisse voir'],
    ] as const) {
      await section.getByRole('button', { name: `Copy the letter in ${language}` }).click();
      await expect.poll(async () => letters.has(await copied())).toBe(false);
      const letter = await copied();
      expect(letter).toContain(sees);
      for (const part of [customer.name, customer.tenantId, world.home.tenantId])
        expect(letter).toContain(part);
      letters.add(letter);
    }
  }
  expect(letters.size).toBe(2 * guides.length);

  await section.getByLabel('What to set up').selectOption('consent');
  await section.getByRole('button', { name: 'Copy the link alone' }).click();
  await expect
    .poll(copied)
    .toMatch(
      new RegExp(`^https://login\\.microsoftonline\\.com/${customer.tenantId}/v2\\.0/adminconsent\\?`),
    );
  expect(await copied()).toContain(`client_id=${world.clientId}`);
  // Tidegate itself never opens it.
  expect(world.requests().some(({ url }) => url.pathname.includes('adminconsent'))).toBe(false);

  await section.getByLabel('Progress').selectOption('asked');
  await expect(section.getByLabel('Progress')).toHaveValue('asked');
  await section.scrollIntoViewIfNeeded();
  await photograph('onboarding');
  expect(await accessibilityFaults(settings)).toEqual([]);
  await settings.close();

  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type('#consent-asked');
  await expect(finder.getByRole('option')).toHaveCount(1);
  await expect(finder.getByRole('option')).toContainText(customer.name);
});
