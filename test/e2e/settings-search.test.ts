import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '#shared/locales/language.ts';
import { settingsPages } from '#shared/settings/settings-page.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { output } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { focusedWindow, keyboard } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

/** What is set on the page on show, by the names that a screen reader says. */
function controlsOnPage(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    const controls = [...document.querySelectorAll<Control>('#page :is(input, select, textarea)')];
    return [
      ...new Set(controls.map((each) => each.ariaLabel ?? each.labels?.[0]?.textContent ?? '(nameless)')),
    ];
  });
}

/** The results for a word: where each stands and what it is called. */
async function resultsFor(page: Page, words: string): Promise<readonly string[]> {
  await page.getByRole('combobox', { name: /^(Search the settings|Chercher un paramètre)/ }).fill(words);
  return page.getByRole('option').allInnerTexts();
}

const highlighted = (page: Page) =>
  page.evaluate(() => {
    const ranges = CSS.highlights.get('found') ?? [];
    return [...ranges].map((range) => (range as Range).toString());
  });

for (const language of ['en', 'fr'] satisfies Language[]) {
  test(`every setting of every page is found by its name, in ${language}`, async ({ world, start }) => {
    // Every name on twelve pages is typed.
    test.slow();
    const application = await start();
    await setUpWithList(application, world.customers.slice(0, 3));
    await application.changeSettings({ language, incidents: true, incidentNotices: true });
    const names = new Map<string, readonly string[]>();
    for (const page of settingsPages) {
      const settings = await application.settings(page);
      const title = await settings.getByRole('heading', { level: 1 }).innerText();
      names.set(title, await controlsOnPage(settings));
    }
    const settings = await application.settings();
    expect([...names.values()].flat().length).toBeGreaterThan(40);
    for (const [title, controls] of names)
      for (const name of controls)
        expect(
          (await resultsFor(settings, name)).filter((result) => {
            const [text, place = ''] = result.split('\n');
            return text === name.replaceAll(/\s+/g, ' ').trim() && place.startsWith(title);
          }),
          `${title}: ${name}`,
        ).not.toEqual([]);
  });
}

test('Ctrl+F searches, the arrows choose, Enter leads to the setting, and the word is marked there', async ({
  world,
  start,
}) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  const settings = await application.settings('about');
  await settings.bringToFront();
  await expect(settings.getByRole('heading', { level: 1 })).toBeFocused();
  // A page believes that it has the keyboard before the screen gives it.
  await expect.poll(() => focusedWindow()).toBe('About – Tidegate settings');
  await keyboard.press('ctrl+f');
  const found = settings.getByRole('listbox', { name: 'Found in the settings' }).getByRole('option');
  const field = settings.getByRole('combobox', { name: 'Search the settings' });
  await expect(field).toBeFocused();
  await keyboard.type('SYNC inter');
  await expect(found.and(settings.getByRole('option', { selected: true }))).toContainText('Sync interval');
  await expect(settings.getByRole('status').filter({ hasText: 'result' })).toHaveText('1 result');
  // In the name, and in the heading that it stands below.
  expect(await highlighted(settings)).toEqual(['Sync', 'inter', 'Sync']);
  await settings.screenshot({ path: join(output, 'settings-search.png') });
  expect(await accessibilityFaults(settings)).toEqual([]);
  await keyboard.press('Return');
  await expect(settings.getByLabel('Sync interval')).toBeFocused();
  await expect(settings.getByLabel('Sync interval')).toBeInViewport({ ratio: 1 });
  expect(await highlighted(settings)).toEqual(['Sync', 'inter']);
  await settings.screenshot({ path: join(output, 'settings-search-led.png') });

  // A word that several contain: the arrows go through them.
  await keyboard.press('ctrl+f');
  await keyboard.type('theme');
  await expect(found.and(settings.getByRole('option', { selected: true }))).toContainText('Theme');
  await keyboard.press('Down');
  await keyboard.press('Up');
  await keyboard.press('Return');
  await expect(settings.getByLabel('Theme')).toBeFocused();

  // What is shown only once something is on is found, and leads to what switches it on.
  await keyboard.press('ctrl+f');
  await keyboard.type('quiet hours');
  await keyboard.press('Return');
  await expect(settings.getByRole('tab', { selected: true })).toHaveId('tab-sources');

  // Nothing found is said; Escape empties the field before it closes the window.
  await keyboard.press('ctrl+f');
  await keyboard.type('zzz');
  await expect(settings.getByText('Nothing in the settings contains “zzz”.')).toBeVisible();
  await keyboard.press('Escape');
  await expect(field).toHaveValue('');
  const closed = settings.waitForEvent('close');
  await keyboard.press('Escape');
  await closed;
});
