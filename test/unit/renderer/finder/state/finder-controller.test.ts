import { describe, expect, it } from 'vitest';
import { FinderController } from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { lookUp, type Lookup } from '../../../../../src/renderer/finder/results/results.ts';
import type { Row, RowTarget } from '../../../../../src/renderer/finder/results/row.ts';
import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { helpTopics } from '#shared/access/topics.ts';
import { nobody } from '#shared/customer/nobody.ts';
import { catalogue } from '#shared/portals/catalogue.ts';
import { unnamedOwnTenant } from '#shared/portals/own-tenant.ts';
import { problem } from '#shared/problems/problem.ts';
import { ok } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer } from '../../../support/samples.ts';

function listOf(...customers: readonly Customer[]): Lookup {
  const index = new SearchIndex(customers);
  return (query) => lookUp(index, query, noUsage, 0);
}

const named = (name: string): Customer => aCustomer({ name });

/** A finder over a list, with every command it runs; a command ends when `end` says how. */
function aFinder(lookup?: Lookup) {
  const commands: Command[] = [];
  const ends: ((outcome: CommandOutcome) => void)[] = [];
  const finder = new FinderController((command) => {
    commands.push(command);
    return new Promise((resolve) => ends.push(resolve));
  });
  if (lookup) finder.searchWith(lookup);
  return {
    finder,
    commands,
    highlighted: () => finder.get().rows[finder.get().highlighted]?.customer,
    end: (outcome: CommandOutcome = ok({ kind: 'done' })) => ends.shift()?.(outcome),
  };
}

const [adatum, contoso, fabrikam] = [named('Adatum'), named('Contoso'), named('Fabrikam')] as const;

describe('typing', () => {
  it('highlights the best match at once', () => {
    const { finder, highlighted } = aFinder(listOf(adatum, contoso, fabrikam));
    expect(highlighted()).toBe(adatum);
    finder.type('fab');
    expect(highlighted()).toBe(fabrikam);
  });

  it('before the list has come highlights its best match when it comes', () => {
    const { finder, highlighted } = aFinder();
    finder.type('con');
    expect(highlighted()).toBeUndefined();
    finder.searchWith(listOf(adatum, contoso));
    expect(highlighted()).toBe(contoso);
  });
});

describe('what is typed while a customer opens', () => {
  it('is the next query where the finder stays', async () => {
    const { end, finder, highlighted } = aFinder(listOf(adatum, contoso, fabrikam));
    const opening = finder.open(true);
    for (const key of ['f', 'a', 'x', 'Backspace', 'b']) expect(finder.typeAhead(key)).toBe(true);
    // Pinned, then opened.
    end();
    end();
    await opening;
    expect(finder.get().query).toBe('fab');
    expect(highlighted()).toBe(fabrikam);
    // The input is free again, and takes letters itself.
    expect(finder.typeAhead('r')).toBe(false);
    const next = finder.open(true);
    end();
    end();
    await next;
    expect(finder.get().query).toBe('');
  });

  it('is nobody’s where the finder goes', async () => {
    const { end, finder } = aFinder(listOf(adatum, contoso));
    const opening = finder.open();
    expect(finder.typeAhead('c')).toBe(false);
    end();
    await opening;
    expect(finder.get().query).toBe('');
  });
});

describe('when the user leaves the computer', () => {
  it('what was typed, selected and told goes, and the list is there again', () => {
    const { finder } = aFinder(listOf(adatum, contoso, fabrikam));
    finder.type('fab');
    finder.tell(problem('offline', { host: 'example' }));
    finder.showActions();
    finder.forget();
    expect(finder.get()).toMatchObject({ query: '', problem: null, selection: [], mode: { kind: 'list' } });
    expect(finder.get().rows.map(({ customer }) => customer.name)).toEqual(['Adatum', 'Contoso', 'Fabrikam']);
  });
});

