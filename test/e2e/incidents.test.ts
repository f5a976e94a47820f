import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAccessibilityTree } from '../world/accessibility-tree.ts';
import { titleMarker } from '../world/incidents.ts';
import { startTrayHost } from '../world/tray-host.ts';
import { findLabel, labelsOf } from '../world/tray-menu.ts';
import { accessibilityFaults } from './support/accessibility.ts';
import { finish, signIn } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { visitAfter } from './support/open.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';

test.use({ worldOptions: { customers: 12 } });

test('incidents are counted once they are switched on: ! lists who needs somebody, and the tray does too', async ({
  world,
  start,
}) => {
  const [account, quiet, worst, some, other] = [world.accounts[0], ...world.customers];
  if (!account || !quiet || !worst || !some || !other) throw new Error('the world has customers');
  world.answerSignIn({ kind: 'account', username: account.username });
  for (const { tenantId } of [quiet, worst, some]) world.directory.consentToIncidents(tenantId);
  world.directory.setIncidents(world.home.tenantId, [{ number: 1, severity: 'high' }]);
  world.directory.setIncidents(worst.tenantId, [
    { number: 11, severity: 'high' },
    { number: 12, severity: 'medium' },
  ]);
  world.directory.setIncidents(some.tenantId, [{ number: 21, severity: 'low' }]);
  world.directory.setIncidents(other.tenantId, [{ number: 31, severity: 'high' }]);
  const host = await startTrayHost();
  try {
    const application = await start({ ACCESSIBILITY_ENABLED: '1' });
    await application.electron.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true));
    const item = await host.waitForItem();
    await signIn(await application.setup(), world);
    await world.waitForRequest(({ route, status }) => route === 'arm.tenants' && status === 200);
    await finish(application);
    const asked = () => world.requests().filter(({ route }) => route === 'graph.incidents');
    expect(asked()).toEqual([]);

    await test.step('off until the user switches it on', async () => {
      const settings = await application.settings('sources');
      const card = settings.getByRole('region', { name: 'Active incidents' });
      await card.getByRole('switch').check();
      await expect(card.getByText(/^3 counted/)).toBeVisible();
      await expect(card.getByText(/10 without consent/)).toBeVisible();
      await card.scrollIntoViewIfNeeded();
      await photograph('incidents-card');
      await settings.close();
      expect(asked()).toHaveLength(3);
    });

    await test.step('! lists who has active incidents, the most urgent first, with number and age', async () => {
      await keyboard.press('ctrl+shift+space');
      const finder = await application.finderReady();
      await keyboard.type('!');
      const rows = finder.getByRole('option');
      await expect(rows).toHaveCount(2);
      await expect(rows.nth(0)).toContainText(worst.name);
      await expect(rows.nth(0)).toContainText('1 high, 2 active');
      await expect(rows.nth(0)).toContainText('counted now');
      await expect(rows.nth(1)).toContainText(some.name);
      await photograph('incidents-rows');
      expect(await accessibilityFaults(finder)).toEqual([]);
      // What a screen reader says of the row that Enter opens.
      const tree = await openAccessibilityTree();
      try {
        await expect
          .poll(async () => (await tree.nodes()).map(({ name }) => name))
          .toContainEqual(
            expect.stringMatching(new RegExp(`${worst.name.replaceAll('.', '\\.')}.*1 high, 2 active`)),
          );
      } finally {
        tree.close();
      }
      await keyboard.type('high');
      await expect(rows).toHaveCount(1);
      await keyboard.press('ctrl+a');
      await keyboard.type('!consent');
      await expect(rows).toHaveCount(10);
      await expect(rows.first()).toContainText('no consent');
      await keyboard.press('ctrl+a');
      await keyboard.type(quiet.name);
      await expect(rows.first()).toContainText('No active incident');
      await keyboard.press('ctrl+a');
      await keyboard.type('!');
      await expect(rows).toHaveCount(2);
      const visit = await visitAfter(world, () => keyboard.press('Return'));
      expect(visit).toMatchObject({ tid: worst.tenantId, path: '/incidents' });
    });

    await test.step('a key opens the queue of whoever is highlighted', async () => {
      await keyboard.press('ctrl+shift+space');
      await application.finderReady();
      await keyboard.type(some.name);
      const visit = await visitAfter(world, () => keyboard.press('ctrl+i'));
      expect(visit).toMatchObject({ tid: some.tenantId, path: '/incidents' });
    });

    await test.step('the tray names who needs somebody, and opens that queue', async () => {
      const label = `${worst.name}: 1 high, 2 active (counted`;
      const starts = (each: string): boolean => each.startsWith(label);
      const menu = await item.waitForMenu((each) => labelsOf(each).some(starts));
      expect(labelsOf(menu)).toContain('2 customers with active incidents');
      const line = findLabel(menu, labelsOf(menu).find(starts) ?? '');
      if (!line) throw new Error('the tray names the customer');
      const visit = await visitAfter(world, () => item.click(line.id));
      expect(visit).toMatchObject({ tid: worst.tenantId, path: '/incidents' });
    });

    await test.step('switched off, every number is gone at once', async () => {
      await application.changeSettings({ incidents: false });
      const menu = await item.waitForMenu(
        (each) => !labelsOf(each).some((label) => label.includes('active (')),
      );
      expect(labelsOf(menu)).not.toContain('2 customers with active incidents');
    });

    await test.step('no title of an incident is anywhere on disk', async () => {
      await application.quit();
      const files = await readdir(application.data, { recursive: true, withFileTypes: true });
      const kept = files.filter((file) => file.isFile() && !file.parentPath.includes('browsers'));
      expect(kept.length).toBeGreaterThan(3);
      for (const file of kept) {
        const content = await readFile(join(file.parentPath, file.name), 'latin1');
        expect(content.includes(titleMarker), `${file.name} holds a title`).toBe(false);
      }
    });
  } finally {
    await host.stop();
  }
});
