import { vi } from 'vitest';
import { keyboard } from '../e2e/support/keyboard.ts';
import { guidFrom, makeCustomers } from '../world/tenants.ts';
import { hideFinder, showFinder } from './support/finder.ts';
import { dataFolder, type Packaged } from './support/packaged.ts';
import { readRecords } from './support/records.ts';
import { expect, test as base } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

// The browser hands over at once, as one that runs already does.
const test = base.extend({ chromium: '/bin/true' });
const customers = makeCustomers(300);
const patience = { timeout: 60_000, interval: 20 };
/** For what hangs, also on a machine that has other things to do. */
const limit = { timeout: 300_000 };

/** Shows the finder and types into it while its page stands still, as one does that gets no turn on a busy machine. */
async function typeWhileFrozen(application: Packaged, text: string): Promise<void> {
  const [page] = application.renderers();
  if (page === undefined) throw new Error('the finder has a page');
  process.kill(page, 'SIGSTOP');
  try {
    await showFinder();
    await keyboard.type(text);
    await keyboard.press('Return');
  } finally {
    process.kill(page, 'SIGCONT');
  }
}

test(
  'keys that come before the page knows that it is shown are kept whole: they open whom they name, or add them',
  limit,
  async ({ desktop, start }) => {
    const folder = dataFolder(desktop);
    await writeUserFiles(folder, customers);
    const application = start();
    await application.started();
    await showFinder();
    await keyboard.type('left from before');
    await hideFinder();

    const opened: (string | undefined)[] = [];
    const added: string[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      const known = customers[turn * 7]?.tenantId ?? '';
      opened.push(`https://security.microsoft.com/?tid=${known}`);
      await typeWhileFrozen(application, known);
      await vi.waitFor(async () => {
        const starts = await desktop.chromiumStarts();
        expect(starts.map(({ args }) => args.at(-1))).toEqual(opened);
      }, patience);

      const unknown = guidFrom(`nobody yet, turn ${turn}`);
      added.push(unknown);
      await typeWhileFrozen(application, unknown);
      await vi.waitFor(async () => {
        const { list } = await readRecords(folder);
        expect(list.customers.slice(customers.length).map(({ tenantId }) => tenantId)).toEqual(added);
      }, patience);
      await hideFinder();
    }
    expect(await desktop.chromiumStarts()).toHaveLength(opened.length);
  },
);
