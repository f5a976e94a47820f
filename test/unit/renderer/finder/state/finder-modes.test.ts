import { everyKey } from '../../../../../src/renderer/finder/state/every-key.ts';
import { describe, expect, it } from 'vitest';
import {
  actionOf,
  actions,
  actionsFor,
  selectionActionOf,
} from '../../../../../src/renderer/finder/state/actions.ts';
import { filtered, indexIn } from '../../../../../src/renderer/finder/panels/choices.ts';
import { pageChoices } from '../../../../../src/renderer/finder/panels/page-choices.ts';
import {
  FinderController,
  type FinderOptions,
} from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { selectedNames } from '../../../../../src/renderer/finder/state/selected-names.ts';
import { lastPage } from '#shared/portals/last-page.ts';
import { belongsToInput, listKeyOf, windowKeyOf } from '../../../../../src/renderer/finder/list/list-keys.ts';
import { portalsOf } from '../../../../../src/renderer/finder/results/portals.ts';
import { lookUp, type Lookup } from '../../../../../src/renderer/finder/results/results.ts';
import type { Command, CommandOutcome, NotOpened } from '#shared/commands/command.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { translator } from '#shared/locales/messages.ts';
import { readUnnamedLink } from '#shared/portals/links/unnamed-link.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

const customers = ['Adatum', 'Contoso', 'Fabrikam', 'Litware', 'Northwind', 'Tailspin', 'Zava'].map((name) =>
  aCustomer({ name }),
);
const [adatum, contoso] = customers as [Customer, Customer];
const done: CommandOutcome = ok({ kind: 'done' });

/** A finder that answers each command at once, and every command but that which hides it. */
function aFinder(
  answer: (command: Command) => CommandOutcome = () => done,
  options: Partial<FinderOptions> = {},
) {
  const index = new SearchIndex(customers);
  const lookup: Lookup = (query) => lookUp(index, query, noUsage, 0);
  const commands: Command[] = [];
  const helped: (readonly TenantId[])[] = [];
  const finder = new FinderController(
    (command) => {
      commands.push(command);
      return Promise.resolve(answer(command));
    },
    { chooseForHelp: (tenantIds) => helped.push(tenantIds), ...options },
  );
  finder.searchWith(lookup);
  return { finder, commands, helped };
}

function select(finder: FinderController, count: number): void {
  for (let selected = 0; selected < count; selected++) {
    finder.toggleSelected();
    finder.move('next');
  }
}

describe('a link that names no tenant, beside customers that are selected', () => {
  const text = 'https://security.microsoft.com/incidents/4711';

  it('opens in all of them, and stays for those in whom it did not', async () => {
    let failed: readonly NotOpened[] = [
      { tenantId: contoso.tenantId, customer: contoso.name, problem: problem('no-browser', {}) },
    ];
    const { commands, finder } = aFinder(
      ({ kind }) => (kind === 'openMany' ? ok({ kind: 'openedMany', opened: 1, failed }) : done),
      { unnamedLink: (pasted) => readUnnamedLink(pasted) },
    );
    select(finder, 2);
    const opened = { kind: 'openMany', page: 'defender', link: text };
    expect(finder.paste(text)).toBe(true);
    await finder.selection.open();
    expect(commands.at(-1)).toEqual({ ...opened, tenantIds: [adatum.tenantId, contoso.tenantId] });
    expect(finder.get().link?.text).toBe(text);
    failed = [];
    await finder.selection.open();
    expect(commands.at(-1)).toEqual({ ...opened, tenantIds: [contoso.tenantId] });
    expect([finder.get().link, finder.get().selection]).toEqual([null, []]);
  });

  it('is asked about where they are many', async () => {
    const { commands, finder } = aFinder(undefined, { unnamedLink: (pasted) => readUnnamedLink(pasted) });
    select(finder, 6);
    finder.paste(text);
    await finder.selection.open();
    expect(commands.filter(({ kind }) => kind === 'openMany')).toEqual([]);
    await finder.answer();
    expect(commands.at(-1)).toMatchObject({ kind: 'openMany', link: text });
  });
});

