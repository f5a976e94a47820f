import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { DomainLookup } from '../../../../src/main/customers/sources/domain-lookup.ts';
import { ApiClient } from '../../../../src/main/system/net/api-client.ts';
import { apiHosts } from '../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../src/main/system/net/electron-http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import type { AccountSourceId } from '#shared/customer/customer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import { brief } from '../../../unit/support/patience.ts';
import type { RouteName } from '../../../world/exchange.ts';
import type { Fault, FaultScope } from '../../../world/faults.ts';
import { foreignHost } from '../../../world/hosts.ts';
import type { WorldOptions } from '../../../world/world.ts';
import { Desk } from '../../support/desk.ts';
import { SyncDesk } from '../../support/sync-desk.ts';
import { worldSession } from '../../support/world-session.ts';

/** What can go wrong with any request, and the kind of problem that it is; 'ok' for what mends itself. */
const anywhere: readonly (readonly [string, Fault, FaultScope, Problem['kind'] | 'ok'])[] = [
  ['429, short', { kind: 'status', status: 429, retryAfterSeconds: 0 }, { times: 1 }, 'ok'],
  ['429, long', { kind: 'status', status: 429, retryAfterSeconds: 600 }, {}, 'throttled'],
  ['500', { kind: 'status', status: 500 }, {}, 'server-fault'],
  ['503', { kind: 'status', status: 503 }, {}, 'server-fault'],
  ['a time-out', { kind: 'silent' }, {}, 'offline'],
  ['a cut body', { kind: 'cut' }, {}, 'offline'],
  ['broken JSON', { kind: 'broken-json' }, {}, 'answer-invalid'],
  ['a page of a guest network', { kind: 'content-type' }, {}, 'page-instead'],
  ['403 with a page', { kind: 'page', status: 403 }, {}, 'page-instead'],
  ['404 with a page', { kind: 'page', status: 404 }, {}, 'page-instead'],
  ['511', { kind: 'page', status: 511 }, {}, 'page-instead'],
  ['200 with an error in it', { kind: 'error-body' }, {}, 'answer-invalid'],
  [
    'a redirect to another host',
    { kind: 'redirect', location: `https://${foreignHost}/` },
    {},
    'page-instead',
  ],
];

/** What APIs say of an answer; the token endpoint's is MSAL's to read. */
const ofAnswers: typeof anywhere = [
  ['204', { kind: 'other-success', status: 204 }, {}, 'answer-invalid'],
  ['206', { kind: 'other-success', status: 206 }, {}, 'answer-invalid'],
  ['502 with a page', { kind: 'page', status: 502 }, {}, 'server-fault'],
  ['a byte order mark', { kind: 'marked' }, {}, 'ok'],
];

const inLists: typeof anywhere = [
  ...anywhere,
  ...ofAnswers,
  ['every row twice, once without a name', { kind: 'twice' }, {}, 'ok'],
  ['pages without end', { kind: 'endless-paging' }, {}, 'paging-endless'],
  ['the first page again and again', { kind: 'repeated-paging' }, {}, 'paging-endless'],
  ['a next page on another host', { kind: 'foreign-next-link' }, {}, 'address-refused'],
];

let desk: Desk;
let synced: SyncDesk;

async function open(source: AccountSourceId, options: WorldOptions = {}, lookUpNames = false): Promise<void> {
  desk = await Desk.open({ customers: 7, pageSize: 2, ...options });
  const { customers } = desk.world;
  desk.world.directory.setContracts(desk.username, customers);
  desk.world.directory.setGoverned(desk.username, customers);
  desk.world.directory.setDelegated(desk.username, customers);
  desk.world.directory.setRelationships(
    desk.username,
    customers.map((tenant) => ({ tenant, ends: '2026-09-01T00:00:00Z', renews: false })),
  );
  synced = new SyncDesk(desk, { sources: [source], lookUpNames });
  await synced.signIn(0);
}

/** Only what never comes is given up soon: on a busy machine an answer takes its time. */
const timeoutFor = ({ kind }: Fault) => (kind === 'silent' ? 2_000 : undefined);

function breakRoute(route: RouteName, fault: Fault, scope: FaultScope): void {
  synced.timeout = timeoutFor(fault);
  desk.world.fault(route, fault, scope);
}

function mend(): void {
  synced.timeout = undefined;
  desk.world.heal();
}

async function close(): Promise<void> {
  await synced.close();
  await desk.close();
}

