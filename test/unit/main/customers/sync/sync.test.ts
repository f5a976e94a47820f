import { beforeEach, expect, test } from 'vitest';
import type { Listing } from '../../../../../src/main/customers/sources/listing.ts';
import { ObservationIndex } from '../../../../../src/main/customers/merge/observation-index.ts';
import type { Attention, Pages } from '../../../../../src/main/customers/sources/source.ts';
import { Sync } from '../../../../../src/main/customers/sync/sync.ts';
import type { Observation, ObservedCustomer, SourceId } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { SyncStatus } from '#shared/status/status.ts';
import { aTenantId } from '../../../support/samples.ts';

type Page = Result<readonly ObservedCustomer[], Problem>;

const aCustomer = (): ObservedCustomer => ({ tenantId: aTenantId(), domains: [], access: 'member' });
const [one, two] = [aCustomer(), aCustomer()];
const offline = err(problem('offline', { host: 'management.azure.com' }));
const cancelled = err(problem('cancelled', {}));

let now: string;
let plan: Listing[];
let observationIndex: ObservationIndex;
let written: Observation[];
let attention: Attention[];
let sync: Sync;

beforeEach(() => {
  now = '2026-03-01T10:00:00.000Z';
  plan = [];
  observationIndex = new ObservationIndex();
  written = [];
  attention = [];
  sync = new Sync({
    plan: () => Promise.resolve([...plan]),
    directory: {
      observations: () => observationIndex.observations,
      propose: (name, rows) => void observationIndex.propose(name, rows),
      replace: (observation) => {
        observationIndex.replace(observation);
        written.push(observation);
        return Promise.resolve(ok(undefined));
      },
    },
    names: () => null,
    now: () => new Date(now),
  });
});

/** A listing whose answer is what stands in `answers` when it is asked. */
function planned(answers: { pages: readonly Page[] }, source: SourceId = 'azure-tenants', who = 'anne') {
  async function* pages(given: Attention): Pages {
    attention.push(given);
    yield* answers.pages;
  }
  const listing: Listing = { source, account: { id: who, username: `${who}@mssp.example` }, pages };
  plan.push(listing);
  return answers;
}

/** A listing that gives a page each time it is told to. */
function stepwise(source: SourceId = 'gdap') {
  const steps: ((page: Page | undefined) => void)[] = [];
  async function* pages(given: Attention): Pages {
    attention.push(given);
    for (;;) {
      const page = await new Promise<Page | undefined>((resolve) => steps.push(resolve));
      if (page === undefined) return;
      yield page;
    }
  }
  plan.push({ source, account: { id: 'anne', username: 'anne@mssp.example' }, pages });
  return async (page?: Page) => {
    const asked = steps.length;
    await expect.poll(() => steps.length).toBeGreaterThan(0);
    steps.shift()?.(page);
    return asked;
  };
}

const names = (observation: Observation | undefined) =>
  observation?.customers.map(({ tenantId, lastListed }) => [tenantId, lastListed]);
const seen = () => [...observationIndex.tenantIds()];

test('a whole listing is written, with its time', async () => {
  planned({ pages: [ok([one]), ok([two])] });
  expect(await sync.run()).toEqual(ok(undefined));
  expect(written).toEqual([{ source: 'azure-tenants', accountId: 'anne', at: now, customers: [one, two] }]);
  expect(sync.status).toMatchObject({ running: false, lastSuccess: now, problem: null, empty: false });
});

test('a later row of a tenant takes the place of an earlier one', async () => {
  planned({ pages: [ok([one]), ok([{ ...one, name: 'Contoso' }])] });
  await sync.run();
  expect(written[0]?.customers).toEqual([{ ...one, name: 'Contoso' }]);
});

test('who asks while it runs joins, and the next one asks anew', async () => {
  planned({ pages: [ok([one])] });
  await Promise.all([sync.run(), sync.run()]);
  expect(attention).toHaveLength(1);
  await sync.run();
  expect(attention).toHaveLength(2);
});

test('one source can be asked alone', async () => {
  planned({ pages: [] });
  planned({ pages: [] }, 'gdap');
  await sync.run('gdap');
  expect(written.map(({ source }) => source)).toEqual(['gdap']);
});

