import type { Page } from '@playwright/test';
import { settingsPages } from '#shared/settings/settings-page.ts';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

/**
 * How large a form is drawn. At 200 % it is narrower than on the smallest screen that is scaled to 300 %. The finder is as
 * wide as it is on every screen.
 */
const scales = { setup: [1, 1.25, 1.5, 2, 3], settings: [1, 1.25, 1.5, 2], finder: [1] } as const;

const zoom = ({ electron }: Application, page: keyof typeof scales, factor: number) =>
  electron.evaluate(
    ({ BrowserWindow }, [name, to]) => {
      for (const { webContents } of BrowserWindow.getAllWindows())
        if (webContents.getURL().includes(`/${name}/`)) webContents.setZoomFactor(to);
    },
    [page, factor] as const,
  );

/** Makes each text 40 % longer, as another language might, with signs that show in a picture where it was done. */
async function lengthen(page: Page): Promise<void> {
  await page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const { data } = text as Text;
      if (data.trim() === '' || data.includes('~')) continue;
      const more = Math.ceil(data.trim().length * 0.4);
      // In words, as texts are.
      (text as Text).data = `${data.trimEnd()} ${'~~~~ '
        .repeat(Math.ceil(more / 5))
        .slice(0, more)
        .trim()} `;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('[placeholder]'))
      if (!field.placeholder.includes('~')) field.placeholder += '~'.repeat(field.placeholder.length * 0.4);
  });
}

/** What reaches over the window's edge, and the controls and headings whose own text is cut off; by name. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const named = (each: Element, fault: string): string =>
      `${fault}: ${each.tagName.toLowerCase()}.${each.className} “${each.textContent.slice(0, 60)}”`;
    const isSeen = (each: Element): boolean =>
      each.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) && !each.closest('.unseen');
    // What scrolls sideways by itself, as a table does, is reached by scrolling.
    const scrolls = (each: Element): boolean => {
      for (let above = each.parentElement; above !== null; above = above.parentElement) {
        const { overflowX } = getComputedStyle(above);
        if (above !== document.documentElement && ['auto', 'scroll'].includes(overflowX)) return true;
      }
      return false;
    };
    const over = [...document.querySelectorAll('body *')].filter(
      (each) =>
        isSeen(each) &&
        each.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5 &&
        !scrolls(each) &&
        // A text that ends in an ellipsis is cut where it is meant to be.
        !each.parentElement?.closest('[data-cut]'),
    );
    const cut = [
      ...document.querySelectorAll('button, [role=tab], [role=radio], label, h1, h2, h3, legend, summary'),
    ]
      .filter(isSeen)
      .filter((each) => {
        const { overflowX, textOverflow } = getComputedStyle(each);
        return (
          overflowX !== 'visible' && textOverflow !== 'ellipsis' && each.scrollWidth > each.clientWidth + 1
        );
      });
    return [
      ...over.map((each) => named(each, 'over the edge')),
      ...cut.map((each) => named(each, 'cut off')),
    ];
  });
}

async function look(
  application: Application,
  page: Page,
  kind: keyof typeof scales,
  name: string,
): Promise<void> {
  for (const scale of scales[kind]) {
    await zoom(application, kind, scale);
    await lengthen(page);
    await expect.poll(() => cutOff(page), `${name} at ${scale * 100} %`).toEqual([]);
    if (scale === 1 || scale === 1.5) await photograph(`longer-${name}-${scale * 100}`);
  }
  await zoom(application, kind, 1);
}

test('no text of the first run is cut off where each is 40 % longer, up to 300 %', async ({ start }) => {
  const application = await start();
  const setup = await application.setup();
  await look(application, setup, 'setup', 'setup');
});

test('no text of the settings is cut off where each is 40 % longer, up to 200 %', async ({
  world,
  start,
}) => {
  test.slow();
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 30));
  const settings = await application.settings();
  for (const page of settingsPages) {
    await application.settings(page);
    await expect(settings.getByRole('tab', { selected: true })).toHaveId(`tab-${page}`);
    await look(application, settings, 'settings', `settings-${page}`);
  }
});

test('no text of the finder is cut off where each is 40 % longer', async ({ world, start }) => {
  test.slow();
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 30));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await finder.getByRole('option').first().waitFor();
  await look(application, finder, 'finder', 'finder');
  for (const [name, key] of [
    ['pages', 'Tab'],
    ['actions', 'ctrl+k'],
    ['details', 'F2'],
    ['keys', 'F1'],
  ] as const) {
    await keyboard.press(key);
    await look(application, finder, 'finder', `finder-${name}`);
    await keyboard.press('Escape');
  }
  await keyboard.press('ctrl+space');
  await expect(finder.locator('.selection-bar')).toBeVisible();
  await look(application, finder, 'finder', 'finder-selected');
});
