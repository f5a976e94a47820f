import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { selectionLinks } from '#shared/portals/links/selection-link.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../world/desktop.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import type { WorldTenant } from '../world/tenants.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { output, type Application } from './support/application.ts';
import { answer, questionAsked } from './support/dialog.ts';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { chooseByHotkey, openByHotkey } from './support/open.ts';
import { leaveList } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { startBare } from './support/start-bare.ts';
import { expect, test } from './support/test.ts';

const hour = 3_600_000;
const journalOf = (desktop: Desktop) =>
  join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate', 'journal.jsonl');
const copied = ({ electron }: Application) => electron.evaluate(({ clipboard }) => clipboard.readText());

function idOf({ tenantId }: Pick<WorldTenant, 'tenantId'>): TenantId {
  const id = parseTenantId(tenantId);
  if (id === undefined) throw new Error(`${tenantId} is a tenant ID`);
  return id;
}

const lineOf = (
  at: number,
  { name, tenantId }: Pick<WorldTenant, 'name' | 'tenantId'>,
  more: object = {},
): string =>
  JSON.stringify({
    at: new Date(at).toISOString(),
    tenantId,
    customer: name,
    page: 'defender',
    url: `https://security.microsoft.com/?tid=${tenantId}`,
    outcome: 'started',
    wayIn: 'finder',
    account: 'alice@mssp.example',
    ...more,
  });

async function findNothingWrong(page: Page, name: string): Promise<void> {
  expect(await accessibilityFaults(page), name).toEqual([]);
}

test('a long journal is shown, filtered and exported; old lines go at the start, broken ones are told', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const customers = world.customers.slice(0, 20);
  const [first, second, third] = customers;
  if (!first || !second || !third) throw new Error('the world has customers');
  await leaveList(desktop, customers);
  await writeSettings(desktop, { setUp: true, language: 'en' });
  const now = Date.now();
  const lines = Array.from({ length: 30_000 }, (_, at) => {
    const customer = customers[at % customers.length] ?? first;
    return lineOf(now - (30_000 - at) * 60_000 - 24 * hour, customer, {
      page: at % 2 === 0 ? 'defender' : 'incidents',
    });
  });
  await writeFile(
    journalOf(desktop),
    [
      lineOf(now - 91 * 24 * hour, first, { customer: 'Too old' }),
      ...lines,
      '{"at":"2026-11',
      lineOf(now - hour, second, { customer: '=HYPERLINK("https://evil.example")', wayIn: 'tray' }),
      lineOf(now - hour / 2, third, { page: 'incidents', account: null, outcome: 'browser-failed' }),
      '',
    ].join('\n'),
  );
  const application = await start();
  await expect.poll(async () => (await readFile(journalOf(desktop), 'utf8')).includes('Too old')).toBe(false);

  let journal = await application.settings('journal');
  const grid = journal.getByRole('grid', { name: 'Opened customers' });
  await expect(grid).toHaveAttribute('aria-rowcount', '30003');
  await expect(journal.getByText('1 line of the journal was cut off or changed')).toBeVisible();
  expect(await journal.getByRole('row').count()).toBeLessThan(60);
  // Newest first; one that did not open says so.
  const top = grid.getByRole('row').nth(1);
  await expect(top).toContainText(third.name);
  await expect(top).toContainText('(not opened)');
  await expect(top).toContainText('Not signed in');
  await expect(grid.getByRole('row').nth(2)).toContainText('Tray');

  await grid.focus();
  await journal.bringToFront();
  await keyboard.press('ctrl+End');
  await expect(grid.locator('[aria-rowindex="30003"]')).toBeInViewport();
  expect(await journal.getByRole('row').count()).toBeLessThan(60);

  for (const colorScheme of ['light', 'dark'] as const) {
    await journal.emulateMedia({ colorScheme });
    await findNothingWrong(journal, colorScheme);
    await journal.screenshot({ path: join(output, `journal-en-${colorScheme}.png`), fullPage: true });
  }

  // Found with a slip, as in the finder.
  const typed = first.name.slice(0, 3) + first.name.slice(4);
  await journal.getByLabel('Customer', { exact: true }).fill(typed);
  await expect(grid.getByRole('row').nth(1)).toContainText(first.name);
  await journal.getByLabel('Customer', { exact: true }).fill(first.tenantId);
  await expect(grid).toHaveAttribute('aria-rowcount', '1501');
  await journal.getByLabel('Page', { exact: true }).selectOption({ label: 'Defender: incidents' });
  await expect(journal.getByText('No line matches.')).toBeVisible();
  await journal.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(grid).toHaveAttribute('aria-rowcount', '30003');
  const today = await journal.evaluate(
    (time) => {
      const day = new Date(time);
      const two = (number: number) => String(number).padStart(2, '0');
      return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
    },
    now - hour / 2,
  );
  await journal.getByLabel('From', { exact: true }).fill(today);
  await expect(grid.getByRole('row').nth(1)).toContainText(third.name);

  // What is shown is what is exported, and no cell of it is a formula.
  const shown = Number(await grid.getAttribute('aria-rowcount')) - 1;
  const file = join(desktop.env['HOME'] ?? '', 'journal.csv');
  await journal.getByRole('button', { name: 'Export as CSV…' }).click();
  await questionAsked('Export the journal');
  await keyboard.press('ctrl+a');
  await keyboard.typeSlowly(file);
  await keyboard.press('Return');
  await expect(journal.getByText(/exported to/)).toBeVisible();
  const table = await readFile(file, 'utf8');
  expect(table.startsWith('\uFEFFTime,"Time (UTC)",Customer,Domain')).toBe(true);
  expect(table.trimEnd().split('\r\n')).toHaveLength(shown + 1);
  expect(table).not.toMatch(/(?:^|,)"?=/m);

  await application.changeSettings({ language: 'fr' });
  journal = await application.settings('journal');
  await expect(journal.getByRole('grid', { name: 'Clients ouverts' })).toHaveAttribute(
    'aria-rowcount',
    '30003',
  );
  for (const colorScheme of ['light', 'dark'] as const) {
    await journal.emulateMedia({ colorScheme });
    await findNothingWrong(journal, `fr ${colorScheme}`);
    await journal.screenshot({ path: join(output, `journal-fr-${colorScheme}.png`), fullPage: true });
  }
});

