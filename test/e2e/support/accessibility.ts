import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong with a page as it is shown now, one line a rule: its name and the elements. */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  // A page takes ten times as long to read axe as axe to look at it: it reads it once.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`${axe.source}; undefined`);
  return page.evaluate(async () => {
    // Colours that are still on their way are nobody's to read. What turns for ever has no end.
    const moving = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(moving.map(({ finished }) => finished));
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}