test('customers show as they arrive, and nobody is gone until the listing is whole', async () => {
  observationIndex.replace({
    source: 'gdap',
    accountId: 'anne',
    at: '2026-02-01T00:00:00.000Z',
    customers: [one],
  });
  const step = stepwise();
  const run = sync.run();
  await step(ok([two]));
  await expect.poll(seen).toEqual([one.tenantId, two.tenantId]);
  expect(sync.status.sources).toMatchObject([{ state: 'running', listed: 1 }]);
  expect(written).toEqual([]);
  await step();
  await run;
  expect(names(written[0])).toEqual([
    [two.tenantId, undefined],
    [one.tenantId, '2026-02-01T00:00:00.000Z'],
  ]);
});

test('a customer that is listed again is as it was', async () => {
  const answers = planned({ pages: [ok([one, two])] });
  await sync.run();
  answers.pages = [ok([two])];
  now = '2026-03-02T10:00:00.000Z';
  await sync.run();
  now = '2026-03-03T10:00:00.000Z';
  await sync.run();
  expect(names(written.at(-1))).toEqual([
    [two.tenantId, undefined],
    [one.tenantId, '2026-03-01T10:00:00.000Z'],
  ]);
  expect(sync.status.sources).toMatchObject([{ listed: 1, at: now }]);
  answers.pages = [ok([one, two])];
  await sync.run();
  expect(names(written.at(-1))).toEqual([
    [one.tenantId, undefined],
    [two.tenantId, undefined],
  ]);
});

test('a listing that breaks off writes nothing, and what it newly named stays to be found', async () => {
  const answers = planned({ pages: [ok([one])] });
  await sync.run();
  answers.pages = [ok([two]), offline];
  expect(await sync.run()).toEqual(offline);
  expect(written).toHaveLength(1);
  expect(seen()).toEqual([one.tenantId, two.tenantId]);
  expect(sync.status).toMatchObject({ lastSuccess: now, problem: offline.error });
  expect(sync.status.sources).toMatchObject([{ state: 'idle', listed: 1, at: now, problem: offline.error }]);
  answers.pages = [ok([one])];
  await sync.run();
  expect(sync.status.problem).toBeNull();
  expect(seen()).toEqual([one.tenantId]);
});

test('one listing’s failure harms no other', async () => {
  planned({ pages: [offline] });
  planned({ pages: [ok([one])] }, 'gdap');
  planned({ pages: [ok([two])] }, 'azure-tenants', 'bert');
  expect(await sync.run()).toEqual(offline);
  expect(written.map(({ source, accountId }) => [source, accountId])).toEqual([
    ['gdap', 'anne'],
    ['azure-tenants', 'bert'],
  ]);
});

test('waiting for the server shows until when, and for nobody else', async () => {
  planned({ pages: [] });
  const step = stepwise();
  const run = sync.run();
  await expect.poll(() => attention).toHaveLength(2);
  attention[1]?.onWait(new Date('2026-03-01T10:01:00Z'));
  await expect
    .poll(() => sync.status.sources)
    .toMatchObject([{ state: 'idle' }, { state: 'waiting', until: '2026-03-01T10:01:00.000Z' }]);
  await step(ok([one]));
  await expect.poll(() => sync.status.sources[1]).toMatchObject({ state: 'running', until: null });
  await step();
  await run;
});

test('listeners hear of the beginning and of the end', async () => {
  const heard: SyncStatus[] = [];
  planned({ pages: [] });
  const stop = sync.onChange((status) => heard.push(status));
  await sync.run();
  stop();
  const count = heard.length;
  await sync.run();
  expect(heard.map(({ running }) => running)).toContain(true);
  expect(heard.at(-1)?.running).toBe(false);
  expect(heard).toHaveLength(count);
});

test('a list of nothing but the own tenant is an empty one', async () => {
  const answers = planned({ pages: [ok([{ ...one, access: 'own' }])] });
  await sync.run();
  expect(sync.status.empty).toBe(true);
  answers.pages = [ok([two])];
  await sync.run();
  expect(sync.status.empty).toBe(false);
});

test('before any sync nothing is empty, failed or succeeded', () => {
  observationIndex.replace({ source: 'list', at: '2026-01-01T00:00:00.000Z', customers: [] });
  expect(sync.status).toEqual({
    running: false,
    lastSuccess: null,
    problem: null,
    empty: false,
    names: null,
    sources: [],
  });
});

