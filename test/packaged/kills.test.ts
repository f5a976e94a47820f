import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { vi } from 'vitest';
import { keyboard } from '../e2e/support/keyboard.ts';
import { newSeed, seeded } from '../integration/support/seeded.ts';
import { guidFrom, makeCustomers } from '../world/tenants.ts';
import type { Desktop } from '../world/desktop.ts';
import { labelsOf } from '../world/tray-menu.ts';
import type { TrayItem } from '../world/tray-item.ts';
import { dataFolder, type Packaged } from './support/packaged.ts';
import { hideFinder, showFinder } from './support/finder.ts';
import { readRecords } from './support/records.ts';
import { expect, test as base } from './support/test.ts';
import { envelope, writeUserFiles } from './support/user.ts';

// The browser hands over at once, as one that runs already does: then customers open as fast as Tidegate can.
const test = base.extend({ chromium: '/bin/true' });

const customers = makeCustomers(2_000);
/** As many as the tray lists. */
const recent = customers.slice(0, 8);
const patience = { timeout: 60_000, interval: 20 };

/** What goes on when the kill comes, in turn, and for how many milliseconds at most. */
const rounds = [
  { work: start, longest: 1_000 },
  { work: openFromTray, longest: 600 },
  { work: addInFinder, longest: 2_000 },
  { work: openFromTray, longest: 600 },
  { work: addInFinder, longest: 2_000 },
];

/** `npm test -- kills` asks for more. */
const kills = Number(process.env['TIDEGATE_TEST_KILLS'] ?? '10');
// One start more than kills: a limit for what hangs, also on a machine that has other things to do.
const limit = { timeout: 60_000 + kills * 60_000 };

test(
  'kills while it starts, opens customers and adds to the list: every file is whole, and nothing is lost',
  limit,
  async ({ desktop, start }) => {
    const folder = dataFolder(desktop);
    await writeUserFiles(folder, customers);
    const usage = { recents: recent.map(({ tenantId }) => tenantId), scores: {}, choices: {} };
    await writeFile(join(folder, 'usage.json'), envelope(usage));

    const seed = newSeed();
    const random = seeded(seed);
    let before = await readRecords(folder);
    for (let kill = 1; kill <= kills; kill += 1) {
      const round = rounds[kill % rounds.length];
      if (!round) throw new Error('there is always a round');
      const milliseconds = random() * round.longest;
      const which = `kill ${kill} of seed ${seed}: ${round.work.name}, after ${milliseconds.toFixed(0)} ms`;
      const startsBefore = (await desktop.chromiumStarts()).length;

      const application = start();
      const working = await round.work({ application, desktop, kill });
      await Promise.all([delay(milliseconds).then(() => application.kill()), working.ended]);

      const after = await readRecords(folder);
      expect(after.settings, which).toMatchObject({ setUp: true });
      expect(after.salt, which).toBe(before.salt ?? after.salt);
      // Of the list that was there nothing is gone, and what was added is whole.
      expect(after.list.customers.slice(0, before.list.customers.length), which).toEqual(
        before.list.customers,
      );
      expect([...after.recents].sort(), which).toEqual([...usage.recents].sort());
      // At most the line of the last browser is missing.
      const starts = (await desktop.chromiumStarts()).length - startsBefore;
      expect(after.journal.slice(0, before.journal.length), which).toEqual(before.journal);
      expect(after.journal.length - before.journal.length, which).toBeGreaterThanOrEqual(starts - 1);
      // Nothing was found broken and set aside. A file that was being written may have stayed.
      expect(settled(after).others, which).toEqual([]);
      before = after;
      if (kill % 10 === 0)
        process.stdout.write(
          `${kill} kills of seed ${seed}: ${after.journal.length} lines in the journal, ${after.list.customers.length} customers\n`,
        );
    }
    // The kills came while there was something to break.
    expect(before.journal.length).toBeGreaterThan(0);
    expect(before.list.customers.length).toBeGreaterThan(customers.length);

    const item = await start().started();
    const menu = await item.menu();
    expect(labelsOf(menu)).toEqual(expect.arrayContaining(recent.map(({ name }) => name)));
    expect(settled(await readRecords(folder))).toEqual(settled(before));
    const after = (await desktop.chromiumStarts()).length;
    await showFinder();
    await keyboard.type(customers.at(-1)?.name.toLowerCase() ?? '');
    await keyboard.press('Return');
    const opened = await vi.waitFor(async () => {
      const opening = (await desktop.chromiumStarts())[after];
      if (opening === undefined) throw new Error('No browser was started.');
      return opening;
    }, patience);
    expect(opened.args.at(-1)).toBe(`https://security.microsoft.com/?tid=${customers.at(-1)?.tenantId}`);
  },
);