describe('a list that changes', () => {
  it('leaves the highlight on its customer, wherever that now stands', () => {
    const { finder, highlighted } = aFinder(listOf(contoso, fabrikam));
    finder.move('last');
    finder.searchWith(listOf(adatum, contoso, fabrikam, named('Zava')));
    expect(highlighted()).toBe(fabrikam);
  });

  it('takes the highlight away with its customer, and Enter then opens nobody', async () => {
    const { finder, commands, highlighted } = aFinder(listOf(contoso, fabrikam));
    finder.searchWith(listOf(adatum, fabrikam));
    expect(highlighted()).toBeUndefined();
    await finder.open();
    expect(commands).toEqual([]);
    expect(highlighted()).toBe(adatum);
  });

  it('puts no highlight where there was none', () => {
    const { finder, highlighted } = aFinder(listOf(contoso));
    finder.type('fab');
    finder.searchWith(listOf(contoso, fabrikam));
    expect(highlighted()).toBeUndefined();
  });
});

describe('Enter', () => {
  it('opens the highlighted customer, with what was typed', () => {
    const { finder, commands } = aFinder(listOf(adatum, contoso));
    finder.type('con');
    void finder.open();
    expect(commands).toEqual([{ kind: 'open', tenantId: contoso.tenantId, page: 'defender', query: 'con' }]);
  });

  it('is final: until it has ended no key, pointer or list changes anything', async () => {
    const { finder, commands, end } = aFinder(listOf(adatum, contoso));
    const opened = finder.open();
    const view = finder.get();
    finder.type('x');
    finder.move('next');
    finder.point(contoso.tenantId);
    finder.searchWith(listOf(fabrikam));
    void finder.open();
    expect(finder.get()).toBe(view);
    expect(commands).toHaveLength(1);
    end();
    await opened;
    expect(finder.get().rows.map((row) => row.customer)).toEqual([fabrikam]);
  });

  it('that fails says why, and typing clears that', async () => {
    const { finder, end } = aFinder(listOf(contoso));
    const opened = finder.open();
    const noBrowser = problem('no-browser', {});
    end({ ok: false, error: noBrowser });
    await opened;
    expect(finder.get()).toMatchObject({ problem: noBrowser, opening: null });
    finder.shown(false);
    expect(finder.get().problem).toBe(noBrowser);
    finder.type('c');
    expect(finder.get().problem).toBeNull();
  });

  it('says what a key or the tray could not do, once it is shown, and no second time', () => {
    const { finder } = aFinder(listOf(contoso));
    const empty = problem('clipboard-empty', {});
    finder.tell(empty);
    finder.shown(false);
    expect(finder.get().problem).toBe(empty);
    finder.shown(false);
    expect(finder.get().problem).toBeNull();
  });

  it('leaves what is being written in front of what went wrong', () => {
    const { finder } = aFinder(listOf(contoso));
    finder.enter({ kind: 'details', tenantId: contoso.tenantId, field: 'note' });
    finder.tell(problem('clipboard-empty', {}));
    expect(finder.get().mode.kind).toBe('details');
    finder.leave();
    expect(finder.get().problem?.kind).toBe('clipboard-empty');
  });

  it('keeps what was typed last, or not, as the user wants it', () => {
    const { finder } = aFinder(listOf(contoso, fabrikam));
    finder.type('fab');
    finder.shown(true);
    expect(finder.get()).toMatchObject({ query: 'fab', highlighted: 0 });
    finder.shown(false);
    expect(finder.get()).toMatchObject({ query: '', highlighted: 0 });
  });

  it('opens what was highlighted when it was pressed, in 1,000 races with a sync that replaces the list', () => {
    const names = ['Contoso', 'Contoso Ltd', 'Contoso Group', 'Fabrikam', 'Con Brio', 'Northwind'];
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    const aList = (): Lookup =>
      listOf(...names.slice(random(names.length)).map(named), ...(random(2) > 0 ? [contoso] : []));
    for (let race = 0; race < 1_000; race++) {
      const { finder, commands, highlighted } = aFinder(aList());
      const acts = [
        () => finder.type(['c', 'con', 'contoso', ''][random(4)] ?? ''),
        () => finder.move((['next', 'previous', 'last'] as const)[random(3)] ?? 'next'),
        () => finder.searchWith(aList()),
      ];
      for (let act = 0; act < 6; act++) acts[random(acts.length)]?.();
      const atEnter = highlighted();
      void finder.open();
      finder.searchWith(aList());
      const opened = commands.flatMap((command) => (command.kind === 'open' ? command.tenantId : []));
      expect(opened).toEqual(atEnter ? [atEnter.tenantId] : []);
    }
  });
});

