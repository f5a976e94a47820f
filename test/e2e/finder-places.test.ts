import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Annotation, ObservedCustomer } from '#shared/customer/customer.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../world/desktop.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { answer } from './support/dialog.ts';
import { keyboard } from './support/keyboard.ts';
import { photograph } from './support/screen.ts';
import { leaveRecords } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { searchField } from './support/search-field.ts';
import { expect, test } from './support/test.ts';

const run = promisify(execFile);

const id = (last: number): TenantId => {
  const parsed = parseTenantId(`6a0d3c1e-8a4b-4c2d-9e6f-0000000000${String(last).padStart(2, '0')}`);
  if (parsed === undefined) throw new Error('a tenant id');
  return parsed;
};

const group = 'Contoso International Holdings and Partners of the Northern Hemisphere';
const customers: readonly ObservedCustomer[] = [
  { tenantId: id(1), name: `${group} East`, domains: ['east.example'], access: 'list' },
  { tenantId: id(2), name: `${group} West`, domains: ['west.example'], access: 'list' },
  { tenantId: id(3), name: 'Fabrikam', domains: ['fabrikam.example'], access: 'list' },
  { tenantId: id(4), name: 'Fabrikam Foods', domains: ['foods.example'], access: 'list' },
];
const annotations = new Map<TenantId, Annotation>([
  [id(3), { tags: ['gold', 'golf'] }],
  [id(4), { hidden: true, tags: ['gold'] }],
]);

async function seed(desktop: Desktop, settings: Partial<Settings> = {}): Promise<void> {
  const at = new Date().toISOString();
  await leaveRecords(desktop, [{ source: 'list', at, customers }], annotations);
  await writeSettings(desktop, { setUp: true, language: 'en', keepQuery: false, ...settings });
}

for (const [percent, language, save] of [
  [100, 'en', 'Save'],
  [150, 'fr', 'Enregistrer'],
  [300, 'en', 'Save'],
] as const) {
  test.describe(`at ${percent} %`, () => {
    test.use({ switches: [`--force-device-scale-factor=${percent / 100}`] });

    test('a customer’s form keeps its name and its buttons in sight', async ({ desktop, start }) => {
      await seed(desktop, { language });
      const application = await start();
      await keyboard.press('ctrl+shift+space');
      const finder = await application.finderReady();
      await keyboard.type('east');
      // All of it is on the screen, whose edge is near at 300 %.
      const isInside = () =>
        application.electron.evaluate(({ BrowserWindow, screen }) => {
          const shown = BrowserWindow.getAllWindows().find((each) => each.isVisible());
          if (!shown) return false;
          const { width, height, x, y } = shown.getBounds();
          const { workArea } = screen.getDisplayMatching(shown.getBounds());
          return (
            x >= workArea.x &&
            y >= workArea.y &&
            x + width <= workArea.x + workArea.width &&
            y + height <= workArea.y + workArea.height
          );
        });
      await expect.poll(isInside).toBe(true);
      await expect(finder.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 });
      await expect(finder.locator('.status-line button').last()).toBeInViewport({ ratio: 1 });
      await photograph(`finder-look-alikes-${percent}-${language}`);
      await keyboard.press('F2');
      const button = finder.getByRole('button', { name: new RegExp(`^${save}`) });
      await expect(button).toBeInViewport({ ratio: 1 });
      await expect(finder.locator('.customer-header')).toBeInViewport();
      await expect(finder.locator('.customer-header')).toContainText('east.example');
      // The last field scrolls into sight, and the buttons stay.
      await finder.locator('select').last().focus();
      await expect(finder.locator('select').last()).toBeInViewport();
      await expect(button).toBeInViewport({ ratio: 1 });
      await photograph(`finder-details-${percent}-${language}`);
    });
  });
}

test('the finder grows and shrinks where it was put, though the window manager had it in a corner for a moment', async ({
  desktop,
  start,
}) => {
  await seed(desktop);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  // Electron is not asked: what it tells is what the window manager said last.
  const place = async () => {
    const { stdout } = await run('xdotool', ['getwindowfocus', 'getwindowgeometry', '--shell']);
    const of = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(stdout)?.[1]);
    return { x: of('X'), y: of('Y'), width: of('WIDTH'), height: of('HEIGHT') };
  };
  await expect.poll(place).toMatchObject({ x: 460, y: 180 });
  const put = await place();
  await run('xdotool', ['getwindowfocus', 'windowmove', '0', '0']);
  await expect.poll(place).toMatchObject({ x: 0, y: 0 });
  await keyboard.type('east');
  await expect(finder.getByRole('option')).toHaveCount(1);
  await expect.poll(place).toMatchObject({ x: put.x, y: put.y, width: put.width });
  expect((await place()).height).toBeLessThan(put.height);
});