describe('what stands in the place of the list', () => {
  it('is about the customer that was highlighted, whatever the list becomes', () => {
    const { finder } = aFinder();
    finder.type('contoso');
    expect(finder.showPages()).toBe(true);
    finder.searchWith(() => []);
    expect(finder.get().mode).toEqual({ kind: 'pages', tenantId: contoso.tenantId });
    finder.leave();
    expect(finder.get().mode).toEqual({ kind: 'list' });
  });

  it('leaves Tab to the buttons where nobody is highlighted', () => {
    const { finder } = aFinder();
    finder.type('zzzzzz');
    expect(finder.showPages()).toBe(false);
  });

  it('goes when the finder is put away, unless something is written in it', () => {
    const { finder } = aFinder();
    finder.showActions();
    finder.shown(true);
    expect(finder.get().mode.kind).toBe('list');
    const { tenantId } = contoso;
    finder.enter({ kind: 'details', tenantId, field: 'note' });
    finder.shown(true);
    expect(finder.get().mode.kind).toBe('details');
  });
});

describe('selection', () => {
  it('outlive the query, and Escape lets them go before it puts the finder away', () => {
    const { finder, commands } = aFinder();
    finder.type('contoso');
    finder.toggleSelected();
    finder.type('adatum');
    finder.toggleSelected();
    expect(finder.get().selection).toEqual([contoso.tenantId, adatum.tenantId]);
    finder.escape();
    expect(finder.get().selection).toEqual([]);
    expect(commands).toEqual([]);
    finder.escape();
    expect(commands).toEqual([{ kind: 'hideFinder' }]);
  });

  it('open in their order, up to five unasked', async () => {
    const { finder, commands } = aFinder();
    select(finder, 5);
    await finder.selection.open();
    expect(commands).toEqual([
      {
        kind: 'openMany',
        tenantIds: customers.slice(0, 5).map(({ tenantId }) => tenantId),
        page: 'defender',
      },
    ]);
  });

  it('are named, with what tells look-alikes apart, and taken back one by one where they are shown', () => {
    const { finder } = aFinder();
    select(finder, 2);
    const listed = new Map([[adatum.tenantId, { ...adatum, defaultDomain: 'adatum.example' }]]);
    expect(selectedNames(finder.get().selection, listed, translator('en'))).toEqual([
      {
        tenantId: adatum.tenantId,
        name: 'Adatum',
        detail: `adatum.example · ID ends in ${adatum.tenantId.slice(-6)}`,
      },
      // It has left the list, and would still be opened.
      { tenantId: contoso.tenantId, name: contoso.tenantId, detail: '' },
    ]);
    finder.selection.hunt();
    finder.selection.deselect(adatum.tenantId);
    expect(finder.get()).toMatchObject({ selection: [contoso.tenantId], mode: { kind: 'hunting' } });
    finder.selection.deselect(contoso.tenantId);
    expect(finder.get()).toMatchObject({ selection: [], mode: { kind: 'list' } });
  });

  it('are asked about above five, with the query of a hunt; no goes back to that query', async () => {
    const { finder, commands } = aFinder();
    select(finder, 6);
    finder.selection.hunt();
    finder.selection.writeHunting('DeviceInfo');
    await finder.selection.openHunting();
    expect(commands).toEqual([]);
    const question = { about: 'many', hunting: 'DeviceInfo' };
    expect(finder.get().mode).toEqual({ kind: 'question', question });
    finder.refuse();
    expect(finder.get()).toMatchObject({ mode: { kind: 'hunting' }, hunting: 'DeviceInfo' });
    await finder.selection.openHunting();
    await finder.answer();
    expect(commands).toMatchObject([{ kind: 'openMany', page: 'hunting', hunting: 'DeviceInfo' }]);
  });

  it('stay on those that could not be opened, which are told by name', async () => {
    const failed = [{ ...contoso, customer: 'Contoso', problem: problem('no-browser', {}) }];
    const { finder } = aFinder(() => ok({ kind: 'openedMany', opened: 1, failed }));
    select(finder, 2);
    await finder.selection.open();
    expect(finder.get()).toMatchObject({ selection: [contoso.tenantId], failed, query: '', pinned: true });
  });
});

