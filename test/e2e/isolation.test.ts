import { tenantsKnownTo, type Visit } from '../world/visits.ts';
import type { WorldTenant } from '../world/tenants.ts';
import { keyboard } from './support/keyboard.ts';
import { chooseByHotkey, openByHotkey } from './support/open.ts';
import { moveWindow, photograph } from './support/screen.ts';
import { leaveList } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

/** What a page finds in every place where one of that tenant's has been before, and nobody else's. */
function onlyOf(tenant: WorldTenant): Readonly<Record<string, readonly string[]>> {
  const its = [tenant.tenantId];
  return {
    scriptCookies: its,
    localStorage: its,
    indexedDb: its,
    httpCache: its,
    cacheStorage: its,
    serviceWorkers: its,
  };
}

/** Whose marks were found in the pages of one tenant; nothing before one has told. */
function knownIn(visits: readonly Visit[], { tenantId }: WorldTenant): readonly string[] {
  const told = visits.filter(({ tid, storage }) => tid === tenantId && storage !== null);
  return [...new Set(told.flatMap(tenantsKnownTo))];
}

test.use({ worldOptions: { customers: 6 } });

for (const [browser, level, processes] of [
  ['chromium', 'profile', 1],
  ['chromium', 'sealed', 2],
  ['firefox', 'profile', 2],
] as const) {
  test(`in ${browser} at level ${level} no customer sees what another one left, and each shows its name`, async ({
    desktop,
    firefox,
    start,
    world,
  }) => {
    test.slow();
    const [one, other] = world.customers;
    if (!one || !other) throw new Error('the world has customers');
    await leaveList(desktop, [one, other]);
    await writeSettings(desktop, { browser, isolation: level, setUp: true });
    const application = await start();
    const open = (tenant: WorldTenant) => openByHotkey(application, world, tenant);

    expect(tenantsKnownTo(await open(one))).toEqual([]);
    await moveWindow(one.name, 0, 0);
    const [first] = await application.browserPids();
    expect(tenantsKnownTo(await open(other))).toEqual([]);
    await moveWindow(other.name, 300, 250);
    await photograph(`two-customers-${browser}-${level}`);

    // Again, while both run: their own marks in every place, and no other process.
    expect({ ...(await open(one)).storage }).toEqual(onlyOf(one));
    expect({ ...(await open(other)).storage }).toEqual(onlyOf(other));
    const pids = await application.browserPids();
    expect(pids).toHaveLength(processes);
    expect(pids).toContain(first);
    const starts = browser === 'firefox' ? await firefox.starts() : await desktop.chromiumStarts();
    expect(starts).toHaveLength(4);

    // And after the browser was closed. What it had not written yet may be lost, and Firefox opens again what was open.
    await application.endBrowsers();
    const before = world.visits().length;
    for (const tenant of [one, other]) {
      await chooseByHotkey(application, tenant);
      await keyboard.press('Return');
      await expect.poll(() => application.finderShown()).toBe(false);
      await expect
        .poll(() => knownIn(world.visits().slice(before), tenant), { timeout: 90_000 })
        .toEqual([tenant.tenantId]);
    }
  });
}
