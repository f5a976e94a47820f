import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import type { Page } from '@playwright/test';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

// Tokens that are old at once, so that every sync asks for a new one.
test.use({ worldOptions: { customers: 20, tokenSeconds: 60 } });

/** What Microsoft answers to the sync's request for a token, and what the finder says of it. */
const refusals = [
  [
    50076,
    'Microsoft asks ada.analyst@tidewatersecurity.example for multifactor authentication:',
    'Sign in again',
  ],
  [53003, 'A Conditional Access policy blocks this: Access has been blocked', 'administrator'],
  [65001, 'Consent to a permission is missing:', 'must approve the application'],
  [700016, 'Consent to a permission is missing: The application was not found', 'must approve'],
  [90002, 'Microsoft refused the sign-in: Tenant not found.', 'Show this message to your administrator'],
] as const;

const run = (page: Page, command: Command) =>
  page.evaluate((asked) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(asked), command);

test('what Microsoft refuses is said in words, with its number, where to look it up, and what to do', async ({
  world,
  start,
}) => {
  const [account, customer] = [world.accounts[0], world.customers[3]];
  if (!account || !customer) throw new Error('the world has accounts and customers');
  world.answerSignIn({ kind: 'account', username: account.username });
  const application = await start();
  await signIn(await application.setup(), world);
  const listed = ({ route, status }: { readonly route: string; readonly status: number | null }) =>
    route === 'arm.tenants' && status === 200;
  await world.waitForRequest(listed, { timeoutMs: 45_000 });
  await finish(application);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const syncNow = finder.getByRole('button', { name: 'Sync now' });
  const trouble = finder.locator('.status-problem');

  for (const [code, message, next] of refusals) {
    await test.step(`AADSTS${code}`, async () => {
      world.fault('login.token', { kind: 'entra-error', code });
      await syncNow.click();
      await expect(trouble).toContainText(message);
      await expect(trouble).toContainText(`(AADSTS${code})`);
      await expect(trouble).toContainText(next);
      world.heal();
    });
  }
  await photograph('sign-in-refused');

  await test.step('a service that wants patience is waited for, and one that fails is named', async () => {
    // Longer than Tidegate waits for by itself, so that the user hears of it at once.
    world.fault('arm.tenants', { kind: 'status', status: 429, retryAfterSeconds: 900 });
    await syncNow.click();
    await expect(trouble).toContainText('management.azure.com asked to wait until');
    await expect(trouble).toContainText('Your list works meanwhile');
    world.heal();
    world.fault('arm.tenants', { kind: 'status', status: 501 });
    await syncNow.click();
    await expect(trouble).toContainText('management.azure.com answered with an error (501)');
    world.heal();
    world.fault('login.token', { kind: 'entra-error', code: 90002 });
    await syncNow.click();
    await expect(trouble).toContainText('(AADSTS90002)');
    world.heal();
  });

  await test.step('the number leads to Microsoft’s page about it, in the user’s own browser', async () => {
    await trouble.getByRole('button', { name: 'AADSTS90002' }).click();
    await world.waitForRequest(({ url }) => url.pathname === '/error' && url.search === '?code=90002');
  });

  await test.step('one customer that lets nobody in says so, and the account goes on working', async () => {
    world.fault(
      'login.token',
      { kind: 'entra-error', code: 50020 },
      { when: ({ url }) => url.pathname.includes(customer.tenantId) },
    );
    const tenantId = customer.tenantId as Extract<Command, { kind: 'stepUp' }>['tenantId'];
    expect(await run(finder, { kind: 'stepUp', tenantId })).toMatchObject({ error: { kind: 'not-invited' } });
    world.heal();
  });

  await test.step('a customer that wants more proof gets it at its own door', async () => {
    world.fault('login.token', { kind: 'entra-error', code: 50076 }, { times: 1 });
    const tenantId = customer.tenantId as Extract<Command, { kind: 'stepUp' }>['tenantId'];
    expect(await run(finder, { kind: 'stepUp', tenantId })).toMatchObject({ ok: true });
    const page = await world.waitForRequest(
      ({ route, url }) => route === 'login.authorize' && url.pathname.includes(customer.tenantId),
    );
    expect(page.url.searchParams.get('claims')).toContain('capolids');
  });

  await test.step('an expired sign-in asks for one more, which mends it', async () => {
    world.fault('login.token', { kind: 'entra-error', code: 700082 }, { times: 1 });
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
    await syncNow.click();
    await expect(trouble).toContainText(`The sign-in of ${account.username} has ended. (AADSTS700082)`);
    await photograph('sign-in-expired');
    const { id } = await finder.evaluate(async () => {
      const { status } = await (globalThis as unknown as { tidegate: TidegateApi }).tidegate.state();
      return { id: status.accounts[0]?.id ?? '' };
    });
    expect(await run(finder, { kind: 'signIn', accountId: id })).toMatchObject({ ok: true });
    await expect(trouble).toHaveCount(0);
  });
});

test('a proxy that cannot be reached is told apart from a network that is down', async ({ world, start }) => {
  const application = await start({ https_proxy: 'http://127.0.0.1:9' });
  const setup = await application.setup();
  await signIn(setup, world);
  const refused = setup.getByText('The proxy to login.microsoftonline.com refuses');
  await expect(refused).toContainText('ERR_PROXY_CONNECTION_FAILED');
});