test('a shift is handed over as a text and a link, from the page, the tray and the finder; the link selects and opens nothing', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [first, second, other] = world.customers;
  if (!first || !second || !other) throw new Error('the world has customers');
  const host = await startTrayHost();
  try {
    const application = await start();
    const item = await host.waitForItem();
    await setUpWithList(application, [first, second]);
    let journal = await application.settings('journal');
    await expect(journal.getByText('Nothing to hand over yet')).toBeVisible();
    await expect(journal.getByText('The journal is empty.')).toBeVisible();
    await findNothingWrong(journal, 'empty');
    await journal.screenshot({ path: join(output, 'journal-empty.png'), fullPage: true });
    await journal.close();
    await openByHotkey(application, world, first);
    await openByHotkey(application, world, second);

    await test.step('the tray leads to the page', async () => {
      const menu = await item.waitForMenu((each) => labelsOf(each).includes('Hand over this shift…'));
      const line = findLabel(menu, 'Hand over this shift…');
      if (!line) throw new Error('the tray has the line');
      await item.click(line.id);
      journal = await application.settings('journal');
      await expect(journal.getByText(/^2 customers · /)).toBeVisible();
      await expect(
        journal.getByText('This shift began with the first customer in the journal.'),
      ).toBeVisible();
    });

    await test.step('text and link', async () => {
      await journal.getByText('Show the text').click();
      await findNothingWrong(journal, 'shift');
      await journal.screenshot({ path: join(output, 'journal-shift.png'), fullPage: true });
      await journal.getByRole('button', { name: 'Copy the text for a ticket' }).click();
      await expect(journal.getByText('Copied: 2 customers.')).toBeVisible();
      const text = await copied(application);
      expect(text).toContain(`${first.name} (ID ends in ${first.tenantId.slice(-6)})`);
      expect(text).toMatch(/\n {2}\d+:\d\d.*Microsoft Defender\n/);
      expect(text.indexOf(first.name)).toBeLessThan(text.indexOf(second.name));
      expect(text).toContain(selectionLinks([idOf(first), idOf(second)])[0]);
      await journal.getByRole('button', { name: 'Copy the link for a colleague' }).click();
      await expect.poll(() => copied(application)).toBe(selectionLinks([idOf(first), idOf(second)])[0]);
      await journal.close();
    });

    await test.step('the finder’s commands copy the same', async () => {
      await application.electron.evaluate(({ clipboard }) => clipboard.clear());
      await chooseByHotkey(application, second);
      const finder = await application.finderReady();
      await keyboard.press('ctrl+k');
      await keyboard.type('hand-over');
      await expect(finder.getByRole('option', { selected: true })).toContainText('Copy the hand-over');
      await keyboard.press('Return');
      await expect.poll(() => copied(application)).toContain(first.name);
    });

    await test.step('a link that is clicked selects who is listed, opens nothing and tells who is missing', async () => {
      const visits = world.visits().length;
      const [link = ''] = selectionLinks([idOf(second), idOf(first), idOf(other)]);
      await startBare(desktop, link).ended;
      const finder = await application.finderReady();
      await expect(finder.getByRole('group', { name: 'Selected customers' })).toBeVisible();
      await expect(finder.getByText('Customers of this link that are not on your list: 1.')).toBeVisible();
      await finder.screenshot({ path: join(output, 'selection-link.png') });
      expect(world.visits()).toHaveLength(visits);
      await keyboard.press('Escape');
      await expect(finder.getByRole('group', { name: 'Selected customers' })).toBeHidden();
    });

    await test.step('a pasted hand-over selects them too, and the user opens them', async () => {
      const finder = await application.finderReady();
      const text = `Please go on:\n${selectionLinks([idOf(second), idOf(first)]).join('\n')}\n`;
      await application.electron.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
      await keyboard.press('ctrl+a');
      await keyboard.press('ctrl+v');
      await expect(finder.getByRole('group', { name: 'Selected customers' })).toBeVisible();
      const seen = new Set(world.visits().map(({ id }) => id));
      await keyboard.press('ctrl+Return');
      await expect
        .poll(() => new Set(world.visits().flatMap(({ id, tid }) => (seen.has(id) ? [] : [tid]))), {
          timeout: 90_000,
        })
        .toEqual(new Set([first.tenantId, second.tenantId]));
    });
  } finally {
    await host.stop();
  }
});