/** Everything that is on disk of the list, by file. */
async function onDisk(): Promise<Readonly<Record<string, string>>> {
  const folder = join(desk.folder, 'observations');
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}

const kindOf = (outcome: Result<unknown, Problem>) => (outcome.ok ? 'ok' : outcome.error.kind);
const wentElsewhere = () => desk.world.requests().filter(({ host }) => host === foreignHost);

const firstPage: FaultScope = { when: ({ url }) => !url.searchParams.has('$skiptoken') };
const laterPage: FaultScope = { when: ({ url }) => url.searchParams.get('$skiptoken') === '4' };

describe.each<[string, AccountSourceId, RouteName, FaultScope]>([
  ['the first page of Azure tenants', 'azure-tenants', 'arm.tenants', firstPage],
  ['a later page of Azure tenants', 'azure-tenants', 'arm.tenants', laterPage],
  ['the first page of GDAP customers', 'gdap', 'graph.gdap-customers', firstPage],
  ['a later page of GDAP customers', 'gdap', 'graph.gdap-customers', laterPage],
  ['the first page of GDAP relationships', 'gdap', 'graph.gdap-relationships', firstPage],
  ['a later page of GDAP relationships', 'gdap', 'graph.gdap-relationships', laterPage],
  ['the first page of governance relationships', 'governance', 'graph.governance', firstPage],
  ['a later page of governance relationships', 'governance', 'graph.governance', laterPage],
  ['the first page of subscriptions', 'lighthouse', 'arm.subscriptions', firstPage],
  ['a later page of subscriptions', 'lighthouse', 'arm.subscriptions', laterPage],
  ['the first page of contracts', 'contracts', 'graph.contracts', firstPage],
  ['a later page of contracts', 'contracts', 'graph.contracts', laterPage],
])('%s', (_what, source, route, where) => {
  // Each test ends with a sync that goes well, and so begins after one.
  beforeAll(async () => {
    await open(source);
    expect(kindOf(await synced.sync.run())).toBe('ok');
  });
  afterAll(close);

  test.each(inLists)('%s', async (_fault, fault, scope, kind) => {
    const [before, listed] = [await onDisk(), synced.directory.customers()];
    // A paging fault of one page would heal with the next one.
    const when = fault.kind === 'endless-paging' ? {} : where;
    breakRoute(route, fault, { ...when, ...scope });
    expect(kindOf(await synced.sync.run())).toBe(kind);
    expect(await onDisk()).toEqual(before);
    expect(synced.directory.customers()).toEqual(listed);
    expect(synced.sync.status.problem?.kind ?? 'ok').toBe(kind);
    expect(wentElsewhere()).toEqual([]);
    mend();
    expect(kindOf(await synced.sync.run())).toBe('ok');
    expect(synced.sync.status.problem).toBeNull();
  });
});

describe('a silent token', () => {
  // Tokens so short that each sync needs a new one.
  beforeAll(() => open('gdap', { tokenSeconds: 200 }));
  afterAll(close);
  afterEach(() => vi.useRealTimers());

  const odd: typeof anywhere = [
    ...anywhere.filter(([what]) => what !== '200 with an error in it'),
    ...ofAnswers.filter(([, fault]) => fault.kind !== 'marked'),
    ['503, short', { kind: 'status', status: 503, retryAfterSeconds: 0 }, { times: 1 }, 'ok'],
    ['429 again and again', { kind: 'status', status: 429, retryAfterSeconds: 1 }, {}, 'throttled'],
    [
      'the wrong tenant',
      { kind: 'wrong-tenant', tenantId: '11111111-2222-4333-8444-555555555555' },
      {},
      'token-wrong-tenant',
    ],
  ];
  test.each(odd)('%s', async (_fault, fault, scope, kind) => {
    expect(kindOf(await synced.sync.run())).toBe('ok');
    const before = await onDisk();
    const asked = desk.world.requests().length;
    breakRoute('login.token', fault, scope);
    expect(kindOf(await synced.sync.run())).toBe(kind);
    if (kind !== 'ok') expect(await onDisk()).toEqual(before);
    const since = desk.world.requests().slice(asked);
    const told = since.filter(({ host }) => host === 'graph.microsoft.com');
    expect(told.length === 0).toBe(kind !== 'ok');
    expect(wentElsewhere()).toEqual([]);
    mend();
    // MSAL keeps quiet for a while after some of them.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    expect(kindOf(await synced.sync.run())).toBe('ok');
  });
});