test('after a restart the past is told by what is on disk, of accounts that are signed out too', async () => {
  planned({ pages: [] });
  observationIndex.replace({ source: 'azure-tenants', accountId: 'anne', at: now, customers: [one] });
  observationIndex.replace({ source: 'gdap', accountId: 'bert', at: now, customers: [one, two] });
  await sync.refresh();
  expect(sync.status.sources).toEqual([
    {
      source: 'azure-tenants',
      accountId: 'anne',
      username: 'anne@mssp.example',
      state: 'idle',
      until: null,
      listed: 1,
      at: now,
      problem: null,
    },
    {
      source: 'gdap',
      accountId: 'bert',
      state: 'idle',
      until: null,
      listed: 2,
      at: now,
      problem: null,
    },
  ]);
});

test('what is cancelled writes nothing and is no trouble, and what comes late is dropped', async () => {
  const step = stepwise();
  const run = sync.run();
  await expect.poll(() => attention).toHaveLength(1);
  sync.cancel();
  expect(attention[0]?.signal.aborted).toBe(true);
  await step(ok([one]));
  expect(await run).toEqual(cancelled);
  expect(written).toEqual([]);
  expect(sync.status).toMatchObject({ running: false, problem: null });
});

test('what is cancelled before it has begun does not begin', async () => {
  planned({ pages: [ok([one])] });
  const run = sync.run();
  sync.cancel();
  expect(await run).toEqual(cancelled);
  expect(attention).toEqual([]);
});

test('an account that has to sign in keeps no other waiting: what is soon tried again is told first', async () => {
  const ended = err(problem('sign-in-needed', { account: 'bob' }));
  planned({ pages: [ended] }, 'azure-tenants', 'bob');
  planned({ pages: [offline] }, 'azure-tenants', 'anne');
  expect(await sync.run()).toEqual(offline);
  planned({ pages: [err(problem('throttled', { host: 'h', until: now }))] }, 'gdap', 'bob');
  expect(await sync.run()).toEqual(offline);
});

test('one source is cancelled alone, and its end hides no other trouble', async () => {
  const step = stepwise();
  const other = stepwise('contracts');
  const run = sync.run();
  await expect.poll(() => attention).toHaveLength(2);
  sync.cancel('gdap');
  expect(attention.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await step(ok([one]));
  await other(ok([two]));
  await other(offline);
  expect(await run).toEqual(offline);
  expect(seen()).toEqual([two.tenantId]);
});

test('what is asked for right after it was cancelled is asked anew, once the old one has ended', async () => {
  const step = stepwise();
  const first = sync.run();
  await expect.poll(() => attention).toHaveLength(1);
  sync.cancel();
  const others = [sync.run(), sync.run('gdap')];
  await sync.refresh();
  expect(attention).toHaveLength(1);
  await step(ok([one]));
  expect(await first).toEqual(cancelled);
  await step(ok([two]));
  expect(attention.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  await step();
  expect(await Promise.all(others)).toEqual([ok(undefined), ok(undefined)]);
  expect(written.map(names)).toEqual([[[two.tenantId, undefined]]]);
});

test('a restart ends what is under way first', async () => {
  const step = stepwise();
  const run = sync.run();
  await expect.poll(() => attention).toHaveLength(1);
  const restarted = sync.restart();
  await step(ok([one]));
  expect(await run).toEqual(cancelled);
  await step(ok([two]));
  await step();
  expect(await restarted).toEqual(ok(undefined));
  expect(names(written[0])).toEqual([[two.tenantId, undefined]]);
});

test('what is signed out or switched off meanwhile does not come back', async () => {
  const step = stepwise();
  planned({ pages: [ok([two])] }, 'azure-tenants', 'bert');
  const run = sync.run();
  await step(ok([one]));
  plan.shift();
  await step();
  expect(await run).toEqual(ok(undefined));
  expect(written.map(({ accountId }) => accountId)).toEqual(['bert']);
});

test('a tenant that comes twice keeps what the later row leaves blank', async () => {
  const named = { ...one, name: 'Contoso', domains: ['contoso.com'], defaultDomain: 'contoso.com' };
  planned({ pages: [ok([named]), ok([{ ...one, ends: now }])] });
  await sync.run();
  expect(written[0]?.customers).toEqual([{ ...named, ends: now }]);
});