interface Working {
  /** Settles, whatever happened, once the application has gone. */
  readonly ended: Promise<void>;
}

interface Using {
  readonly application: Packaged;
  readonly desktop: Desktop;
  readonly kill: number;
}

/** Nothing but its start. */
function start(): Promise<Working> {
  return Promise.resolve({ ended: Promise.resolve() });
}

/** Recent customers are opened one after the other, as fast as the tray takes clicks. */
async function openFromTray({ application, desktop }: Using): Promise<Working> {
  const item = await application.started();
  const starts = async () => (await desktop.chromiumStarts()).length;
  const before = await starts();
  await vi.waitFor(async () => {
    await clickRecent(item, 0);
    await grown(starts, before, 10_000);
  }, patience);
  return { ended: whileRunning(application, (turn) => clickRecent(item, turn)) };
}

/**
 * Waits until there are more. The first of everything is not left to chance, so that there is a write to be hit: on a machine
 * that has other things to do the clock of the kill would run out before it.
 */
async function grown(count: () => Promise<number>, before: number, timeout: number): Promise<void> {
  const look = async () => {
    if ((await count()) <= before) throw new Error('Nothing has come of it.');
  };
  await vi.waitFor(look, { timeout, interval: 20 });
}

async function clickRecent(item: TrayItem, turn: number): Promise<void> {
  // The one opened before has moved to the top, and every line has a new number.
  const menu = await item.menu();
  const lines = menu.children.filter(({ label }) => recent.some(({ name }) => name === label));
  // Its submenu begins with what Enter would open.
  const line = lines[turn % lines.length]?.children[0];
  // The menu may have changed once more since it was read.
  if (line) await item.click(line.id).catch(() => undefined);
}

/** New customers are put on the list with the keyboard, one after the other. */
async function addInFinder({ application, desktop, kill }: Using): Promise<Working> {
  await application.started();
  const type = async (turn: number): Promise<void> => {
    await showFinder();
    await keyboard.type(guidFrom(`added in turn ${turn} before kill ${kill}`));
    await keyboard.press('Tab', 'Return');
  };
  const length = async () => (await readRecords(dataFolder(desktop))).list.customers.length;
  const before = await length();
  await type(0);
  await grown(length, before, patience.timeout);
  await hideFinder();
  const add = async (turn: number): Promise<void> => {
    await type(turn);
    await hideFinder();
  };
  return { ended: whileRunning(application, (turn) => add(turn + 1)) };
}

async function whileRunning(application: Packaged, act: (turn: number) => Promise<void>): Promise<void> {
  for (let turn = 0; application.isRunning(); turn += 1) {
    try {
      await act(turn);
    } catch (error) {
      // It was killed under the hands of whoever used it.
      if (application.isRunning()) throw error;
    }
  }
}

/** Without a file that was being written when a kill came: the next start writes it anew. */
function settled<Records extends { readonly others: readonly string[] }>(records: Records): Records {
  return { ...records, others: records.others.filter((name) => !name.endsWith('.tmp')) };
}
