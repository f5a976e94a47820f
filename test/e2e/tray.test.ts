import type v8 from 'node:v8';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Tray } from 'electron';
import { parseTenantId } from '#shared/tenant/tenant-id.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import { browserProcesses } from '../world/processes.ts';
import { tenantsKnownTo } from '../world/visits.ts';
import { setUpWithList } from './support/first-run.ts';
import { openByHotkey, visitAfter } from './support/open.ts';
import { expect, test } from './support/test.ts';

test('the tray lists recent customers, newest first, and opens them in the process that already runs', async ({
  world,
  desktop,
  start,
}) => {
  const [first, second] = world.customers;
  if (!first || !second) throw new Error('the world has customers');
  const host = await startTrayHost();
  try {
    const application = await start();
    const item = await host.waitForItem();
    const icon = await item.icon();
    expect(icon.pixmaps[0]?.inked).toBeGreaterThan(50);

    await setUpWithList(application, [first, second]);
    await openByHotkey(application, world, first);
    await openByHotkey(application, world, second);
    const menu = await item.waitForMenu((each) => labelsOf(each).includes(second.name));
    const recents = labelsOf(menu).filter((label) => label === first.name || label === second.name);
    expect(recents).toEqual([second.name, first.name]);

    // Its submenu begins with what Enter would open.
    const line = findLabel(menu, first.name)?.children[0];
    if (!line) throw new Error('the tray lists the first customer with its pages');
    const visit = await visitAfter(world, () => item.click(line.id));
    expect(visit.tid).toBe(first.tenantId);
    expect(tenantsKnownTo(visit)).toEqual([first.tenantId]);

    const starts = await desktop.chromiumStarts();
    const running = browserProcesses(application.browserData).map(({ pid }) => pid);
    expect(starts).toHaveLength(3);
    expect(running).toContain(starts[0]?.pid);
    // And now it is the newest.
    const after = await item.waitForMenu((each) => {
      const labels = labelsOf(each);
      return labels.indexOf(first.name) < labels.indexOf(second.name);
    });
    expect(labelsOf(after)).toContain('Quit Tidegate');
  } finally {
    await host.stop();
  }
});

test('the tray opens the finder, and quits', async ({ start }) => {
  const host = await startTrayHost();
  try {
    const application = await start();
    await application.setup();
    // The form takes the keyboard once it is drawn, and a finder that loses it goes.
    await expect
      .poll(() =>
        application.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow()?.isVisible()),
      )
      .toBe(true);
    const item = await host.waitForItem();
    // With its hotkey: the menu that is built before the hotkey is taken goes, and its numbers with it.
    const findCustomer = /^Find a customer.*Ctrl/u;
    const menu = await item.waitForMenu((each) => labelsOf(each).some((label) => findCustomer.test(label)));
    const find = menu.children.find(({ label }) => findCustomer.test(label));
    if (!find) throw new Error('the tray offers the finder');
    await item.click(find.id);
    await application.finderReady();

    const quit = findLabel(menu, 'Quit Tidegate');
    if (!quit) throw new Error('the tray offers to quit');
    const ended = new Promise((resolve) => application.process.once('exit', resolve));
    await item.click(quit.id);
    expect(await ended).toBe(0);
  } finally {
    await host.stop();
  }
});

test('a panel that starts after Tidegate gets the icon, whole and working', async ({ start }) => {
  const application = await start();
  await application.setup();
  const host = await startTrayHost();
  try {
    const item = await host.waitForItem();
    expect((await item.icon()).pixmaps[0]?.inked).toBeGreaterThan(50);
    const menu = await item.waitForMenu((each) => labelsOf(each).includes('Quit Tidegate'));
    const quit = findLabel(menu, 'Quit Tidegate');
    if (!quit) throw new Error('the tray offers to quit');
    const ended = new Promise((resolve) => application.process.once('exit', resolve));
    await item.click(quit.id);
    expect(await ended).toBe(0);
  } finally {
    await host.stop();
  }
});

test('a paused hotkey reaches other programs, and works again once it is taken back', async ({ start }) => {
  const host = await startTrayHost();
  try {
    const application = await start();
    await application.setup();
    const item = await host.waitForItem();
    const held = () =>
      application.electron.evaluate(({ globalShortcut }) =>
        globalShortcut.isRegistered('Control+Shift+Space'),
      );
    await expect.poll(held).toBe(true);
    const press = async (toggle: 'on' | 'off') => {
      const menu = await item.waitForMenu((each) => findLabel(each, 'Pause hotkeys')?.toggle === toggle);
      const line = findLabel(menu, 'Pause hotkeys');
      if (!line) throw new Error('the tray pauses hotkeys');
      await item.click(line.id);
    };
    await press('off');
    await expect.poll(held).toBe(false);
    await press('on');
    await expect.poll(held).toBe(true);
  } finally {
    await host.stop();
  }
});

test('without a panel, a menu that is shown anew a hundred times leaves none of its kind behind', async ({
  world,
  start,
}) => {
  const [first] = world.customers;
  const tenantId = first && parseTenantId(first.tenantId);
  if (!tenantId) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first]);
  await openByHotkey(application, world, first);
  const finder = await application.finder();
  await application.electron.evaluate(({ Tray }) => {
    const counts = { shown: 0 };
    Object.assign(globalThis, { counts });
    const { prototype } = Tray;
    const show = Reflect.get(prototype, 'setContextMenu');
    prototype.setContextMenu = function (this: Tray, menu) {
      counts.shown += 1;
      show.call(this, menu);
    };
  });
  const shown = () =>
    application.electron.evaluate(
      () => (globalThis as unknown as { counts: { shown: number } }).counts.shown,
    );
  /** Each asks for two other menus, and the customer has a submenu in both. */
  const renew = (times: number) =>
    finder.evaluate(
      async ({ tenantId, wanted }) => {
        const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
        for (let time = 0; time < wanted; time += 1)
          for (const favourite of [true, false])
            await tidegate.run({ kind: 'annotate', tenantId, change: { favourite } });
      },
      { tenantId, wanted: times },
    );
  /** Garbage is collected before they are counted. */
  const menus = () =>
    application.electron.evaluate(({ Menu }) => {
      const main = process as unknown as { getBuiltinModule(name: string): typeof v8 };
      return main.getBuiltinModule('v8').queryObjects(Menu, { format: 'count' });
    });
  await renew(1);
  const before = await menus();
  await renew(50);
  expect(await shown()).toBeGreaterThanOrEqual(100);
  await expect.poll(menus).toBeLessThanOrEqual(before);
});
