import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Settings } from '#shared/settings/settings.ts';
import type { Desktop } from '../../world/desktop.ts';

/** The user's settings as an earlier start left them. Call it before the application starts. */
export async function writeSettings(desktop: Desktop, settings: Partial<Settings>): Promise<void> {
  const folder = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
}

/** Opens a part of a page that is folded. */
export async function unfold(settings: Page, title: string): Promise<void> {
  const heading = settings.locator('summary', {
    has: settings.getByRole('heading', { name: title, exact: true }),
  });
  const fold = settings.locator('details', { has: heading });
  if (!(await fold.evaluate((details) => (details as HTMLDetailsElement).open))) await heading.click();
}
