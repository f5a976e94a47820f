import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSessionBus } from '../world/session-bus.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { labelsOf } from '../world/tray-menu.ts';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { expect, test } from './support/test.ts';

const run = promisify(execFile);
const hotkey = 'ctrl+shift+space';

test('a session bus that ends may take Tidegate along, but nothing else: the next start has all there was, and its icon', async ({
  world,
  start,
}) => {
  const [first, second] = world.customers;
  if (!first || !second) throw new Error('the world has customers');
  const bus = await startSessionBus();
  try {
    const environment = { DBUS_SESSION_BUS_ADDRESS: bus.address };
    const before = await startTrayHost({ busAddress: bus.address });
    const application = await start(environment);
    await before.waitForItem();
    await setUpWithList(application, [first, second]);
    await openByHotkey(application, world, first);
    // That it was opened is written down once the browser is seen to live.
    await expect
      .poll(() => readFile(join(application.data, 'usage.json'), 'utf8').catch(() => ''))
      .toContain(first.tenantId);

    await bus.end();
    // Chromium ends at once where it loses the session's bus. One that does not is asked to.
    await application.quit();
    await bus.restart();
    const after = await startTrayHost({ busAddress: bus.address });
    const again = await start(environment);
    const item = await after.waitForItem();
    // Whom it opened last, too.
    await item.waitForMenu((menu) => labelsOf(menu).includes(first.name));
    await openByHotkey(again, world, second);
    await after.stop();
  } finally {
    await bus.remove();
  }
});

test.describe('a clock that jumps', () => {
  test.use({ worldOptions: { customers: 20 } });

  test('ahead by days or back by a year, Tidegate shows, finds and opens as before, newest first', async ({
    world,
    start,
  }) => {
    const customers = world.customers.slice(0, 4);
    const application = await start();
    await setUpWithList(application, customers);
    const hours = [3 * 24, -365 * 24, -1, 2];
    for (const [at, customer] of customers.entries()) {
      await shiftClock(application, (hours[at] ?? 0) * 3_600_000);
      await openByHotkey(application, world, customer);
    }
    await keyboard.press(hotkey);
    const finder = await application.finderReady();
    // Newest first, whatever the clock said.
    await expect(finder.getByRole('option').first()).toContainText(customers.at(-1)?.name ?? '');
  });
});

/** Sets what main takes for the time on the wall ahead by so many milliseconds, or back. Its timers go on, as those of a system do. */
async function shiftClock({ electron }: Application, milliseconds: number): Promise<void> {
  await electron.evaluate((_electron, shift) => {
    const Before = Date;
    globalThis.Date = class extends Before {
      constructor(...given: [] | ConstructorParameters<typeof Before>) {
        if (given.length === 0) super(Before.now() + shift);
        else super(...given);
      }
      static override now(): number {
        return Before.now() + shift;
      }
    } as typeof Date;
  }, milliseconds);
}

test('a screen that becomes smaller, is unplugged and comes back keeps all of the finder in sight', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 10));
  const gone = () => expect.poll(() => application.finderShown()).toBe(false);
  const usual = await screenSize();
  const small = '800x600';
  // The numbers after a mode's size are of its timing, which this screen does not look at. It is there already in a second run.
  await xrandr('--newmode', small, ...['31.5', '800', '801', '802', '803', '600', '601', '602', '603']);
  await xrandr('--addmode', 'screen', small);
  try {
    for (const size of [small, usual]) {
      await keyboard.press(hotkey);
      await application.finderReady();
      await xrandr('--output', 'screen', '--mode', size);
      await expect.poll(screenSize).toBe(size);
      await expect.poll(() => outOfSight(application)).toBe(0);
      await keyboard.press('Escape');
      await gone();
      await keyboard.press(hotkey);
      await application.finderReady();
      expect(await outOfSight(application)).toBe(0);
      await keyboard.press('Escape');
      await gone();
    }
    await keyboard.press(hotkey);
    await application.finderReady();
    await xrandr('--output', 'screen', '--off');
    await xrandr('--output', 'screen', '--mode', usual);
    await expect.poll(screenSize).toBe(usual);
    await expect.poll(() => outOfSight(application)).toBe(0);
    if (await application.finderShown()) await keyboard.press('Escape');
    await gone();
    await openByHotkey(application, world, world.customers[0] as (typeof world.customers)[number]);
  } finally {
    await xrandr('--output', 'screen', '--mode', usual);
  }
});

/** Its complaints are left out: what has come of it is looked at. */
async function xrandr(...args: readonly string[]): Promise<string> {
  const { stdout } = await run('xrandr', args).catch(() => ({ stdout: '' }));
  return stdout;
}

/** Such as 1600x900. */
async function screenSize(): Promise<string> {
  const [, width = '', height = ''] = /current (\d+) x (\d+)/u.exec(await xrandr('--query')) ?? [];
  return `${width}x${height}`;
}

/** How many pixels of the finder lie beyond the screen's edges, added up. */
async function outOfSight({ electron }: Application): Promise<number> {
  const [, width = 0, height = 0] = (/(\d+)x(\d+)/u.exec(await screenSize()) ?? []).map(Number);
  return electron.evaluate(
    ({ BrowserWindow }, screen) => {
      const bounds = BrowserWindow.getAllWindows()
        .find((each) => each.webContents.getURL().includes('/finder/'))
        ?.getBounds();
      if (bounds === undefined) return Number.NaN;
      const beyond = (least: number, most: number, limit: number) =>
        Math.max(0, -least) + Math.max(0, most - limit);
      return (
        beyond(bounds.x, bounds.x + bounds.width, screen.width) +
        beyond(bounds.y, bounds.y + bounds.height, screen.height)
      );
    },
    { width, height },
  );
}
