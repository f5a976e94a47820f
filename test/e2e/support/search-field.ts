import type { Locator, Page } from '@playwright/test';

/** The field that the finder, or a list of choices in its place, is searched with. A form has choices of the same role. */
export const searchField = (finder: Page): Locator => finder.locator('input[role="combobox"]');