it('sends no more of a long link than main accepts', async () => {
  const { finder, commands, end } = aFinder(listOf(contoso));
  const link = `https://security.microsoft.com/?query=${'x'.repeat(5_000)}&tid=`;
  finder.type(link + contoso.tenantId);
  void finder.open();
  expect(commands[0]).toMatchObject({ kind: 'open', tenantId: contoso.tenantId });
  expect(JSON.stringify(commands[0]).length).toBeLessThan(2_500);
  end();
  await Promise.resolve();

  const other = aFinder(listOf(contoso));
  other.finder.type(link + adatum.tenantId);
  void other.finder.add();
  expect(other.commands).toEqual([{ kind: 'addCustomer', reference: adatum.tenantId }]);
});

describe('Escape', () => {
  it('hides the finder and keeps what was typed', () => {
    const { finder, commands } = aFinder(listOf(contoso));
    finder.type('con');
    finder.hide();
    expect(commands).toEqual([{ kind: 'hideFinder' }]);
    expect(finder.get().query).toBe('con');
  });
});

describe('adding what the query names', () => {
  it('finds it once it is on the list, or says why it cannot be', async () => {
    const { finder, commands, end, highlighted } = aFinder(listOf(adatum));
    finder.type('contoso.com');
    const added = finder.add();
    expect(commands).toEqual([{ kind: 'addCustomer', reference: 'contoso.com' }]);
    finder.searchWith(listOf(adatum, aCustomer({ name: 'Contoso', domains: ['contoso.com'] })));
    end();
    await added;
    expect(highlighted()?.name).toBe('Contoso');

    const unknown = problem('domain-unknown', { domain: 'contoso.com' });
    const again = finder.add();
    end({ ok: false, error: unknown });
    await again;
    expect(finder.get().problem).toBe(unknown);
  });
});

describe('a row that is about nobody', () => {
  const target = { kind: 'help', topic: helpTopics[3] } as const;
  const wanted = { kind: 'page', page: catalogue.mto, obstacle: null } as const;
  const about = (customer: Customer, part: Pick<Row, 'target'>): Row => ({
    ...{ customer, tellApart: false, sign: null },
    ...{ name: { text: '', ranges: [] }, detail: { text: '', ranges: [] } },
    ...part,
  });
  const rows: readonly Row[] = [
    about(nobody, { target: target as RowTarget }),
    about(unnamedOwnTenant, { target: wanted }),
  ];

  function aLedFinder() {
    const [commands, led]: [Command[], unknown[]] = [[], []];
    const finder = new FinderController(
      (command) => {
        commands.push(command);
        return Promise.resolve(ok({ kind: 'done' }));
      },
      { leadTo: (...place) => led.push(place) },
    );
    finder.searchWith(() => rows);
    return { commands, finder, led };
  }

  it('leads to its place in the settings, by Enter as by its number, and opens nothing', async () => {
    const { commands, finder, led } = aLedFinder();
    await finder.open();
    await finder.openNth(2);
    expect(led).toEqual([
      ['help-grant', undefined],
      ['own-tenant', 'mto'],
    ]);
    expect(commands).toEqual([
      { kind: 'showSettings', page: 'help' },
      { kind: 'showSettings', page: 'portals' },
    ]);
  });

  it('has no pages and no actions, and cannot be selected', () => {
    const { finder } = aLedFinder();
    for (const motion of ['first', 'last'] as const) {
      finder.move(motion);
      expect(finder.showPages()).toBe(false);
      finder.showActions();
      finder.toggleSelected();
      expect(finder.highlightedCustomerRow()).toBeUndefined();
      expect(finder.get()).toMatchObject({ mode: { kind: 'list' }, selection: [] });
    }
  });
});

it('highlights nobody where a text names several: the first Enter only chooses', async () => {
  const candidates = listOf(contoso, fabrikam)('').map((row) => ({ ...row, sign: 'candidate' as const }));
  const { finder, commands, highlighted } = aFinder(() => candidates);
  finder.type('a mail');
  expect(finder.get().rows).toHaveLength(2);
  expect(highlighted()).toBeUndefined();
  await finder.open();
  expect(commands).toEqual([]);
  expect(highlighted()).toBeDefined();
});