test('every new place is clean of accessibility faults and looked at, also in compact rows and forced colours', async ({
  desktop,
  start,
}) => {
  test.slow();
  await seed(desktop);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const input = searchField(finder);
  const look = async (name: string): Promise<void> => {
    expect(await accessibilityFaults(finder), name).toEqual([]);
    await photograph(`finder-${name}`);
  };
  for (const theme of ['light', 'dark'] as const) {
    await finder.emulateMedia({ colorScheme: theme });
    await input.fill('');
    await keyboard.press('F1');
    await expect(finder.getByRole('heading', { name: 'Keys' })).toBeVisible();
    await look(`keys-${theme}`);
    await keyboard.press('Escape');
    await input.fill('#go');
    await expect(finder.getByRole('group', { name: 'Suggestions' })).toBeVisible();
    await look(`tags-${theme}`);
    await input.fill('fabrikam');
    await expect(finder.getByText('1 hidden match')).toBeVisible();
    await look(`hidden-match-${theme}`);
    await input.fill('is:hidden');
    await expect(finder.getByRole('option')).toHaveCount(1);
    await look(`hidden-${theme}`);
    await input.fill('fabrikam');
    await keyboard.press('ctrl+k');
    await expect(finder.locator('.customer-header')).toContainText('fabrikam.example');
    await expect(finder.getByRole('option').first()).toContainText('Open');
    await look(`actions-header-${theme}`);
    await keyboard.press('Escape');
    await input.fill('https://security.microsoft.com/incidents/4711');
    await expect(finder.getByText('in which customer?')).toBeVisible();
    await look(`link-${theme}`);
    await input.fill('https://security.microsoft.com.evil.example/?tid=1');
    await expect(finder.getByRole('alert')).toBeVisible();
    await look(`refused-${theme}`);
  }
  await finder.emulateMedia({ forcedColors: 'active' });
  await input.fill('');
  await photograph('finder-forced-colours');
  await finder.emulateMedia({ forcedColors: 'none' });
  await application.changeSettings({ rowSize: 'compact', theme: 'dark' });
  await keyboard.press('ctrl+shift+space');
  await application.finderReady();
  await expect(finder.locator('.results')).toHaveAttribute('data-row-size', 'compact');
  await look('compact');
  const theme = await application.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors);
  expect(theme).toBe(true);
});

test('keys work wherever the keyboard is, tags complete, and what was done is undone', async ({
  desktop,
  start,
}) => {
  test.slow();
  await seed(desktop);
  const application = await start();
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  const input = finder.getByRole('combobox', { name: 'Find a customer' });

  await test.step('after Shift+Tab, what is typed goes to the input, and Escape puts the finder away', async () => {
    await keyboard.press('shift+Tab');
    await expect(input).not.toBeFocused();
    await keyboard.type('fab');
    await expect(input).toBeFocused();
    await expect(input).toHaveValue('fab');
    await keyboard.press('shift+Tab');
    await expect(input).not.toBeFocused();
    await keyboard.press('Escape');
    await expect.poll(() => application.finderShown()).toBe(false);
    await keyboard.press('ctrl+shift+space');
    await application.finderReady();
  });

  await test.step('a tag completes', async () => {
    await keyboard.type('#gol');
    await expect(finder.getByRole('button', { name: /^#gold 1/ })).toBeVisible();
    await keyboard.press('Tab');
    await expect(input).toHaveValue('#gold');
    await keyboard.press('ctrl+a');
    await expect(input).toHaveValue('');
    await keyboard.press('ctrl+z');
    await expect(input).toHaveValue('#gold');
    await keyboard.press('ctrl+a');
  });

  await test.step('a removed customer comes back', async () => {
    await keyboard.type('fabrikam');
    await keyboard.press('F2');
    await finder.getByRole('button', { name: 'Remove this customer…' }).click();
    await answer('Remove a customer', true, 'dialog-remove-customer');
    await application.finderReady();
    await expect(finder.getByText('Fabrikam is removed.')).toBeVisible();
    await expect(finder.locator(`[data-tenant="${id(3)}"]`)).toHaveCount(0);
    await keyboard.press('ctrl+z');
    await expect(finder.locator(`[data-tenant="${id(3)}"]`)).toHaveCount(1);
    await keyboard.press('ctrl+a');
    await keyboard.type('#golf');
    await expect(finder.getByRole('option')).toHaveCount(1);
  });

  await test.step('Ctrl+comma opens the settings', async () => {
    await keyboard.press('ctrl+comma');
    await expect(await application.settings()).toHaveTitle(/Settings|Tidegate/);
  });
});