describe('what is typed and left', () => {
  it('is a query that is there again until it has been opened in all', async () => {
    const failed = [{ ...contoso, customer: 'Contoso', problem: problem('no-browser', {}) }];
    const outcomes = [
      ok({ kind: 'openedMany', opened: 1, failed } as const),
      ok({ kind: 'openedMany', opened: 1, failed: [] } as const),
    ];
    const { finder } = aFinder(() => outcomes.shift() ?? done);
    select(finder, 2);
    finder.selection.hunt();
    finder.selection.writeHunting('DeviceInfo');
    finder.leave();
    finder.selection.hunt();
    expect(finder.get().hunting).toBe('DeviceInfo');
    await finder.selection.openHunting();
    expect(finder.get().hunting).toBe('DeviceInfo');
    await finder.selection.openHunting();
    expect(finder.get().hunting).toBe('');
  });

  it('about a customer is said to be kept, and only where something is', () => {
    const { finder } = aFinder();
    const before = finder.drafts.of(contoso);
    finder.leaveDetails(contoso);
    expect(finder.get().said).toBeNull();
    finder.drafts.keep(contoso.tenantId, before, { ...before, note: 'Ring first' });
    finder.leaveDetails(contoso);
    expect(finder.get().said).toEqual({ key: 'details.kept', customer: 'Contoso' });
  });
});

describe('keys of rows', () => {
  it('Ctrl+2 opens the second row in sight', async () => {
    const { finder, commands } = aFinder();
    finder.sees(3);
    await finder.openNth(2);
    expect(commands).toMatchObject([{ kind: 'open', tenantId: customers[4]?.tenantId }]);
    await finder.openNth(9);
    expect(commands).toHaveLength(1);
  });

  it.each([
    // A French keyboard: digits by their place.
    [
      { key: 'é', code: 'Digit2', ctrlKey: true },
      { kind: 'nth', nth: 2 },
    ],
    [
      { key: '2', code: 'Digit2', metaKey: true },
      { kind: 'nth', nth: 2 },
    ],
    // AltGr.
    [{ key: '~', code: 'Digit2', ctrlKey: true, altKey: true }, undefined],
    [{ key: 'Insert', code: 'Insert' }, { kind: 'select' }],
    [{ key: 'k', code: 'KeyK', ctrlKey: true }, { kind: 'actions' }],
    [{ key: 'Tab', code: 'Tab' }, { kind: 'pages' }],
    [{ key: 'Tab', code: 'Tab', shiftKey: true }, undefined],
    [{ key: 'ArrowRight', code: 'ArrowRight' }, { kind: 'pages' }],
    [{ key: 'ArrowRight', code: 'ArrowRight', shiftKey: true }, undefined],
    [
      { key: 'Enter', code: 'Enter', shiftKey: true },
      { kind: 'open', pin: true },
    ],
  ])('%j', (press, meant) => {
    const nothing = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(listKeyOf({ ...nothing, ...press }, true)).toEqual(meant);
  });
});

describe('Shift+Enter', () => {
  it('pins before it opens, until the finder is put away', async () => {
    const { finder, commands } = aFinder();
    await finder.open(true);
    expect(commands.map(({ kind }) => kind)).toEqual(['pinFinder', 'open']);
    expect(finder.get().pinned).toBe(true);
    finder.escape();
    expect(finder.get().pinned).toBe(false);
  });
});

describe('an instruction that has not been read', () => {
  it('is shown in the place of the list; once read, what was asked is done', async () => {
    const unread = problem('instruction-unread', { tenantId: contoso.tenantId, customer: 'Contoso' });
    let read = false;
    const { finder, commands } = aFinder((command) => {
      if (command.kind === 'acknowledgeInstruction') read = true;
      return read ? done : err(unread);
    });
    finder.type('contoso');
    await finder.open();
    const [asked] = commands;
    expect(finder.get()).toMatchObject({
      mode: { kind: 'instruction', tenantId: contoso.tenantId, asked },
      problem: null,
    });
    await finder.acknowledge('Ring first', 'Contoso');
    expect(commands.slice(1)).toEqual([
      { kind: 'acknowledgeInstruction', tenantId: contoso.tenantId, text: 'Ring first' },
      asked,
    ]);
    expect(finder.get().mode.kind).toBe('list');
  });

  it('is shown for what another way in asked', () => {
    const { finder } = aFinder();
    const asked = { kind: 'open', tenantId: contoso.tenantId, page: 'defender' } as const;
    finder.instruct(asked);
    finder.shown(true);
    expect(finder.get().mode).toEqual({ kind: 'instruction', tenantId: contoso.tenantId, asked });
  });
});

