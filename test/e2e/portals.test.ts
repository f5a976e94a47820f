import { unfold } from './support/settings.ts';
import { join } from 'node:path';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';
import { finish, pasteBox } from './support/first-run.ts';
import { answer } from './support/dialog.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { output, type Application } from './support/application.ts';
import type { World } from '../world/world.ts';

type Tenant = World['customers'][number];

/** Puts customers on the list by hand, with all their domains. */
async function setUpWithDomains(application: Application, customers: readonly Tenant[]): Promise<void> {
  const setup = await application.setup();
  const lines = customers.map(
    ({ name, tenantId, domains }) => `${tenantId},"${name}","${domains.join(' ')}"`,
  );
  await (await pasteBox(setup)).fill(['tenantId,name,domains', ...lines].join('\n'));
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText(/customers? added/)).toBeVisible();
  await finish(application);
}

test('a page of each portal opens by a typed word, in that customer’s tenant', async ({ world, start }) => {
  test.slow();
  const [customer, other] = world.customers.slice(20, 22);
  if (!customer || !other) throw new Error('the world has customers');
  const { tenantId: id, name, defaultDomain: domain } = customer;
  const initial = customer.domains.at(-1) ?? '';
  const application = await start();
  await setUpWithDomains(application, [customer, other]);
  const pages: readonly (readonly [typed: string, address: string])[] = [
    ['incidents', `security.microsoft.com/incidents?tid=${id}`],
    ['> hunting', `security.microsoft.com/v2/advanced-hunting?tid=${id}`],
    ['quarantine', `security.microsoft.com/quarantine?viewid=Email&tid=${id}`],
    ['score', `security.microsoft.com/securescore?viewid=overview&tid=${id}`],
    ['purview', `purview.microsoft.com/?tid=${id}`],
    ['entra', `entra.microsoft.com/${id}`],
    ['azure portal', `portal.azure.com/${id}`],
    ['intune', `intune.microsoft.com/${id}`],
    [
      'exchange',
      `admin.cloud.microsoft/exchange?landingpage=homepage&form=mac_sidebar&delegatedOrg=${initial}`,
    ],
    ['teams', `admin.teams.microsoft.com/?delegatedOrg=${initial}`],
    ['power platform', `admin.powerplatform.microsoft.com/account/login/${id}`],
    ['my access', `myaccess.microsoft.com/@${domain}`],
    ['action center', `security.microsoft.com/action-center?tid=${id}`],
    ['ca', `entra.microsoft.com/${id}`],
    ['compliance policies', `intune.microsoft.com/${id}`],
    ['audit', `purview.microsoft.com/audit/auditsearch?tid=${id}`],
    ['message trace', `admin.exchange.microsoft.com/?delegatedOrg=${initial}`],
    ['graph explorer', `developer.microsoft.com/en-us/graph/graph-explorer?tenant=${id}`],
    ['power apps', `make.powerapps.com/home?tenant=${id}`],
  ];
  for (const [typed, address] of pages) {
    await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    await keyboard.type(`${name.toLowerCase()} ${typed}`);
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
      'data-row',
      new RegExp(`^${id}/`),
    );
    if (typed === 'incidents') await photograph('finder-page');
    const visit = await visitAfter(world, () => keyboard.press('Return'));
    expect(`${visit.host}${visit.path}${visit.query}`).toBe(address);
    expect(visit.tid).toBe(id);
    await expect.poll(() => application.finderShown()).toBe(false);
  }
});

