import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