describe('a check of access', () => {
  it('leads to the help with those customers chosen, and asks nobody', async () => {
    const { finder, commands, helped } = aFinder();
    select(finder, 2);
    await finder.selection.check();
    await finder.perform({ kind: 'check' }, contoso);
    expect(helped).toEqual([[adatum.tenantId, contoso.tenantId], [contoso.tenantId]]);
    const shows = { kind: 'showSettings', page: 'help' };
    expect(commands).toEqual([shows, shows]);
  });

  it('of what is selected is offered when something is', () => {
    const subject = { customer: contoso, page: 'defender', selectedCount: 0, isSelected: false } as const;
    const offered = (selectedCount: number) => actionsFor({ ...subject, selectedCount }).map(({ id }) => id);
    expect(offered(0)).toContain('check');
    expect(offered(0)).not.toContain('check-selected');
    expect(offered(1)).toContain('check-selected');
  });
});

describe('actions', () => {
  const subject = { customer: contoso, page: 'incidents', selectedCount: 0, isSelected: false } as const;

  it('have one name and one key each', () => {
    const keys = actions.flatMap((action) => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(actions.map(({ id }) => id)).size).toBe(actions.length);
  });

  it('for what is selected are offered when something is', () => {
    expect(actionsFor(subject).map(({ id }) => id)).not.toContain('open-selected');
    expect(actionsFor({ ...subject, selectedCount: 2 }).map(({ id }) => id)).toContain('open-selected');
  });

  it('are found by their keys, by place', () => {
    const press = { code: 'KeyC', ctrlKey: true, metaKey: false, shiftKey: true, altKey: false };
    expect(actionOf(press)?.id).toBe('copy-link');
    expect(actionOf({ ...press, shiftKey: false })).toBeUndefined();
    expect(actionOf({ ...press, code: 'F2', ctrlKey: false, shiftKey: false })?.id).toBe('write-name');
    const space = { ...press, code: 'Space', shiftKey: false };
    expect(actionOf(space)?.id).toBe('select');
    // With Shift it is the hotkey.
    expect(actionOf({ ...space, shiftKey: true })).toBeUndefined();
  });

  it('copy the page that is highlighted, and say that they did', async () => {
    const { finder, commands } = aFinder();
    const copy = actions.find(({ id }) => id === 'copy-link');
    if (copy) await finder.perform(copy.effect(subject), contoso);
    const { tenantId } = contoso;
    expect(commands).toEqual([{ kind: 'copy', what: 'link', tenantId, page: 'incidents' }]);
    expect(finder.get().said).toEqual({ key: 'action.copy.link.done', customer: 'Contoso' });
  });
});

describe('a short list to choose from', () => {
  const t = translator('en');
  const links = [{ name: 'Runbook', url: 'https://wiki.example/contoso' }];
  const customer = aCustomer({ name: 'Contoso', links });
  const state = {
    revision: 1,
    ordered: false,
    customers: new Map([[customer.tenantId, customer]]),
    usage: noUsage,
    status: aStatus(),
  };
  const choices = pageChoices(customer, portalsOf(state, undefined), t);

  it('has every page and link, and says why one cannot be opened', () => {
    expect(choices[0]).toMatchObject({ id: 'defender', detail: 'security.microsoft.com' });
    expect(choices.at(-1)).toMatchObject({ label: 'Runbook' });
    expect(choices.at(-1)?.obstacle).toContain('wiki.example');
  });

  it('is narrowed by the beginnings of words, in either language', () => {
    expect(filtered(choices, 'hunt')[0]?.id).toBe('hunting');
    expect(filtered(choices, 'chasse')[0]?.id).toBe('hunting');
    expect(filtered(choices, 'no such page')).toEqual([]);
  });

  it('keeps the keyboard on its line while that is there', () => {
    const [, second] = choices;
    expect(indexIn(choices, second?.id ?? null)).toBe(1);
    expect(indexIn(choices, 'gone')).toBe(0);
    expect(indexIn([], null)).toBe(-1);
  });

  it('repeats the last page only where the user wants it and the page still is there', () => {
    const usage = { ...noUsage, pages: { [customer.tenantId]: 'incidents' } } as const;
    const repeating = aStatus({ settings: { ...defaultSettings, repeatDestination: true } });
    expect(lastPage({ usage, status: aStatus() }, customer)).toBeUndefined();
    expect(lastPage({ usage, status: repeating }, customer)).toBe('incidents');
    const gone = { ...noUsage, pages: { [customer.tenantId]: 'own-gone' } } as const;
    expect(lastPage({ usage: gone, status: repeating }, customer)).toBeUndefined();
  });
});