test('turned off the journal notes nothing more, keeps recents, and offers to delete what is there', async ({
  world,
  desktop,
  start,
}) => {
  test.slow();
  const [first, second] = world.customers;
  if (!first || !second) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first, second]);
  await openByHotkey(application, world, first);
  const noted = () => readFile(journalOf(desktop), 'utf8').catch(() => 'no file');
  await expect.poll(noted).toContain(first.tenantId);

  let journal = await application.settings('journal');
  await journal.getByLabel('Keep a journal of the customers you open').uncheck();
  await expect(journal.getByText('what it recorded before is still there')).toBeVisible();
  await journal.screenshot({ path: join(output, 'journal-off.png'), fullPage: true });
  await journal.close();
  const before = await noted();
  await openByHotkey(application, world, second);
  // Recents are told once the launch has settled: by then its line would be there.
  const finder = await application.finder();
  await expect
    .poll(() =>
      finder.evaluate(
        async () =>
          (
            await (
              globalThis as unknown as {
                tidegate: { state(): Promise<{ usage: { recents: readonly string[] } }> };
              }
            ).tidegate.state()
          ).usage.recents[0],
      ),
    )
    .toBe(second.tenantId);
  expect(await noted()).toBe(before);

  journal = await application.settings('journal');
  await journal.bringToFront();
  await journal.getByRole('button', { name: 'Delete the journal…' }).click();
  await answer('Delete the journal', false);
  expect(await noted()).toBe(before);
  await journal.getByRole('button', { name: 'Delete the journal…' }).click();
  await answer('Delete the journal', true, 'journal-delete');
  await expect(journal.getByText('The journal was deleted.')).toBeVisible();
  await expect(journal.getByText('The journal is empty and turned off.')).toBeVisible();
  expect(await noted()).toBe('no file');
});

test('of the windows only the settings are shown the journal', async ({ world, start }) => {
  const application = await start();
  await setUpWithList(application, world.customers.slice(0, 1));
  const read = (page: Page) =>
    page.evaluate(() => {
      const { tidegate } = globalThis as unknown as {
        tidegate: { journal(from: unknown): Promise<unknown> };
      };
      return Promise.all(
        [0, -1, '0', Number.NaN].map((from) =>
          tidegate.journal(from).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      );
    });
  expect(await read(await application.finder())).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect(await read(await application.settings())).toEqual(['answered', 'refused', 'refused', 'refused']);
});
