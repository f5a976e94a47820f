import { join } from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import { prepareDesk } from '../applications/desk.ts';
import { compare, type Comparison } from '../comparison.ts';
import { repeat, type Row } from './row.ts';

/** At 60 frames a second one takes 16.7 ms. */
const frameMs = 17;

/**
 * The table of all customers with 10,000 of them: how long its page takes to open, and a frame while it scrolls. Beside them
 * a page with a few switches, and a box of the same size that scrolls and has nothing in it.
 */
export const table: Row = {
  name: 'table',
  async measure(stage): Promise<readonly Comparison[]> {
    const desktop = await prepareDesk(stage.world, join(stage.folder, 'table'), stage.world.customers);
    const application = await _electron.launch({
      executablePath: stage.electron,
      args: [stage.tidegate, ...desktop.electronArgs],
      env: { ...desktop.env },
      chromiumSandbox: true,
    });
    const windowOf = async (name: string): Promise<Page> => {
      const isIt = (page: Page): boolean => page.url().includes(`/${name}/`);
      const page = application.windows().find(isIt) ?? (await application.waitForEvent('window', isIt));
      await page.waitForLoadState();
      return page;
    };
    const [opened, openedOther]: [number[], number[]] = [[], []];
    const [frames, emptyFrames]: [number[], number[]] = [[], []];
    try {
      const finder = await windowOf('finder');
      await finder.evaluate(async () => {
        const { tidegate } = globalThis as unknown as { tidegate: TidegateApi };
        await tidegate.run({ kind: 'showSettings', page: 'about' });
      });
      const settings = await windowOf('settings');
      await repeat(stage.full ? 40 : 15, async (index) => {
        const other = await openingOf(settings, 'general', '[aria-labelledby="tab-general"] select');
        const ours = await openingOf(settings, 'customers', '[role="grid"] [role="rowheader"]');
        const empty = await scrollingOf(settings, true);
        const full = await scrollingOf(settings, false);
        if (index < 0) return;
        opened.push(ours);
        openedOther.push(other);
        frames.push(...full);
        emptyFrames.push(...empty);
      });
    } finally {
      await application.close();
    }
    return [
      compare({
        row: 'table',
        what: 'Opening the customers table, 10,000 rows',
        unit: 'ms',
        tidegate: opened,
        beside: 'another page of the settings',
        floor: openedOther,
        measure: 'p95',
        target: 300,
      }),
      compare({
        row: 'table',
        what: 'A frame while it scrolls',
        unit: 'ms',
        tidegate: frames,
        beside: 'an empty box that scrolls',
        floor: emptyFrames,
        measure: 'p95',
        target: frameMs,
      }),
    ];
  },
};

// No function with a name is written in what the page runs: the bench's compiler would mark it with what is not there.

/** Milliseconds from the press on a page's tab until what it is about has been painted. */
function openingOf(settings: Page, page: SettingsPage, shows: string): Promise<number> {
  return settings.evaluate(
    async ([tab, what]) => {
      const began = performance.now();
      document.getElementById(tab)?.click();
      while (document.querySelector(what) === null) await new Promise<number>(requestAnimationFrame);
      // The frame that shows it has been handed over when the next one begins.
      await new Promise<number>(requestAnimationFrame);
      await new Promise<number>(requestAnimationFrame);
      return performance.now() - began;
    },
    [`tab-${page}`, shows] as const,
  );
}

/** The times between the frames of a second of scrolling, through the table or through nothing. */
function scrollingOf(settings: Page, empty: boolean): Promise<readonly number[]> {
  return settings.evaluate(async (isEmpty) => {
    const grid = document.querySelector<HTMLElement>('[role="grid"]');
    if (grid === null) throw new Error('the page has a table');
    const box = isEmpty ? document.createElement('div') : grid;
    if (isEmpty) {
      const content = document.createElement('div');
      content.style.height = `${grid.scrollHeight}px`;
      box.style.cssText = `overflow: auto; height: ${grid.clientHeight}px`;
      box.append(content);
      grid.before(box);
    }
    box.scrollTop = 0;
    box.scrollIntoView();
    await new Promise<number>(requestAnimationFrame);
    let before = await new Promise<number>(requestAnimationFrame);
    const times: number[] = [];
    for (let count = 0; count < 60; count += 1) {
      // Further than a screen at each frame: no row is there from the frame before.
      box.scrollTop += 600;
      const now = await new Promise<number>(requestAnimationFrame);
      times.push(now - before);
      before = now;
    }
    if (isEmpty) box.remove();
    return times;
  }, empty);
}