describe('a link that names no tenant', () => {
  const link = {
    ...{ text: 'https://security.microsoft.com/incidents/1', place: 'x', unwrapped: [] },
    ...{ words: '', around: '', ids: [] },
  };
  const pasted = (words = '') => {
    const made = aFinder(() => done, {
      unnamedLink: (text) => (text.includes('://') ? { ...link, words } : undefined),
    });
    made.finder.searchWith((query, _marks, kept) =>
      customers
        .filter(({ name }) => name.toLowerCase().startsWith(query))
        .map((customer) => ({
          customer,
          name: { text: customer.name, ranges: [] },
          detail: { text: '', ranges: [] },
          tellApart: false,
          sign: kept && query === '' ? ('candidate' as const) : null,
          ...(kept && { target: { ...kept, kind: 'link', unnamed: true } as const }),
        })),
    );
    return made;
  };

  it('is kept while the customer is typed, and opens there only', async () => {
    const { commands, finder } = pasted();
    expect(finder.paste(link.text)).toBe(true);
    expect(finder.get()).toMatchObject({ query: '', highlighted: -1, link: { text: link.text } });
    // Nobody was named: Enter opens nobody.
    await finder.open();
    expect(commands).toEqual([]);
    finder.type('cont');
    await finder.open();
    expect(commands).toEqual([{ kind: 'openLink', text: link.text, customer: contoso.tenantId }]);
    expect(finder.get()).toMatchObject({ link: null, query: '' });
  });

  it('takes the words beside it as the customer', () => {
    const { finder } = pasted('contoso');
    finder.paste(`contoso ${link.text}`);
    expect(finder.get().query).toBe('contoso');
    expect(finder.highlightedRow()?.customer).toBe(contoso);
  });

  it('goes with the first Escape, and the finder with the second', () => {
    const { commands, finder } = pasted();
    finder.paste(link.text);
    finder.escape();
    expect(finder.get().link).toBeNull();
    expect(commands).toEqual([]);
    finder.escape();
    expect(commands).toEqual([{ kind: 'hideFinder' }]);
  });

  it('that the clipboard held is asked about by the finder', () => {
    const { finder } = pasted();
    finder.tell(problem('link-unknown', { text: 'x', link: link.text }));
    expect(finder.get()).toMatchObject({ link: { text: link.text }, problem: null });
  });

  it('is a text like any other where it names a tenant', () => {
    const { finder } = pasted();
    expect(finder.paste('contoso')).toBe(false);
  });
});

describe('what was done can be taken back', () => {
  const act = async (id: string, subject: Customer) => {
    const made = aFinder();
    const action = actions.find((each) => each.id === id);
    if (!action) throw new Error(id);
    const about = { customer: subject, page: 'defender', selectedCount: 0, isSelected: false } as const;
    await made.finder.perform(action.effect(about), subject);
    made.commands.length = 0;
    return made;
  };

  it.each([
    ['hide', { hidden: false }],
    ['favourite', { favourite: false }],
  ] as const)('%s', async (id, change) => {
    const { commands, finder } = await act(id, contoso);
    expect(finder.undo()).toBe(true);
    await Promise.resolve();
    expect(commands).toEqual([{ kind: 'annotate', tenantId: contoso.tenantId, change }]);
    await Promise.resolve();
    expect(finder.get().said).toMatchObject({ key: 'finder.undone', customer: 'Contoso' });
    // Once: what was undone is not undone again.
    expect(finder.undo()).toBe(false);
  });

  it('a removed customer', () => {
    const { commands, finder } = aFinder();
    finder.removed(contoso);
    expect(finder.undo()).toBe(true);
    expect(commands).toEqual([{ kind: 'restoreCustomer', tenantId: contoso.tenantId }]);
  });

  it('a cleared search; and nothing once something else was typed', () => {
    const { finder } = aFinder();
    finder.type('contoso');
    finder.clearQuery();
    expect(finder.get().query).toBe('');
    expect(finder.undo()).toBe(true);
    expect(finder.get().query).toBe('contoso');
    finder.clearQuery();
    finder.type('ad');
    expect(finder.undo()).toBe(false);
    expect(finder.get().query).toBe('ad');
  });
});

