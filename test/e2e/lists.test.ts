import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { output } from './support/application.ts';
import { choose } from './support/dialog.ts';
import { test, expect } from './support/test.ts';
import { finish, pasteBox, setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { photograph } from './support/screen.ts';

test('the output of `az account tenant list` is pasted', async ({ world, start }) => {
  const application = await start();
  const setup = await application.setup();
  const tenants = world.customers.slice(0, 3).map(({ tenantId, name, defaultDomain }) => ({
    countryCode: 'US',
    defaultDomain,
    displayName: name,
    domains: [defaultDomain],
    id: `/tenants/${tenantId}`,
    tenantCategory: 'Home',
    tenantId,
    tenantType: 'AAD',
  }));
  await (await pasteBox(setup)).fill(JSON.stringify(tenants, null, 2));
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText('3 customers added')).toBeVisible();
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByRole('option')).toHaveCount(3);
});

test('a shared list that moves a customer to another tenant opens nothing until that is accepted', async ({
  world,
  desktop,
  start,
}) => {
  const [known, impostor, fresh] = world.customers.slice(40, 43);
  if (!known || !impostor || !fresh) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [known]);
  await openByHotkey(application, world, known);

  const list = join(desktop.env['HOME'] ?? '', 'team.csv');
  const moved = `${known.name};${impostor.tenantId}`;
  await writeFile(list, `Name;Tenant ID\r\n${moved}\r\n${fresh.name};${fresh.tenantId}\r\n`);
  const settings = await application.settings('sources');
  await settings.getByRole('button', { name: 'Choose a file…' }).click();
  await choose('Open a list of customers', list);
  await expect(settings.getByRole('button', { name: `Accept ${known.name}` })).toBeVisible();
  await photograph('shared-list-held');

  // The finder has the customer that is new, and for the name the tenant that was known: by name, and as a recent.
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByRole('option')).toHaveCount(2);
  const tenants = () =>
    finder.getByRole('option').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-tenant')));
  expect(await tenants()).toEqual([known.tenantId, fresh.tenantId]);
  await keyboard.press('Escape');
  await openByHotkey(application, world, known);
  const refused = await finder.evaluate(
    (tenantId) =>
      (
        globalThis as unknown as { tidegate: { run(command: object): Promise<{ ok: boolean }> } }
      ).tidegate.run({ kind: 'open', tenantId, page: 'defender' }),
    impostor.tenantId,
  );
  expect(refused.ok).toBe(false);
  expect(world.visits().some(({ tid }) => tid === impostor.tenantId)).toBe(false);

  await settings.getByRole('button', { name: `Accept ${known.name}` }).click();
  await expect.poll(async () => (await tenants()).includes(impostor.tenantId)).toBe(true);
  await expect(settings.getByRole('button', { name: `Accept ${known.name}` })).toBeHidden();
});

test('a long import shows how far it is, and is cancelled with nothing of it kept', async ({
  world,
  start,
}) => {
  const [first, ...others] = world.customers.slice(0, 40);
  if (!first) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first]);
  const settings = await application.settings('customers');
  const text = others.map(({ defaultDomain }) => defaultDomain).join('\n');
  const late = others.slice(10).map(({ defaultDomain }) => defaultDomain);
  world.fault(
    'login.discovery',
    { kind: 'silent' },
    { when: ({ url }) => late.some((domain) => url.pathname.includes(domain)) },
  );
  await settings.getByLabel('Paste a list').fill(text);
  await settings.getByRole('button', { name: 'Preview' }).click();
  const bar = settings.getByRole('progressbar', { name: 'Import' });
  await expect(settings.getByText(/^\d+ of 39 domains looked up/)).toBeVisible();
  await expect
    .poll(() => bar.evaluate((element) => (element as HTMLProgressElement).value))
    .toBeGreaterThan(4);
  await settings.screenshot({ path: join(output, 'settings-importing.png') });
  await settings.getByRole('button', { name: 'Cancel the import' }).click();
  await expect(bar).toHaveCount(0);
  await expect(settings.getByRole('alert')).toHaveCount(0);
  await expect(settings.getByText('1 customer', { exact: true })).toBeVisible();
  await expect(settings.getByLabel('Paste a list')).toHaveValue(text);

  // What was cancelled can be done again, whole.
  world.heal();
  await settings.getByRole('button', { name: 'Preview' }).click();
  await settings.getByRole('button', { name: 'Import 39 customers' }).click();
  await expect(settings.getByText('40 customers', { exact: true })).toBeVisible();
});
