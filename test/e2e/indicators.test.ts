import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

const hash = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';
const device = '3395856ce81f2b7382dee72602f798b642f14140';

/** What is typed, how far down its row stands, and the page that it opens. */
const kinds: readonly (readonly [string, number, string, string])[] = [
  [hash, 0, `/file/${hash}/`, ''],
  [device, 1, `/machines/v2/${device}/overview`, ''],
  ['203[.]0[.]113[.]7', 0, '/ip/203.0.113.7/overview', ''],
  ['evil[.]example', 0, '/domains/overview', 'urlDomain=evil.example'],
  ['hxxps://evil[.]example/a?b=c', 0, '/url/overview', 'url=https%3A%2F%2Fevil.example%2Fa%3Fb%3Dc'],
  ['alice@evil.example', 0, '/user', 'upn=alice%40evil.example'],
  ['incident 1234', 0, '/incident2/1234/overview', ''],
  ['da637551227677560813_-961444813', 0, '/alerts/da637551227677560813_-961444813', ''],
  ['CVE-2024-3094', 0, '/vulnerabilities/vulnerability/CVE-2024-3094/recommendation', ''],
];

test('an indicator of each kind opens in the three customers that are selected', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const tenants = world.customers.slice(0, 3);
  const customers = tenants.map(({ tenantId, ...tenant }) => {
    const id = parseTenantId(tenantId);
    if (id === undefined) throw new Error('the world has tenant ids');
    const { name, domains, defaultDomain } = tenant;
    return { tenantId: id, name, domains, defaultDomain, access: 'list' as const };
  });
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }]);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false });
  const application = await start();
  for (const [typed, down, path, query] of kinds) {
    if (!(await application.finderShown())) await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    for (const { length: selected } of tenants.map((_, place) => tenants.slice(0, place + 1))) {
      await keyboard.press('ctrl+space', 'Down');
      await expect(finder.locator('.selection-bar p')).toContainText(String(selected));
    }
    await keyboard.type(typed);
    await expect(finder.getByRole('option').first()).toBeVisible();
    for (let step = 0; step < down; step += 1) await keyboard.press('Down');
    if (down === 0 && query !== '') await photograph(`finder-indicator-${path.split('/')[1]}`);
    const before = new Set(world.visits().map(({ id }) => id));
    await keyboard.press('ctrl+Return');
    for (const { tenantId } of tenants) {
      const visit = await world.waitForVisit(({ id, tid }) => !before.has(id) && tid === tenantId, {
        timeoutMs: 90_000,
      });
      expect(decodeURIComponent(visit.path)).toBe(path);
      expect(visit.query).toContain(query);
    }
    await expect.poll(() => application.finderShown()).toBe(false);
    // A key that is pressed before the last of their windows has come up would be that window's.
    const seen: string[] = [];
    const settled = async (): Promise<boolean> => {
      seen.push(await focusedWindow());
      const last = seen.slice(-8);
      return last.length === 8 && new Set(last).size === 1 && last[0] !== '';
    };
    await expect.poll(settled, { intervals: [150] }).toBe(true);
  }
});