describe('copying', () => {
  const copy = async (hidesAfterCopy: boolean, pin = false) => {
    const { commands, finder } = aFinder(() => done, { hidesAfterCopy: () => hidesAfterCopy });
    if (pin) await finder.open(true);
    finder.type('contoso');
    const action = actions.find(({ id }) => id === 'copy-tenantId');
    const about = { customer: contoso, page: 'defender', selectedCount: 0, isSelected: false } as const;
    if (action) await finder.perform(action.effect(about), contoso);
    return commands.map(({ kind }) => kind);
  };

  it('puts the finder away, unless that is switched off or the finder is pinned', async () => {
    expect(await copy(true)).toEqual(['copy', 'hideFinder']);
    expect(await copy(false)).toEqual(['copy']);
    expect(await copy(true, true)).not.toContain('hideFinder');
  });
});

describe('the keys', () => {
  it('are all told: those of the list, of the window, and of every action', () => {
    const told = everyKey.flatMap(({ keys }) => keys);
    for (const { keys } of actions) if (keys !== undefined) expect(told).toContain(keys);
    const press = (key: string, command = false, shiftKey = false) => {
      const code = /^[a-z]$/.test(key) ? `Key${key.toUpperCase()}` : /^\d$/.test(key) ? `Digit${key}` : key;
      return { key, code, ctrlKey: command, metaKey: false, altKey: false, shiftKey };
    };
    const works = (typed: Parameters<typeof press>) =>
      listKeyOf(press(...typed), true) ?? windowKeyOf(press(...typed)) ?? actionOf(press(...typed));
    const candidates: readonly (readonly [string, Parameters<typeof press>])[] = [
      ['Enter', ['Enter']],
      ['Shift+Enter', ['Enter', false, true]],
      ['Escape', ['Escape']],
      ['Insert', ['Insert']],
      ['Tab', ['Tab']],
      ['F1', ['F1']],
      ['F2', ['F2']],
      ['F8', ['F8']],
      ['CommandOrControl+,', [',', true]],
      ['CommandOrControl+1', ['1', true]],
      ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter): readonly [string, Parameters<typeof press>] => [
        `CommandOrControl+${letter.toUpperCase()}`,
        [letter, true],
      ]),
    ];
    for (const [name, typed] of candidates)
      if (works(typed) !== undefined) expect(told, name).toContain(name);
  });

  it('stand in the place of whatever was there, which comes back', () => {
    const { finder } = aFinder();
    const details = { kind: 'details', tenantId: contoso.tenantId, field: 'note' } as const;
    finder.enter(details);
    finder.showKeys();
    finder.showKeys();
    expect(finder.get().mode.kind).toBe('keys');
    finder.leave();
    expect(finder.get().mode).toEqual(details);
  });

  it.each([
    ['a', true],
    ['?', true],
    ['Backspace', true],
    ['ArrowDown', true],
    [' ', false],
    ['Enter', false],
    ['Tab', false],
  ])('%j belongs to the input from wherever the keyboard is: %s', (key, belongs) => {
    const press = { key, code: key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    expect(belongsToInput(press)).toBe(belongs);
  });
});

describe('those that are selected', () => {
  it('are acted on where nobody is highlighted', () => {
    const { finder } = aFinder();
    finder.type('contoso');
    finder.toggleSelected();
    finder.type('zzzzzz');
    expect(finder.highlightedRow()).toBeUndefined();
    finder.showActions();
    expect(finder.get().mode).toEqual({ kind: 'selected' });
    expect(
      selectionActionOf({
        code: 'Enter',
        ctrlKey: true,
        metaKey: false,
        altKey: false,
        shiftKey: false,
      })?.what,
    ).toBe('open');
  });

  it('leave the query selected, to be typed over', () => {
    const { finder } = aFinder();
    finder.type('contoso');
    const { retype } = finder.get();
    finder.toggleSelected();
    expect(finder.get()).toMatchObject({ query: 'contoso', retype: retype + 1 });
  });

  it('offer opening first, for one and for several', () => {
    const about = { customer: contoso, page: 'defender', isSelected: false } as const;
    expect(actionsFor({ ...about, selectedCount: 0 })[0]?.id).toBe('open');
    expect(actionsFor({ ...about, selectedCount: 2 })[0]?.id).toBe('open');
  });
});

it('paints once for each key that is typed', () => {
  const { finder } = aFinder();
  let painted = 0;
  finder.subscribe(() => (painted += 1));
  for (const typed of ['c', 'co', 'con', '#g', 'is:h']) finder.type(typed);
  expect(painted).toBe(5);
});
