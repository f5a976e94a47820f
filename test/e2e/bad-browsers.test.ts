import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Page } from '@playwright/test';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test('a browser that crashes at once, is a folder or is gone: named each time, and the finder is back', async ({
  world,
  desktop,
  start,
}) => {
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  const { chromiumWrapper: browser } = desktop;
  // No other Chromium to fall back on.
  const application = await start({ PATH: dirname(browser) });
  await setUpWithList(application, [customer]);

  /** Presses Enter on the customer, with the browser in such a state. */
  const opened = async (): Promise<Page> => {
    if (!(await application.finderShown())) await keyboard.press('ctrl+shift+space');
    const finder = await application.finderReady();
    await expect(finder.getByRole('option', { selected: true })).toHaveAttribute(
      'data-tenant',
      customer.tenantId,
    );
    await keyboard.press('Return');
    return finder;
  };
  const said = async (message: string | RegExp): Promise<void> => {
    const finder = await application.finder();
    await expect(finder.getByText(message)).toBeVisible();
    await expect.poll(() => application.finderShown()).toBe(true);
  };

  await test.step('it crashes at once', async () => {
    await writeFile(browser, '#!/bin/sh\nkill -SEGV $$\n');
    await opened();
    await said(/^Chromium closed right away \(SIGSEGV\)\. Nothing was opened\. Start it yourself/);
    await photograph('browser-crashed');
  });

  await test.step('a folder stands in its place', async () => {
    await rm(browser);
    await mkdir(browser);
    await opened();
    await said(`Chromium (${browser}) could not be started: `);
  });

  await test.step('it is not where it was', async () => {
    await rm(browser, { recursive: true });
    await writeFile(browser, '#!/bin/sh\n', { mode: 0o755 });
    const settings = await application.settings('browsers');
    await expect(settings.getByRole('option', { name: 'Automatic (Chromium)' })).toBeAttached();
    await rm(browser);
    await opened();
    await said(`Chromium is no longer at ${browser}. Reinstall it`);
    await photograph('browser-missing');
  });

  expect(await desktop.chromiumStarts()).toEqual([]);
});
