import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility.ts';
import { output } from './support/application.ts';
import { tenantsKnownTo } from '../world/visits.ts';
import { finish, setUpWithList, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { chooseByHotkey, visitAfter } from './support/open.ts';
import { unfold } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 20 } });

async function photographed(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await accessibilityFaults(page), `${name}, ${colorScheme}`).toEqual([]);
    await page.screenshot({ path: join(output, `${name}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

test('a tenant that has not let the application in reads unknown, its pages open, and the ids can be copied', async ({
  world,
  start,
}) => {
  const [account, customer, other] = [world.accounts[0], world.customers[3], world.customers[4]];
  if (!account || !customer || !other) throw new Error('the world has accounts and customers');
  world.answerSignIn({ kind: 'account', username: account.username });
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
  await finish(application);
  const copied = () => application.electron.evaluate(({ clipboard }) => clipboard.readText());

  const settings = await application.settings('help');
  await settings.getByLabel('Find a customer').fill(customer.name);
  await settings.getByRole('list', { name: 'Customers found' }).getByText(customer.name).first().click();
  await expect(settings.locator('.help-customer')).toContainText(customer.tenantId);

  await test.step('checking asks the chosen customers and nobody else', async () => {
    await settings.getByLabel('Add a customer to the check').fill(other.name);
    await settings.getByLabel('Add a customer to the check').press('Enter');
    world.fault(
      'login.token',
      { kind: 'entra-error', code: 65001 },
      { when: ({ url }) => url.pathname.includes(customer.tenantId) },
    );
    const before = world.requests().length;
    await settings.getByRole('button', { name: 'Check 2 customers' }).click();
    const results = settings.getByRole('list', { name: 'Access of the chosen customers' });
    const unknown = results.getByRole('listitem', { name: customer.name, exact: true });
    await expect(unknown.getByText('Unknown', { exact: true })).toBeVisible();
    await expect(unknown).toContainText('This says nothing about the portal');
    await expect(unknown).not.toContainText(/blocked/i);
    await expect(unknown).toContainText(`Asked as ${account.username}, now`);
    const reached = results.getByRole('listitem', { name: other.name, exact: true });
    await expect(reached.getByText('Reached', { exact: true })).toBeVisible();
    const asked = world
      .requests()
      .slice(before)
      .filter(({ route }) => route === 'login.token');
    const ids = [customer.tenantId, other.tenantId];
    expect(asked.every(({ url }) => ids.some((id) => url.pathname.includes(id)))).toBe(true);
    world.heal();
  });

  await photographed(settings, 'help-checked');

  await unfold(settings, 'Grant access');
  await unfold(settings, 'Alert notifications by email');
  await unfold(settings, 'The unified view');
  await unfold(settings, 'A portal did not open?');
  await test.step('a page opens in that customer’s profile', async () => {
    let known: readonly string[] = [];
    for (const [button, path] of [
      ['Defender: permissions and roles', '/mtp_roles'],
      ['Defender: endpoint alert email notifications', '/securitysettings/endpoints/email_notifications'],
    ] as const) {
      const visit = await visitAfter(world, () =>
        settings
          .getByRole('button', { name: `${button} for ${customer.name}` })
          .first()
          .click(),
      );
      expect([visit.host, visit.path, visit.tid]).toEqual([
        'security.microsoft.com',
        path,
        customer.tenantId,
      ]);
      // The profile is this customer's: from the second visit on it knows this tenant, and never another.
      expect(tenantsKnownTo(visit)).toEqual(known);
      known = [customer.tenantId];
    }
  });

  await test.step('the unified view opens in the own tenant’s profile', async () => {
    const visit = await visitAfter(world, () =>
      settings.getByRole('button', { name: /^Unified view for / }).click(),
    );
    expect(visit.host).toBe('mto.security.microsoft.com');
    expect(tenantsKnownTo(visit)).not.toContain(customer.tenantId);
  });

  await test.step('what is copied is the own tenant’s id, and a text that names both', async () => {
    await settings.getByRole('button', { name: 'Copy your tenant ID' }).click();
    await expect.poll(copied).toBe(world.home.tenantId);
    await settings.getByRole('button', { name: 'Copy the text' }).click();
    await expect.poll(copied).toContain(`Our tenant: ${world.home.tenantId}`);
    expect(await copied()).toContain(customer.tenantId);
  });

  await test.step('the finder leads here for the customer it has details of, and a cause to its page', async () => {
    const finder = await application.finder();
    await application.endBrowsers();
    await chooseByHotkey(application, other);
    await keyboard.press('F2');
    await finder.getByRole('button', { name: 'A portal did not open?' }).click();
    await expect(settings.locator('.help-customer')).toContainText(other.tenantId);
    await settings
      .getByRole('listitem')
      .filter({ hasText: 'may want a managed device' })
      .getByRole('button', { name: 'Browsers' })
      .click();
    await expect(settings.getByRole('heading', { level: 1, name: 'Browsers' })).toBeVisible();
  });
});

test('without a sign-in the help says how, in French too, and knows what it cannot check', async ({
  world,
  start,
}) => {
  const customers = world.customers.slice(0, 3);
  const [customer] = customers;
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, customers);
  await application.changeSettings({ language: 'fr' });
  const settings = await application.settings('help');
  await expect(settings.getByRole('heading', { level: 1, name: 'Aide' })).toBeVisible();
  await photographed(settings, 'help-empty-fr');
  await settings.getByLabel('Trouver un client').fill(customer.name);
  await settings.getByLabel('Trouver un client').press('Enter');
  await unfold(settings, 'Accorder l’accès');
  await unfold(settings, 'La vue unifiée');
  await unfold(settings, 'Un portail ne s’est pas ouvert ?');
  await expect(settings.getByRole('button', { name: 'Copier l’ID de votre tenant' })).toBeDisabled();
  await expect(settings.getByText('Votre propre tenant n’est pas connu.')).toBeVisible();
  await settings.getByRole('button', { name: 'Vérifier 1 client' }).click();
  const row = settings.getByRole('listitem', { name: customer.name, exact: true });
  await expect(row.getByText('Aucun compte', { exact: true })).toBeVisible();
  await expect(settings.getByText('Notre tenant : (à compléter)')).toBeVisible();
  await photographed(settings, 'help-fr');
});