test('a pasted Safe Link opens what is in it, and a false link opens nothing', async ({
  world,
  desktop,
  start,
}) => {
  const customer = world.customers[33];
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithDomains(application, [customer]);
  const link = `https://security.microsoft.com/incident2/42/overview?tid=${customer.tenantId}`;
  const wrapped = `https://eur02.safelinks.protection.outlook.com/?url=${encodeURIComponent(link)}&data=05%7C02`;
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const input = searchField(finder);
  await input.fill(`https://security.microsoft.com.evil.example/?tid=${customer.tenantId}`);
  await expect(finder.getByText('only imitates a Microsoft portal')).toBeVisible();
  await photograph('finder-link-refused');
  await keyboard.press('Return');
  expect(await desktop.chromiumStarts()).toEqual([]);

  // A mail of several lines, through the clipboard: the link in it is cut by a line's end.
  const mail = `Incident 42:\n${wrapped.slice(0, 90)}\n${wrapped.slice(90)}\n\nRegards`;
  await application.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), mail);
  await keyboard.press('ctrl+a', 'ctrl+v');
  await expect(input).toHaveValue(wrapped);
  const option = finder.getByRole('option', { selected: true });
  await expect(option).toContainText(`security.microsoft.com/incident2/42/overview in ${customer.name}`);
  await expect(option).toContainText('Taken out of Microsoft Safe Links');
  await photograph('finder-link');
  const visit = await visitAfter(world, () => keyboard.press('Return'));
  expect(`https://${visit.host}${visit.path}${visit.query}`).toBe(link);
  expect(visit.tid).toBe(customer.tenantId);
});

test('a page of one’s own is added once its host is confirmed, and opens in the customer’s profile', async ({
  world,
  start,
}) => {
  const customer = world.customers[12];
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithDomains(application, [customer]);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await finder.getByRole('button', { name: 'Settings' }).click();
  const settings = await application.settings();
  await settings.getByRole('tab', { name: 'Portals' }).click();
  const own = settings.getByRole('region', { name: 'Add a page of your own' });
  await own.getByRole('textbox', { name: 'Name' }).fill('Copilot of the portal');
  await own.getByRole('textbox', { name: 'Address' }).fill('https://wiki.example/customers/{tenantId}');
  await expect(settings.getByText('wiki.example is a new host')).toBeVisible();
  await photograph('settings-portals');
  await settings.getByRole('button', { name: 'Add the page' }).click();
  await answer('Trust a host', false, 'dialog-trust-host');
  await expect(settings.getByRole('switch', { name: 'Copilot of the portal' })).toHaveCount(0);
  await expect(settings.getByRole('button', { name: 'Stop trusting wiki.example' })).toHaveCount(0);
  await own
    .getByRole('textbox', { name: 'Address' })
    .fill('https://securitycopilot.microsoft.com/agents?tenantId={tenantId}');
  await settings.getByRole('button', { name: 'Add the page' }).click();
  await expect(settings.getByRole('switch', { name: 'Copilot of the portal' })).toBeVisible();
  await settings.getByRole('switch', { name: 'Defender: incidents', exact: true }).uncheck();

  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await keyboard.press('ctrl+a');
  await keyboard.type(`${customer.name.toLowerCase()} > copilot of`);
  await expect(finder.getByRole('option', { selected: true })).toContainText('Copilot of the portal');
  const visit = await visitAfter(world, () => keyboard.press('Return'));
  expect(`${visit.host}${visit.path}${visit.query}`).toBe(
    `securitycopilot.microsoft.com/agents?tenantId=${customer.tenantId}`,
  );
});

test('a customer’s own link opens once its host was confirmed where the link is written', async ({
  world,
  desktop,
  start,
}) => {
  const customer = world.customers[14];
  if (!customer) throw new Error('the world has customers');
  const application = await start();
  await setUpWithDomains(application, [customer]);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(customer.name.toLowerCase());
  await keyboard.press('F2');
  await finder.getByLabel('Links of this customer').fill('Runbook https://wiki.example/contoso');
  await finder.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(searchField(finder)).toBeFocused();
  await searchField(finder).fill(`${customer.name.toLowerCase()} > runbook`);
  await keyboard.press('Return');
  await expect(
    finder.getByText(/confirm it in Settings, Portals, or in the customer’s details/),
  ).toBeVisible();
  expect(await desktop.chromiumStarts()).toEqual([]);

  await keyboard.press('F2');
  await photograph('finder-host-to-confirm');
  await finder.getByRole('button', { name: 'Trust wiki.example…' }).click();
  await answer('Trust a host', true);
  await application.finderReady();
  await expect(finder.getByRole('button', { name: 'Trust wiki.example…' })).toHaveCount(0);
  await expect(finder.getByLabel('Links of this customer')).toBeFocused();
  await finder.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(searchField(finder)).toBeFocused();
  await keyboard.press('Return');
  await expect
    .poll(async () => (await desktop.chromiumStarts()).flatMap(({ args }) => args))
    .toContain('https://wiki.example/contoso');
  // Its window takes the keyboard when it comes, and would take it from a question that is there by then.
  await expect.poll(() => focusedWindow()).toContain('Chromium');

  // Settings names it, and another one can be confirmed there.
  const settings = await application.settings('portals');
  await unfold(settings, 'Confirmed hosts');
  await expect(settings.getByRole('button', { name: 'Stop trusting wiki.example' })).toBeVisible();
  await settings.getByLabel('Another host').fill('https://Run.example/x');
  await settings.getByRole('button', { name: 'Trust this host…' }).click();
  await answer('Trust a host', true);
  await expect(settings.getByRole('button', { name: 'Stop trusting run.example' })).toBeVisible();
});

