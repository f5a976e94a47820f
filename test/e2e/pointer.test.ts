import type { Page } from '@playwright/test';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { pointer } from './support/pointer.ts';
import { expect, test } from './support/test.ts';

/** Where the middle of a row is on the screen, in the X server's pixels. */
async function placeOfRow(application: Application, finder: Page, row: number, scale: number) {
  const bounds = await application.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find(({ webContents }) => webContents.getURL().includes('/finder/'))
      ?.getContentBounds(),
  );
  const box = await finder.getByRole('option').nth(row).boundingBox();
  if (bounds === undefined || box === null) throw new Error('the row is on the screen');
  return {
    x: (bounds.x + box.x + box.width / 2) * scale,
    y: (bounds.y + box.y + box.height / 2) * scale,
  };
}

/** Lets the page paint often enough for every pointer event that the new rows bring with them. */
async function settle(finder: Page): Promise<void> {
  await finder.evaluate(async () => {
    for (let frame = 0; frame < 30; frame += 1)
      await new Promise((painted) => requestAnimationFrame(painted));
  });
}

for (const scale of [1, 1.25, 1.5]) {
  test.describe(`at ${scale * 100} %`, () => {
    test.use({ switches: [`--force-device-scale-factor=${scale}`] });

    test('a pointer that rests where the finder appears chooses nobody, and one that moves does', async ({
      world,
      start,
    }) => {
      const application = await start();
      await setUpWithList(application, world.customers.slice(0, 40));
      await keyboard.press('ctrl+shift+space');
      const finder = await application.finderReady();
      const options = finder.getByRole('option');
      await expect(options.nth(4)).toBeVisible();
      const third = await placeOfRow(application, finder, 3, scale);
      await keyboard.press('Escape');
      await expect.poll(() => application.finderShown()).toBe(false);

      // The first row of everybody, and of those found by a letter.
      const first = async (): Promise<void> => {
        await settle(finder);
        await expect(options.first()).toHaveAttribute('aria-selected', 'true');
      };
      for (let showing = 0; showing < 16; showing += 1) {
        // Another place on the rows every other time: moved while the finder is away, at rest when it comes.
        if (showing % 2 === 0) await pointer.moveTo(third.x + showing * 3, third.y + showing * 7);
        await keyboard.press('ctrl+shift+space');
        await application.finderReady();
        await first();
        await keyboard.type('c');
        await first();
        await keyboard.press('BackSpace');
        await first();
        await keyboard.press('Escape');
        await expect.poll(() => application.finderShown()).toBe(false);
      }

      await keyboard.press('ctrl+shift+space');
      await application.finderReady();
      await first();
      await pointer.moveTo(third.x, third.y);
      // What moves in the first moment of a showing counts no more than what rests: a hand moves on.
      await expect(async () => {
        await pointer.moveBy(8, 0);
        await pointer.moveBy(-8, 0);
        await expect(options.nth(3)).toHaveAttribute('aria-selected', 'true', { timeout: 100 });
      }).toPass();

      // The pages of a customer are a list like any other.
      await keyboard.press('Tab');
      const pages = finder.getByRole('listbox', { name: 'Pages' }).getByRole('option');
      await expect(pages.nth(4)).toBeVisible();
      await settle(finder);
      await expect(pages.first()).toHaveAttribute('aria-selected', 'true');
      // What Chromium sends for a pointer at rest when another row comes to lie under it. It does so when it likes.
      const at = await pages.nth(3).boundingBox();
      if (at === null) throw new Error('the row is in the window');
      const place = { clientX: at.x + 20, clientY: at.y + 5, screenX: third.x, screenY: third.y };
      await pages.nth(3).dispatchEvent('pointermove', { ...place, bubbles: true });
      await settle(finder);
      await expect(pages.first()).toHaveAttribute('aria-selected', 'true');
      await keyboard.press('Escape', 'Escape');
    });
  });
}
