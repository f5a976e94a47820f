import type { Page } from '@playwright/test';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';
import { visitAfter } from './support/open.ts';

const hotkey = 'ctrl+shift+space';

/** Counts from now on how often the finder comes and goes. */
async function countShowings(application: Application) {
  await application.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(
      // A form that is just being closed is among them still, without its page.
      (each) =>
        !each.isDestroyed() &&
        !each.webContents.isDestroyed() &&
        each.webContents.getURL().includes('/finder/'),
    );
    const counts = { shown: 0, hidden: 0 };
    Object.assign(globalThis, { counts });
    window?.on('show', () => (counts.shown += 1));
    window?.on('hide', () => (counts.hidden += 1));
  });
  return () =>
    application.electron.evaluate(
      () => (globalThis as unknown as { counts: { shown: number; hidden: number } }).counts,
    );
}

test('a hotkey that is held for three seconds acts once, and pressed twice it acts twice', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 10));
  const counts = await countShowings(application);

  await keyboard.hold(hotkey, 3);
  await application.finderReady();
  expect(await counts()).toEqual({ shown: 1, hidden: 0 });
  await keyboard.hold(hotkey, 3);
  await expect.poll(() => application.finderShown()).toBe(false);
  expect(await counts()).toEqual({ shown: 1, hidden: 1 });

  await keyboard.pressAgain(hotkey, 2, 0.15);
  await expect.poll(counts).toEqual({ shown: 2, hidden: 2 });
  await keyboard.pressAgain(hotkey, 2, 0.5);
  await expect.poll(counts).toEqual({ shown: 3, hidden: 3 });
  await keyboard.pressAgain(hotkey, 3, 0.3);
  await expect.poll(counts).toEqual({ shown: 5, hidden: 4 });
  await application.finderReady();
});

test('keys that are held act once: no question is answered by the press that raised it, and nothing opens twice', async ({
  world,
  desktop,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 10));
  await keyboard.press(hotkey);
  const finder = await application.finderReady();
  for (let selected = 0; selected < 6; selected += 1) await keyboard.press('Insert', 'Down');
  const selection = finder.getByRole('group', { name: 'Selected customers' });
  await expect(selection).toContainText('6 selected');
  // How often a question comes up.
  await finder.evaluate(() => {
    const questions = { count: 0 };
    Object.assign(globalThis, { questions });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element && node.matches('[role=alertdialog], :has([role=alertdialog])'))
            questions.count += 1;
    }).observe(document.body, { childList: true, subtree: true });
  });
  await keyboard.hold('ctrl+Return', 1.5);
  const question = finder.getByRole('alertdialog');
  await expect(question).toBeVisible();
  const raised = () =>
    finder.evaluate(() => (globalThis as unknown as { questions: { count: number } }).questions.count);
  expect(await raised()).toBe(1);
  // Released and pressed again, Enter is an answer: the one that does nothing.
  await keyboard.press('Return');
  await expect(question).toBeHidden();
  expect(await desktop.chromiumStarts()).toEqual([]);

  // Escape held lets the selection go, and no more.
  await keyboard.hold('Escape', 1.5);
  await expect(selection).toBeHidden();
  expect(await application.finderShown()).toBe(true);

  await keyboard.press('Home');
  await keyboard.type(world.customers[0]?.name ?? '');
  await visitAfter(world, () => keyboard.hold('shift+Return', 1.5));
  expect(await desktop.chromiumStarts()).toHaveLength(1);
  await application.endBrowser();
});

test('the Enter that ends a word of an input method opens nobody', async ({ world, desktop, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 10));
  await keyboard.press(hotkey);
  const finder = await application.finderReady();
  const input = searchField(finder);
  await expect(finder.getByRole('option').first()).toBeVisible();
  // As Chromium sends it after a word of Japanese has ended.
  await input.evaluate((element) =>
    element.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 229, bubbles: true }),
    ),
  );
  await expect(input).toHaveAttribute('aria-busy', 'false');
  await visitAfter(world, () => keyboard.press('Return'));
  expect(await desktop.chromiumStarts()).toHaveLength(1);
  await application.endBrowser();
});

/** Stops the clock of a page, or sets it on by so many milliseconds. */
async function setClock(finder: Page, milliseconds: number): Promise<void> {
  await finder.evaluate((now) => (performance.now = () => now), milliseconds);
}

for (const scale of [1, 1.5]) {
  test.describe(`at ${scale * 100} %`, () => {
    test.use({ switches: [`--force-device-scale-factor=${scale}`] });

    test('whom only a guess found is opened by no Enter that comes too soon, and the finder says so', async ({
      world,
      desktop,
      start,
    }) => {
      const application = await start();
      await setUpWithList(application, [
        { name: 'Northwind Traders', tenantId: world.customers[0]?.tenantId ?? '' },
        { name: 'Contoso', tenantId: world.customers[1]?.tenantId ?? '' },
      ]);
      const finder = await application.finder();
      await setClock(finder, 10_000);
      for (const language of ['en', 'fr'] as const) {
        await application.changeSettings({ language });
        await keyboard.press(hotkey);
        await application.finderReady();
        await searchField(finder).fill('');
        await keyboard.type('nortwhind');
        await expect(finder.getByRole('option')).toHaveCount(1);
        const told = finder.getByRole('status').filter({
          hasText: language === 'en' ? 'Press Enter again' : 'Appuyez de nouveau sur Entrée',
        });
        await keyboard.press('Return', 'Return', 'ctrl+1', 'shift+Return');
        await expect(told).toContainText('Northwind Traders');
        for (const theme of ['light', 'dark'] as const) {
          await finder.emulateMedia({ colorScheme: theme });
          await photograph(`enter-again-${language}-${theme}-${scale}`);
        }
        await keyboard.press('Tab', 'Return');
        await expect(told).toContainText('Northwind Traders');
        await photograph(`enter-again-pages-${language}-${scale}`);
        await keyboard.press('Escape', 'Escape');
        await expect.poll(() => application.finderShown()).toBe(false);
      }
      expect(await desktop.chromiumStarts()).toEqual([]);

      await keyboard.press(hotkey);
      await application.finderReady();
      await keyboard.type('nortwhind');
      await expect(finder.getByRole('option', { selected: true })).toContainText('Northwind Traders');
      // Until the name has been in sight for long enough every Enter is held back; then the next one opens.
      const visit = await visitAfter(world, async () => {
        await setClock(finder, 20_000);
        await keyboard.press('Return');
      });
      expect(visit.tid).toBe(world.customers[0]?.tenantId);
      await application.endBrowser();
    });
  });
}
