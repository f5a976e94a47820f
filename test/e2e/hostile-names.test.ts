import { dirname } from 'node:path';
import { tenantsKnownTo } from '../world/visits.ts';
import { finish, pasteBox } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { profilesIn } from './support/profiles.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 10 } });

/** A name as a list gives it, as Tidegate shows it, and as the browser's profile does. */
interface HostileName {
  readonly given: string;
  readonly shown?: string;
  readonly profile?: string;
}

const names: readonly HostileName[] = [
  { given: `"Quoted" & 'so' \`id\` $(id); Ltd` },
  { given: '<img src=x onerror="globalThis.owned=true">' },
  { given: '../../../etc/passwd' },
  { given: '--user-data-dir=/tmp/elsewhere' },
  // Turned around by the marks it would read as “Contoso Ltd”.
  { given: '\u202edtL osotnoC\u202c \u2067bank\u2069', shown: 'dtL osotnoC bank' },
  { given: `Long ${'x'.repeat(295)}`, shown: `Long ${'x'.repeat(195)}`, profile: `Long ${'x'.repeat(54)}…` },
];

test('whatever a customer is called, it is shown as text, opens alone, and reaches no command line', async ({
  world,
  desktop,
  start,
}) => {
  const customers = names.map((name, index) => {
    const tenantId = world.customers[index]?.tenantId ?? '';
    const shown = name.shown ?? name.given;
    return { given: name.given, tenantId, shown, profile: name.profile ?? shown };
  });
  const application = await start();
  const setup = await application.setup();
  const list = customers.map(({ tenantId, given }) => ({ tenantId, displayName: given }));
  await (await pasteBox(setup)).fill(JSON.stringify(list, null, 2));
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText(`${names.length} customers added`)).toBeVisible();
  await finish(application);
  const settings = await application.settings('customers');
  for (const { shown } of customers) await expect(settings.getByText(shown, { exact: true })).toBeVisible();

  const finder = await application.finder();
  for (const { tenantId, shown } of customers) {
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
    await keyboard.type(tenantId.slice(0, 8));
    const row = finder.getByRole('option', { selected: true });
    await expect(row).toHaveAttribute('data-tenant', tenantId);
    await expect(row).toContainText(shown);
    if (shown.startsWith('<img')) await photograph('hostile-name');
    const visit = await visitAfter(world, () => keyboard.press('Return'));
    expect(visit.tid).toBe(tenantId);
    expect(tenantsKnownTo(visit)).toEqual([]);
    await expect.poll(() => application.finderShown()).toBe(false);
  }
  for (const page of [finder, settings]) expect(await page.evaluate(() => 'owned' in globalThis)).toBe(false);

  const starts = await desktop.chromiumStarts();
  expect(starts).toHaveLength(names.length);
  for (const [index, { args }] of starts.entries()) {
    expect(args[0]).toBe(`--user-data-dir=${application.browserData}`);
    expect(args[1]).toMatch(/^--profile-directory=t-[a-z2-7]{26}$/);
    // Between them and the address switches of Tidegate's own, which say nothing of a customer.
    for (const middle of args.slice(2, -1)) expect(middle).toMatch(/^--[a-z-]+(=\d+)?$/);
    expect(args.at(-1)).toBe(`https://security.microsoft.com/?tid=${customers[index]?.tenantId}`);
  }
  await application.endBrowser();
  const profiles = await profilesIn(application.browserData);
  expect(profiles.map(({ name }) => name).sort()).toEqual(customers.map(({ profile }) => profile).sort());
  expect(dirname(application.browserData).startsWith(application.data)).toBe(true);
});