test('pages are filtered, switched off, explained, and moved by button, by keyboard and by dragging', async ({
  start,
}) => {
  const application = await start();
  await finish(application);
  const settings = await application.settings('portals');
  await settings.bringToFront();
  const list = settings.getByRole('list', { name: 'Pages' });
  const row = (name: string) =>
    list.getByRole('listitem').filter({ has: settings.getByRole('switch', { name, exact: true }) });
  const names = () => list.getByRole('switch').evaluateAll((all) => all.map((each) => each.ariaLabel));
  const order = [
    'Microsoft Defender',
    'Defender: incidents',
    'Defender: alerts',
    'Defender: advanced hunting',
  ];
  const first = async () => (await names()).slice(0, 4);
  expect(await first()).toEqual(order);

  // The filter forgives case and accents; what it shows is moved among what it shows.
  await settings.getByLabel('Filter the pages').fill('ALÉRTS defender:');
  await expect.poll(names).toContain('Defender: alerts');
  expect((await names()).length).toBeLessThan(6);
  await settings.getByLabel('Filter the pages').fill('no page is called so');
  await expect(settings.getByText('No page matches.')).toBeVisible();
  await settings.getByLabel('Filter the pages').fill('');

  // Where a page comes from is behind its own button.
  const more = settings.getByRole('button', { name: 'About Defender: incidents', exact: true });
  await expect(more).toHaveAttribute('aria-expanded', 'false');
  await expect(
    row('Defender: incidents').getByText(/documented by Microsoft|reported by others/),
  ).toBeHidden();
  await more.press('Enter');
  await expect(more).toHaveAttribute('aria-expanded', 'true');
  await expect(
    row('Defender: incidents').getByText(/documented by Microsoft|reported by others/),
  ).toBeVisible();

  await row('Defender: alerts').getByRole('switch').press('Space');
  await expect(row('Defender: alerts').getByRole('switch')).not.toBeChecked();

  // The keyboard stays on what is moved.
  const incidents = row('Defender: incidents').getByRole('switch');
  await incidents.focus();
  await keyboard.press('alt+Down');
  await expect.poll(first).toEqual([order[0], order[2], order[1], order[3]]);
  await expect(incidents).toBeFocused();
  await expect(settings.getByText('Defender: incidents is now 3 of')).toBeAttached();
  await keyboard.press('alt+Up');
  await expect.poll(first).toEqual(order);
  await expect(incidents).toBeFocused();
  const up = settings.getByRole('button', { name: 'Move Defender: incidents up', exact: true });
  await up.press('Enter');
  await expect.poll(first).toEqual([order[1], order[0], order[2], order[3]]);
  // At the top it does nothing more, and still has the keyboard.
  await expect(up).toBeFocused();
  await keyboard.press('Return');
  await expect.poll(first).toEqual([order[1], order[0], order[2], order[3]]);

  await row('Defender: advanced hunting').locator('.portal-handle').dragTo(row('Defender: incidents'));
  await expect.poll(first).toEqual([order[3], order[1], order[0], order[2]]);
  await settings.screenshot({ path: join(output, 'settings-portals-moved.png') });
  await settings.close();

  // It is kept, and the finder offers pages by it.
  const again = await application.settings('portals');
  expect(
    await again.getByRole('list', { name: 'Pages' }).getByRole('switch').first().getAttribute('aria-label'),
  ).toBe(order[3]);
});
