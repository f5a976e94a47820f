import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openAccessibilityTree } from '../world/accessibility-tree.ts';
import { dataOf } from './support/data.ts';
import { keyboard } from './support/keyboard.ts';
import { leaveList } from './support/seed.ts';
import { writeSettings } from './support/settings.ts';
import { expect, test } from './support/test.ts';

test('a screen reader gets the names of the table, of the journal and of the hand-over', async ({
  world,
  desktop,
  start,
}) => {
  const [first, second] = world.customers;
  if (!first || !second) throw new Error('the world has customers');
  await leaveList(desktop, [first, second]);
  await writeSettings(desktop, { setUp: true, language: 'en' });
  const opened = {
    at: new Date(Date.now() - 60_000).toISOString(),
    tenantId: first.tenantId,
    customer: first.name,
    page: 'incidents',
    url: `https://security.microsoft.com/incidents?tid=${first.tenantId}`,
    outcome: 'started',
    wayIn: 'finder',
    account: 'alice@mssp.example',
  };
  await writeFile(join(dataOf(desktop), 'journal.jsonl'), `${JSON.stringify(opened)}\n`);
  const application = await start({ ACCESSIBILITY_ENABLED: '1' });
  // What Chromium does by itself when a screen reader makes itself known, as they do on Windows and macOS.
  await application.electron.evaluate(({ app }) => app.setAccessibilitySupportEnabled(true));
  const tree = await openAccessibilityTree();
  try {
    const named = async () => (await tree.nodes()).map(({ role, name }) => `${role}: ${name}`);
    const has = (role: RegExp, name: string) =>
      expect
        .poll(async () => (await named()).filter((each) => each.endsWith(`: ${name}`) && role.test(each)), {
          message: name,
          timeout: 30_000,
        })
        .not.toEqual([]);

    await test.step('the table of all customers', async () => {
      const settings = await application.settings('customers');
      await has(/^table:/, 'All customers');
      for (const column of ['Selection', 'Name', 'Domain', 'Access', 'Tags', 'State'])
        await has(/header/, column);
      await has(/header/, first.name);
      await settings.getByRole('grid').focus();
      await settings.bringToFront();
      await keyboard.press('space');
      // The cell that the keyboard is on tells what pressing the space bar did.
      await has(/cell/, 'Selected');
      await has(/^(?:entry|text):/, 'Add tags');
      await has(/button:/, 'Change 1 customer');
    });

    await test.step('the journal and what is handed over', async () => {
      await application.settings('journal');
      await has(/^table:/, 'Opened customers');
      for (const column of ['Time', 'Customer', 'Page', 'Opened from', 'Account'])
        await has(/header/, column);
      await has(/cell/, 'Defender: incidents');
      await has(/button:/, 'Copy the text for a ticket');
      await has(/button:/, 'Copy the link for a colleague');
      await has(/button:/, 'Export as CSV…');
    });
  } finally {
    tree.close();
  }
});
