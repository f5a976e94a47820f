import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

test('a domain that is not on the list opens nobody, however much it resembles one that is', async ({
  world,
  desktop,
  start,
}) => {
  const [listed, other] = [world.customers[30], world.customers[60]];
  if (!listed || !other) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [listed]);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  for (const typed of [other.defaultDomain, `${listed.defaultDomain}.net`, `soc@x${listed.defaultDomain}`]) {
    await keyboard.type(typed);
    await expect(searchField(finder)).toHaveValue(typed);
    await expect(finder.getByRole('option')).toHaveCount(0);
    await keyboard.press('ctrl+a');
  }
  // Enter then does what the one button says: it puts the tenant on the list.
  await keyboard.type(other.defaultDomain);
  await expect(finder.getByRole('button', { name: 'Add it to the list' })).toBeVisible();
  await keyboard.press('Return');
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', other.tenantId);
  expect(await desktop.chromiumStarts()).toEqual([]);
});

test('no shortcut of a default menu works in the finder', async ({ desktop, world, start }) => {
  // One of them copies the tenant ID, after which the finder usually goes.
  await writeSettings(desktop, { hideAfterCopy: false });
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type('abc');
  await keyboard.press('ctrl+r', 'ctrl+shift+i', 'ctrl+plus', 'ctrl+m', 'ctrl+q');
  await keyboard.type('d');
  await expect(searchField(finder)).toHaveValue('abcd');
  expect(application.process.exitCode).toBeNull();
});

test('what was asked for just before quitting is there after a restart', async ({ world, start }) => {
  const application = await start();
  const setup = await application.setup();
  const lines = world.customers.map(({ name, tenantId }) => `${name}\t${tenantId}`).join('\n');
  // Asked for, and not waited for.
  await setup.evaluate((text) => {
    const { tidegate } = globalThis as unknown as {
      tidegate: { run(command: { kind: 'importText'; text: string }): Promise<unknown> };
    };
    void tidegate.run({ kind: 'importText', text });
  }, lines);
  await application.quit();
  const after = await start();
  const again = await after.setup();
  await expect(again.getByText(`${world.customers.length} customers found`)).toBeVisible();
});

test('a finder whose page has crashed comes back', async ({ world, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 3));
  // Playwright does not follow a page that crashed, so the window itself is asked.
  const finder = (act: 'crash' | 'count') =>
    application.electron.evaluate(async ({ webContents }, wanted) => {
      const [contents] = webContents.getAllWebContents().filter((each) => each.getURL().includes('/finder/'));
      if (contents === undefined || contents.isCrashed()) return 0;
      if (wanted === 'crash') {
        contents.forcefullyCrashRenderer();
        return 0;
      }
      const script = 'document.querySelectorAll("[role=option]").length';
      const count: unknown = await contents.executeJavaScript(script).catch(() => 0);
      return count;
    }, act);
  await finder('crash');
  await keyboard.press('ctrl+shift+space');
  await expect.poll(() => application.finderShown()).toBe(true);
  await expect.poll(() => finder('count')).toBe(3);
});
