import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 20 } });

test('a list that has lost everybody is kept and said, until the user believes it', async ({
  world,
  start,
}) => {
  const username = world.accounts[0]?.username ?? '';
  world.answerSignIn({ kind: 'account', username });
  const application = await start();
  await signIn(await application.setup(), world);
  await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200, {
    timeoutMs: 45_000,
  });
  await finish(application);
  const settings = await application.settings('sources');
  await expect(settings.getByText('20 listed', { exact: false })).toBeVisible();
  world.directory.setReach(username, [world.home]);
  await settings.getByRole('button', { name: 'Sync now' }).click();
  const said = settings.getByText(
    'management.azure.com listed 20 customers before and only 0 customers of them now',
  );
  await expect(said).toBeVisible();
  await expect(settings.getByText('Nothing was removed from your list.', { exact: false })).toBeVisible();
  await photograph('list-shrunk');
  await settings.getByRole('button', { name: /^Ask .* again for .* and accept the answer$/ }).click();
  await expect(said).toHaveCount(0);
  await expect(settings.getByText(/^0 listed/)).toBeVisible();
});

test('a customer whose GDAP brings no security role says so before it is opened', async ({
  desktop,
  start,
}) => {
  const [tenantId, other] = [1, 2].map((last) => parseTenantId(`5f0d3c1e-8a4b-4c2d-9e6f-00000000000${last}`));
  if (tenantId === undefined || other === undefined) throw new Error('tenant ids');
  const gdap = { domains: [], access: 'gdap' } as const;
  await leaveRecords(
    desktop,
    [
      {
        source: 'azure-tenants',
        accountId: 'a',
        at: new Date().toISOString(),
        customers: [
          { ...gdap, tenantId, name: 'Contoso', securityRoles: [] },
          { ...gdap, tenantId: other, name: 'Fabrikam', securityRoles: ['security-reader'] },
        ],
      },
    ],
    new Map(),
  );
  const application = await start();
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await expect(finder.getByRole('option', { name: /Contoso/ })).toContainText('GDAP without a security role');
  await expect(finder.getByRole('option', { name: /Fabrikam/ })).not.toContainText('without');
  await photograph('no-security-role');
  await keyboard.press('F2');
  await expect(finder.getByText('GDAP without a security role')).toBeVisible();
});