test.each(anywhere.filter(([what]) => what !== '429, short'))(
  'the token of a sign-in: %s',
  async (_fault, fault, scope, kind) => {
    await open('gdap');
    try {
      await synced.identity.signOut((await synced.identity.accounts())[0]?.id ?? '');
      breakRoute('login.token', fault, scope);
      const outcome = await synced.identity.signIn();
      // An error that the token endpoint words itself is a refusal, whatever its status.
      if (fault.kind === 'error-body') expect(outcome.ok).toBe(false);
      else expect(kindOf(outcome)).toBe(kind);
      expect(await synced.identity.accounts()).toEqual([]);
      expect(wentElsewhere()).toEqual([]);
      mend();
      // MSAL keeps quiet for a while after some of them.
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
      expect(kindOf(await synced.identity.signIn())).toBe('ok');
      expect(kindOf(await synced.sync.run())).toBe('ok');
    } finally {
      vi.useRealTimers();
      await close();
    }
  },
);

test.each([...anywhere, ...ofAnswers])(
  'tenant information: %s costs names and nothing else',
  async (_fault, fault, scope, kind) => {
    await open('azure-tenants', { blankGuests: 2 }, true);
    try {
      breakRoute('graph.tenant-information', fault, scope);
      expect(kindOf(await synced.sync.run())).toBe('ok');
      expect(synced.directory.customers().size).toBe(8);
      expect(synced.sync.status.names?.kind ?? 'ok').toBe(kind);
      expect(wentElsewhere()).toEqual([]);
      mend();
      expect(kindOf(await synced.sync.run())).toBe('ok');
      expect(synced.sync.status.names).toBeNull();
      expect(synced.directory.find(desk.customer(0))?.name).toBe(desk.world.customers[0]?.name);
    } finally {
      await close();
    }
  },
);

test.each([...anywhere, ...ofAnswers])(
  'links of delegated administration: %s costs domains and nothing else',
  async (_fault, fault, scope, kind) => {
    await open('gdap');
    try {
      breakRoute('graph.service-management', fault, scope);
      expect(kindOf(await synced.sync.run())).toBe('ok');
      const found = [...synced.directory.customers().values()];
      expect(found).toHaveLength(7);
      expect(found.every(({ domains }) => domains.length === (kind === 'ok' ? 1 : 0))).toBe(true);
      expect(wentElsewhere()).toEqual([]);
      const asked = desk.world.requests().filter(({ route }) => route === 'graph.service-management');
      // Where one question fails no more are begun.
      if (kind !== 'ok') expect(new Set(asked.map(({ url }) => url.pathname)).size).toBeLessThanOrEqual(3);
      mend();
      expect(kindOf(await synced.sync.run())).toBe('ok');
      expect(synced.directory.find(desk.customer(0))?.domains).toEqual([
        desk.world.customers[0]?.domains.at(-1),
      ]);
    } finally {
      await close();
    }
  },
);

describe('discovery', () => {
  beforeAll(() => open('azure-tenants'));
  afterAll(close);

  test.each([...anywhere, ...ofAnswers])('%s', async (_fault, fault, scope, kind) => {
    const session = worldSession(desk.world);
    const http = new ElectronHttpClient(session, apiHosts(clouds.public), timeoutFor(fault));
    const lookup = new DomainLookup(new ApiClient(http, brief), () => clouds.public);
    const domain = desk.world.customers[0]?.defaultDomain ?? '';
    const found = async () => {
      const answer = (await lookup.findAll([domain])).get(domain);
      return answer && kindOf(answer);
    };
    breakRoute('login.discovery', fault, scope);
    expect(await found()).toBe(kind);
    expect(wentElsewhere()).toEqual([]);
    mend();
    expect(await found()).toBe('ok');
  });
});

describe.each([10, -10])('with Microsoft’s clock %i minutes ahead', (minutes) => {
  beforeAll(() => open('azure-tenants'));
  afterAll(close);

  test('the list comes all the same', async () => {
    desk.world.setClockAhead(minutes * 60_000);
    await synced.signIn(0);
    expect(kindOf(await synced.sync.run())).toBe('ok');
    expect(synced.directory.customers().size).toBe(8);
  });

  test('a token that the API finds expired is replaced once', async () => {
    expect(kindOf(await synced.sync.run())).toBe('ok');
    const before = await onDisk();
    // Nobody but the API knows that an hour has passed.
    desk.world.setClockAhead(minutes * 60_000 + 3_600_000);
    expect(kindOf(await synced.sync.run())).toBe('ok');
    expect(await onDisk()).toEqual(before);
  });
});
