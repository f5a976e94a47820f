import { describe, expect, it } from 'vitest';
import { applyDelta, openAppStore } from '../../../../src/renderer/ui/app-store.ts';
import type { WindowState } from '#shared/commands/channels.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import { packDelta, type PackedDelta } from '#shared/commands/packed-delta.ts';
import { catalogues, windowTexts, type WindowTexts } from '#shared/locales/messages.ts';
import type { Status } from '#shared/status/status.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { aCustomer, aStatus } from '../../support/samples.ts';

const contoso = aCustomer();
const fabrikam = aCustomer({ name: 'Fabrikam' });

const delta = (revision: number, part: Partial<ListDelta> = {}): ListDelta => ({
  revision,
  reset: false,
  upsert: [],
  remove: [],
  ...part,
});

describe('a change of the list', () => {
  const empty = { revision: 0, ordered: false, customers: new Map() };

  it('adds, replaces and removes', () => {
    const first = applyDelta(empty, delta(1, { upsert: [contoso, fabrikam] }));
    const renamed = { ...contoso, name: 'Contoso Ltd' };
    const second = applyDelta(first, delta(2, { upsert: [renamed], remove: [fabrikam.tenantId] }));
    expect([...second.customers.values()]).toEqual([renamed]);
    expect([...first.customers.values()]).toEqual([contoso, fabrikam]);
  });

  it('that is a reset leaves nothing of what was there', () => {
    const first = applyDelta(empty, delta(1, { upsert: [contoso] }));
    const second = applyDelta(first, delta(7, { reset: true, upsert: [fabrikam] }));
    expect([...second.customers.values()]).toEqual([fabrikam]);
  });

  it('that is not newer changes nothing', () => {
    const list = applyDelta(empty, delta(5, { upsert: [contoso] }));
    expect(applyDelta(list, delta(5, { reset: true }))).toBe(list);
  });
});

/** Main, as a window sees it, with its first answer held back until `answer` is called. */
function aMain() {
  const listeners: {
    list?: (delta: PackedDelta) => void;
    usage?: (usage: Usage) => void;
    status?: (status: Status) => void;
    texts?: (texts: WindowTexts) => void;
  } = {};
  let answer: (state: WindowState) => void = () => {};
  const store = openAppStore({
    state: () => new Promise((resolve) => (answer = resolve)),
    onList: (listener) => ((listeners.list = listener), () => delete listeners.list),
    onUsage: (listener) => ((listeners.usage = listener), () => delete listeners.usage),
    onStatus: (listener) => ((listeners.status = listener), () => delete listeners.status),
    onTexts: (listener) => ((listeners.texts = listener), () => delete listeners.texts),
  });
  const told = new Promise<void>((resolve) => store.subscribe(() => resolve()));
  return { store, listeners, told, answer: (state: WindowState) => answer(state) };
}

describe('the store of a window', () => {
  const answered: WindowState = {
    list: packDelta(delta(3, { reset: true, upsert: [contoso] })),
    usage: noUsage,
    status: aStatus(),
    texts: windowTexts('en'),
  };

  it('has nothing before main has answered, and follows main from then on', async () => {
    const { store, listeners, told, answer } = aMain();
    expect(store.get()).toBeNull();
    answer(answered);
    await told;
    listeners.list?.(packDelta(delta(4, { upsert: [fabrikam] })));
    expect([...(store.get()?.customers.values() ?? [])]).toEqual([contoso, fabrikam]);
    expect(store.get()?.texts).toEqual({ language: 'en', catalogue: catalogues.en });
    listeners.texts?.(windowTexts('fr'));
    expect(store.get()?.texts).toEqual({ language: 'fr', catalogue: catalogues.fr });
  });

  it('keeps what main told while its answer was under way', async () => {
    const { store, listeners, told, answer } = aMain();
    const french = aStatus({ language: 'fr' });
    listeners.list?.(packDelta(delta(3, { upsert: [fabrikam] })));
    listeners.list?.(packDelta(delta(4, { remove: [contoso.tenantId] })));
    listeners.texts?.(windowTexts('fr'));
    listeners.status?.(french);
    answer(answered);
    await told;
    expect(store.get()).toEqual({
      ...{ revision: 4, ordered: false },
      ...{ customers: new Map(), usage: noUsage, status: french },
      texts: { language: 'fr', catalogue: catalogues.fr },
    });
  });

  it('tells with each change what became of the customers: all of them first, then what main told, and no old news', async () => {
    const { store, listeners, told, answer } = aMain();
    const changes: (ListDelta | undefined)[] = [];
    store.subscribe((change) => changes.push(change));
    listeners.list?.(packDelta(delta(4, { upsert: [fabrikam] })));
    answer(answered);
    await told;
    const removed = delta(5, { remove: [fabrikam.tenantId] });
    listeners.list?.(packDelta(removed));
    listeners.list?.(packDelta(delta(5, { remove: [contoso.tenantId] })));
    listeners.status?.(aStatus({ language: 'fr' }));
    expect(changes).toEqual([
      { revision: 4, reset: true, ordered: false, upsert: [contoso, fabrikam], remove: [] },
      removed,
      undefined,
    ]);
  });

  it('lets go of main when it is closed', () => {
    const { store, listeners } = aMain();
    store.close();
    expect(listeners).toEqual({});
  });
});
