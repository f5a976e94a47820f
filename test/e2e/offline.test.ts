import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('without a network after a restart: list, finder and launch work, and the failed sync is seen', async ({
  world,
  desktop,
  start,
}) => {
  const customer = world.customers[99];
  const account = world.accounts[0];
  if (!customer || !account) throw new Error('the world has customers and accounts');
  world.answerSignIn({ kind: 'account', username: account.username });
  const before = await start();
  await signIn(await before.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
  await finish(before);
  await openByHotkey(before, world, customer);
  await before.endBrowser();

  // The network goes while Tidegate runs: the next sync fails, and says so.
  await world.goOffline();
  await keyboard.press('ctrl+shift+space');
  const finder = await before.finderReady();
  await finder.getByRole('button', { name: 'Sync now' }).click();
  await expect(finder.getByText('management.azure.com could not be reached.')).toBeVisible();
  await expect(finder.getByText(/^250 customers/)).toBeVisible();
  await before.quit();

  const after = await start();
  await keyboard.press('ctrl+shift+space');
  const again = await after.finderReady();
  await expect(again.getByText(/^250 customers/)).toBeVisible();
  await keyboard.type(customer.name.toLowerCase());
  await expect(again.getByRole('option', { selected: true })).toHaveAttribute(
    'data-tenant',
    customer.tenantId,
  );
  const starts = (await desktop.chromiumStarts()).length;
  await keyboard.press('Return');
  await expect.poll(async () => (await desktop.chromiumStarts()).length).toBe(starts + 1);
  const last = (await desktop.chromiumStarts()).at(-1);
  expect(last?.args.at(-1)).toBe(`https://security.microsoft.com/?tid=${customer.tenantId}`);
});
