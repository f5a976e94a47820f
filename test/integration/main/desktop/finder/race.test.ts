import { expect, it } from 'vitest';
import { OpenCustomer } from '../../../../../src/main/commands/open-customer.ts';
import { Directory } from '../../../../../src/main/customers/store/directory.ts';
import { FinderController } from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { followList } from '../../../../../src/renderer/finder/state/follow-list.ts';
import { openAppStore } from '../../../../../src/renderer/ui/app-store.ts';
import { packDelta, type PackedDelta } from '#shared/commands/packed-delta.ts';
import type { ObservedCustomer } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { noUsage } from '#shared/status/usage.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { windowTexts } from '#shared/locales/messages.ts';
import { aStatus, aTenantId } from '../../../../unit/support/samples.ts';
import { newSeed, seeded } from '../../../support/seeded.ts';

const tries = 1_000;
const names = ['Contoso', 'Contoso Ltd', 'Contoso Group', 'Con Brio', 'Fabrikam', 'Northwind', 'Tailspin'];
const typed = ['c', 'con', 'cont', 'contoso', 'contoso l', 'fab', 'no', ''];

/** What the disk does here: nothing, at once. */
const noDisk = () => Promise.resolve(ok(undefined));
const stores = {
  observations: {
    load: () => Promise.resolve({ observations: [], problems: [] }),
    replace: noDisk,
    removeAccount: noDisk,
    flush: () => Promise.resolve(),
  },
  annotations: {
    load: () => Promise.resolve({ annotations: new Map() }),
    save: noDisk,
    flush: () => Promise.resolve(),
  },
};

/**
 * The finder's parts and main's, with a channel between them that is as late as a random number wants: messages keep
 * their order, as they do between processes, and each is a copy.
 */
function aTidegate(random: () => number) {
  const { observations, annotations } = stores;
  const directory = new Directory(observations as never, annotations as never, () => new Date());
  const planned: string[] = [];
  const open = new OpenCustomer({
    accountFor: () => undefined,
    context: () => ({ customers: directory.customers(), settings: defaultSettings, usage: noUsage }),
    browsers: {
      plan: (request) => {
        // The address names the tenant as well: both have to be the customer's.
        planned.push(`${request.tenantId} ${new URL(request.url).searchParams.get('tid')}`);
        return err(problem('no-browser', {}));
      },
      open: () => Promise.reject(new Error('nothing was planned')),
    },
    confirmAct: async () => true,
    onPlanned: () => undefined,
    onLaunched: () => undefined,
    onStarted: () => undefined,
    onLateFailure: () => undefined,
    journal: () => undefined,
    now: () => new Date(),
  });
  let last: Promise<unknown> = Promise.resolve();
  /** In order, and some turns of the event loop late. */
  const late = <T>(act: () => T | Promise<T>): Promise<T> => {
    const turns = Math.floor(random() * 4);
    const done = last.then(async () => {
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      return act();
    });
    last = done.catch(() => undefined);
    return done;
  };
  let tell: (delta: PackedDelta) => void = () => undefined;
  const release = directory.onChange((delta) => void late(() => tell(packDelta(delta))));
  const store = openAppStore({
    state: () =>
      late(() => ({
        ...{ list: packDelta(directory.snapshot()), usage: noUsage, status: aStatus() },
        texts: windowTexts('en'),
      })),
    onList: (listener) => {
      tell = listener;
      return () => undefined;
    },
    onUsage: () => () => undefined,
    onStatus: () => () => undefined,
    onTexts: () => () => undefined,
  });
  const finder = new FinderController((command) =>
    command.kind === 'open' ? late(() => open.run(command)) : Promise.resolve(ok({ kind: 'done' })),
  );
  const unfollow = followList(store, finder);
  return {
    directory,
    finder,
    planned,
    end: () => [release, unfollow, () => store.close()].forEach((each) => each()),
  };
}

it(`in ${tries} races with syncs that replace the whole list, Enter opens what was highlighted or nobody`, async () => {
  const seed = newSeed();
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  // Names come back with other tenants: what a mix-up would feed on.
  const tenants = Array.from({ length: 12 }, aTenantId);
  const aList = (): readonly ObservedCustomer[] => {
    const mixed = tenants.map((id) => ({ id, at: random() })).sort((one, other) => one.at - other.at);
    return names.slice(Math.floor(random() * 4)).flatMap((name, index) => {
      const tenantId = mixed[index]?.id;
      return tenantId === undefined ? [] : [{ tenantId, name, domains: [], access: 'member' }];
    });
  };
  let opened = 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const { directory, finder, planned, end } = aTidegate(random);
    const sync = () =>
      directory.replace({
        source: 'azure-tenants',
        accountId: 'a',
        at: new Date().toISOString(),
        customers: aList(),
      });
    await sync();
    const acts = [
      () => void sync(),
      () => finder.type(pick(typed)),
      () => finder.move(pick(['next', 'previous', 'last'] as const)),
      () => new Promise((resolve) => setImmediate(resolve)),
    ];
    for (let act = 0; act < 8; act++) await Promise.resolve(pick(acts)());
    const { rows, highlighted } = finder.get();
    const wanted = rows[highlighted]?.customer;
    const entering = finder.open();
    void sync();
    finder.type(pick(typed));
    await entering;
    const expected = wanted === undefined ? [] : [`${wanted.tenantId} ${wanted.tenantId}`];
    // It may have left the list meanwhile: then nobody is opened.
    if (planned.length > 0) expect(planned, `seed ${seed}, try ${attempt}`).toEqual(expected);
    opened += planned.length;
    end();
    await directory.close();
  }
  // Most of them did open somebody: else the test would say nothing.
  expect(opened, `seed ${seed}`).toBeGreaterThan(tries / 4);
});
