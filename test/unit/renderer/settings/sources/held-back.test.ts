import { beforeEach, describe, expect, it } from 'vitest';
import { FinderController } from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { lookUp, type Lookup } from '../../../../../src/renderer/finder/results/results.ts';
import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { ok } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../../support/samples.ts';

const [contoso, contosa, northwind] = ['Contoso', 'Contosa', 'Northwind Traders'].map((name) =>
  aCustomer({ name }),
) as [ReturnType<typeof aCustomer>, ReturnType<typeof aCustomer>, ReturnType<typeof aCustomer>];

let now: number;
let commands: Command[];
let finder: FinderController;

beforeEach(() => {
  now = 5_000;
  commands = [];
  const index = new SearchIndex([contoso, contosa, northwind]);
  const lookup: Lookup = (query) => lookUp(index, query, noUsage, 0);
  finder = new FinderController(
    (command) => {
      commands.push(command);
      return Promise.resolve<CommandOutcome>(ok({ kind: 'done' }));
    },
    { now: () => now },
  );
  finder.searchWith(lookup);
});

/** What the window does after each change: it tells whose name is in sight. */
function paint(): void {
  const { mode } = finder.get();
  const row = finder.highlightedRow();
  finder.painted('tenantId' in mode ? mode.tenantId : (row?.customer.tenantId ?? null));
}

const opened = (): (string | undefined)[] =>
  commands.flatMap((command) => (command.kind === 'open' ? command.tenantId : []));

describe('whom only a guess has found', () => {
  // A slip, a letter that is missing, words too many, letters picked from the name.
  it.each(['northwnid', 'nortwhind', 'northwind zzz', 'nwdtd'])(
    'is opened by no Enter before there was time to read the name: %s',
    async (query) => {
      finder.type(query);
      expect(finder.highlightedRow()).toMatchObject({ customer: northwind, isGuess: true });
      await finder.open();
      paint();
      now += 299;
      await finder.open();
      await finder.openNth(1);
      await finder.open(true);
      expect(opened()).toEqual([]);
      expect(finder.get().said).toEqual({ key: 'finder.enterAgain', customer: 'Northwind Traders' });
      now += 1;
      await finder.open();
      expect(opened()).toEqual([northwind.tenantId]);
    },
  );

  it('counts from when the name is in sight, not from the key', async () => {
    finder.type('northwnid');
    now += 10_000;
    await finder.open();
    expect(opened()).toEqual([]);
    expect(finder.get().opening).toBeNull();
  });

  it('counts anew for the next one, and at each showing', async () => {
    finder.type('contsoo');
    paint();
    now += 300;
    finder.type('northwnid');
    paint();
    await finder.open();
    now += 300;
    finder.shown(true);
    await finder.open();
    paint();
    now += 100;
    await finder.open();
    expect(opened()).toEqual([]);
    now += 200;
    await finder.open();
    expect(opened()).toEqual([northwind.tenantId]);
  });

  it('goes on counting while the same name stays in sight', async () => {
    finder.type('northwn');
    paint();
    now += 200;
    finder.type('northwnid');
    paint();
    now += 100;
    await finder.open();
    expect(opened()).toEqual([northwind.tenantId]);
  });

  it('is held back on its pages and by its actions as well, whatever the list becomes meanwhile', async () => {
    finder.type('northwnid');
    const { tenantId, name } = northwind;
    finder.showPages();
    finder.searchWith(() => []);
    const page: Command = { kind: 'open', tenantId, page: 'incidents' };
    await finder.ask(page, { name });
    paint();
    now += 299;
    await finder.perform({ kind: 'open', command: page }, northwind);
    expect(opened()).toEqual([]);
    expect(finder.get()).toMatchObject({ mode: { kind: 'pages' }, said: { customer: name } });
    now += 1;
    await finder.ask(page, { name });
    expect(opened()).toEqual([tenantId]);
  });

  it('is opened at once by a click: nobody clicks unread', async () => {
    finder.type('northwnid');
    await finder.click(northwind.tenantId);
    expect(opened()).toEqual([northwind.tenantId]);
    await finder.click('not there');
    expect(opened()).toHaveLength(1);
  });

  it('is spoken of no longer once something else is typed or highlighted', async () => {
    finder.type('contsoo');
    await finder.open();
    expect(finder.get().said).not.toBeNull();
    finder.move('next');
    expect(finder.get().said).toBeNull();
    await finder.open();
    finder.type('contso');
    expect(finder.get().said).toBeNull();
  });
});

describe('whom what was typed names', () => {
  it.each(['', 'c', 'cont', 'contoso', 'traders', 'NT', 'north tra'])(
    'opens at once: "%s"',
    async (query) => {
      finder.type(query);
      expect(finder.highlightedRow()?.isGuess).toBeUndefined();
      await finder.open();
      expect(opened()).toHaveLength(1);
    },
  );
});
