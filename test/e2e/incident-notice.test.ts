import type { TidegateApi } from '#shared/commands/channels.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { titleMarker } from '../world/incidents.ts';
import { startNoticeHost } from '../world/notice-host.ts';
import { finish, signIn } from './support/first-run.ts';
import { visitAfter } from './support/open.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 4 } });

test('a new incident of severity high of a favourite customer is told once, and a click opens it in that customer’s profile', async ({
  world,
  start,
}) => {
  const [account, favourite, other] = [world.accounts[0], ...world.customers];
  if (!account || !favourite || !other) throw new Error('the world has customers');
  world.answerSignIn({ kind: 'account', username: account.username });
  for (const { tenantId } of [favourite, other]) {
    world.directory.consentToIncidents(tenantId);
    world.directory.setIncidents(tenantId, [{ number: 10, severity: 'high' }]);
  }
  const host = await startNoticeHost();
  try {
    const application = await start();
    await signIn(await application.setup(), world);
    await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
    await finish(application);
    const finder = await application.finder();
    await finder.evaluate((tenantId) => {
      const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
      return tidegate.run({ kind: 'annotate', tenantId, change: { favourite: true } });
    }, favourite.tenantId as TenantId);
    await application.changeSettings({ incidents: true, incidentNotices: true });
    const asked = () =>
      world.requests().filter(({ route, status }) => route === 'graph.incidents' && status === 200);
    await expect.poll(() => asked().length).toBe(2);

    // A quarter of an hour later, as far as the application can tell; the computer has just woken.
    for (const { tenantId } of [favourite, other])
      world.directory.setIncidents(tenantId, [
        { number: 10, severity: 'high' },
        { number: 4711, severity: 'high' },
      ]);
    await application.electron.evaluate(({ powerMonitor }) => {
      const now = Date.now;
      Date.now = () => now() + 20 * 60_000;
      powerMonitor.emit('resume');
    });
    await expect.poll(() => asked().length).toBe(4);
    await expect.poll(() => host.shown().length).toBe(1);
    const [notice] = host.shown();
    if (notice === undefined) throw new Error('a notice is shown');
    expect(notice.title).toBe(favourite.name);
    expect(notice.body).toContain('4711');
    expect(JSON.stringify(notice)).not.toContain(titleMarker);

    const visit = await visitAfter(world, async () => host.click(notice.id));
    expect(visit).toMatchObject({ tid: favourite.tenantId, path: '/incident2/4711/overview' });
    expect(host.shown()).toHaveLength(1);
  } finally {
    await host.stop();
  }
});
