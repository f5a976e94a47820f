import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { TidegateApi } from '#shared/commands/channels.ts';
import type { Command } from '#shared/commands/command.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { openByHotkey } from './support/open.ts';
import { expect, test } from './support/test.ts';

const run = (page: Page, command: Command) =>
  page.evaluate((asked) => (globalThis as unknown as { tidegate: TidegateApi }).tidegate.run(asked), command);

test('everything of the user’s goes once they say so, not before, and not under a running browser', async ({
  world,
  start,
}) => {
  const customers = world.customers.slice(0, 3);
  const first = customers[0];
  if (!first) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, customers);
  const settings = await application.settings();

  await test.step('Enter keeps everything', async () => {
    let settled = false;
    const kept = run(settings, { kind: 'wipe' }).finally(() => (settled = true));
    await expect
      .poll(async () => {
        await keyboard.press('Return');
        return settled;
      })
      .toBe(true);
    expect(await kept).toMatchObject({ error: { kind: 'cancelled' } });
    expect(await readdir(application.data)).toContain('observations');
  });

  await test.step('a browser that runs keeps everything', async () => {
    await openByHotkey(application, world, first);
    await settings.getByRole('button', { name: 'Delete all Tidegate data' }).click();
    await expect(settings.getByText(/Browser windows that Tidegate opened are still open/)).toBeVisible();
    expect(await readFile(join(application.data, 'journal.jsonl'), 'utf8')).toContain(first.tenantId);
    await application.endBrowser();
  });

  await test.step('“Delete all Tidegate data” leaves nothing, and the next start is the first', async () => {
    // The fresh start would not be this test's child: the test makes it itself. What the dialog's other button does is
    // answered for it: which key reaches that button is the toolkit's.
    await application.electron.evaluate(({ app, dialog }) => {
      app.relaunch = () => undefined;
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    });
    const ended = new Promise((resolve) => application.process.once('exit', resolve));
    // The window goes with the application, and its answer may be lost on the way.
    const outcome = await run(settings, { kind: 'wipe' }).catch(() => ({ ok: true }));
    expect(outcome).toEqual({ ok: true });
    await ended;
    expect(await readdir(application.data)).not.toContain('annotations.json');
    expect(await readdir(application.data)).not.toContain('browsers');

    const fresh = await start();
    await expect((await fresh.setup()).getByText('Welcome')).toBeVisible();
    expect(await readdir(fresh.data)).not.toContain('remove-everything');
  });
});
