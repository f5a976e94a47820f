import { test, expect } from './support/test.ts';
import { finish, pasteBox } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';

test('from nothing: three customers are pasted, the hotkey opens the finder, Enter opens the right portal', async ({
  world,
  start,
}) => {
  const [first, second, third] = world.customers.slice(40, 43);
  if (!first || !second || !third) throw new Error('the world has customers');
  const application = await start();
  const setup = await application.setup();

  // One by tenant id with a name, one by domain alone, one by the link of an alert mail.
  const box = await pasteBox(setup);
  await box.fill(
    [
      `${first.name}\t${first.tenantId}`,
      second.defaultDomain,
      `https://security.microsoft.com/incidents?tid=${third.tenantId}`,
    ].join('\n'),
  );
  await setup.getByRole('button', { name: 'Add these' }).click();
  await expect(setup.getByText('3 customers added')).toBeVisible();
  await finish(application);
  await expect.poll(() => application.electron.windows().length).toBe(1);

  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByRole('option')).toHaveCount(3);
  await keyboard.type(first.name.slice(0, 4).toLowerCase());
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', first.tenantId);
  await keyboard.press('Return');

  const visit = await world.waitForVisit((each) => each.tid === first.tenantId);
  expect(`https://${visit.host}${visit.path}${visit.query}`).toBe(
    `https://security.microsoft.com/?tid=${first.tenantId}`,
  );
  await expect.poll(() => application.finderShown()).toBe(false);

  // Nobody signed in, and nothing was asked of Microsoft but the one domain.
  const hosts = world.requests().filter(({ host }) => host !== 'security.microsoft.com');
  expect(hosts.map(({ url }) => `${url.host}${url.pathname}`)).toEqual([
    `login.microsoftonline.com/${second.defaultDomain}/v2.0/.well-known/openid-configuration`,
  ]);
});
