import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AskIncidents } from '../../../../src/main/incidents/ask-incidents.ts';
import { atOnce, IncidentRounds } from '../../../../src/main/incidents/incident-rounds.ts';
import { PassingTokens } from '../../../../src/main/incidents/passing-tokens.ts';
import type { Identity } from '../../../../src/main/identity/identity.ts';
import { ApiClient } from '../../../../src/main/system/net/api-client.ts';
import { apiHosts } from '../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../src/main/system/net/electron-http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { IncidentsStatus } from '#shared/incidents/incidents.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { brief } from '../../../unit/support/patience.ts';
import { aCustomer } from '../../../unit/support/samples.ts';
import type { WorldRequest } from '../../../world/exchange.ts';
import { armScope, Desk } from '../../support/desk.ts';
import { worldSession } from '../../support/world-session.ts';

const many = 500;

let desk: Desk;
let identity: Identity;
let accounts: readonly AccountStatus[];
let told: IncidentsStatus | undefined;
/** How many tenants are being asked, now and at most. */
let running = { now: 0, most: 0 };

beforeEach(async () => {
  desk = await Desk.open({ customers: many });
  identity = desk.identity();
  await desk.signedIn(identity);
  accounts = await identity.accounts();
  running = { now: 0, most: 0 };
});
afterEach(() => desk.close());

test('a round over 500 customers asks each of them once, four at a time, and a bad tenant holds up no other', async () => {
  const [account] = accounts;
  if (account === undefined) throw new Error('nobody is signed in');
  const { directory } = desk.world;
  const customers = new Map<TenantId, Customer>();
  for (let at = 0; at < many; at += 1) {
    const tenantId = desk.customer(at);
    if (at % 10 !== 0) directory.consentToIncidents(tenantId);
    directory.setIncidents(tenantId, at % 10 === 1 ? [{ number: at + 1, severity: 'high' }] : []);
    customers.set(tenantId, aCustomer({ tenantId, accountIds: [account.id], favourite: at === many - 1 }));
  }
  // One says "later", one is slow, one is broken, and one answers for the own tenant.
  const at = (index: number) => ({
    when: ({ headers }: WorldRequest) => tidOf(headers.authorization) === desk.customer(index),
  });
  desk.world.fault('graph.incidents', { kind: 'status', status: 429, retryAfterSeconds: 3_600 }, at(2));
  desk.world.fault('graph.incidents', { kind: 'slow', milliseconds: 300 }, at(3));
  desk.world.fault('graph.incidents', { kind: 'status', status: 500 }, at(4));
  desk.world.fault(
    'login.token',
    { kind: 'wrong-tenant', tenantId: desk.homeTenant },
    { when: ({ url }) => url.pathname.includes(desk.customer(5)) },
  );
  const http = new ElectronHttpClient(worldSession(desk.world), apiHosts(clouds.public));
  const asker = new AskIncidents({
    api: new ApiClient(http, { ...brief, retries: 0 }),
    tokens: new PassingTokens(identity, Date.now),
    cloud: () => clouds.public,
  });
  const rounds = new IncidentRounds({
    settings: () => ({ ...defaultSettings, incidents: true }),
    customers: () => customers,
    accounts: () => accounts,
    recents: () => [],
    ask: async (...question) => {
      running = { now: running.now + 1, most: Math.max(running.most, running.now + 1) };
      const answer = await asker.ask(...question);
      running.now -= 1;
      return answer;
    },
    forget: () => undefined,
    pause: () => null,
    signInHost: () => new URL(clouds.public.login).hostname,
    tell: (status) => (told = status),
    now: Date.now,
    random: Math.random,
    everyMinute: () => () => undefined,
    soon: (run) => {
      const timer = setImmediate(run);
      return () => clearImmediate(timer);
    },
    breathe: (run) => run(),
    failed: (error) => {
      throw error;
    },
  });
  rounds.start();
  await expect
    .poll(() => told, { timeout: 550_000 })
    .toMatchObject({ waiting: 0, customers: { length: many } });
  rounds.close();

  const of = (index: number) => told?.customers.find(({ tenantId }) => tenantId === desk.customer(index));
  expect(running.most).toBe(atOnce);
  expect(of(0)).toMatchObject({ counted: null, trouble: { kind: 'no-consent' } });
  expect(of(1)).toMatchObject({ counted: { count: { total: 1, bySeverity: { high: 1 } } }, trouble: null });
  expect(of(2)).toMatchObject({ counted: null, trouble: { kind: 'failed', problem: { kind: 'throttled' } } });
  expect(of(3)).toMatchObject({ counted: { count: { total: 0 } } });
  expect(of(4)).toMatchObject({ counted: null, trouble: { kind: 'failed' } });
  expect(of(5)).toMatchObject({ counted: null, trouble: { problem: { kind: 'token-wrong-tenant' } } });
  expect(told?.customers.filter(({ counted }) => counted !== null)).toHaveLength(many - many / 10 - 3);
  const asked = desk.world.requests().filter(({ route }) => route === 'graph.incidents');
  // Whoever has not consented, and whoever got a token for another tenant, is not asked.
  expect(asked).toHaveLength(many - many / 10 - 1);
  expect(tidOf(asked[0]?.headers.authorization)).toBe(desk.customer(many - 1));
  // MSAL keeps nothing of 500 tenants, which it would go through at each question.
  await identity.token({ account, tenantId: desk.homeTenant, scopes: [armScope], fresh: true });
  await identity.flush();
  const kept = await desk.vault.open(await readFile(join(desk.folder, 'data', 'tokens.bin')));
  if (!kept.ok) throw new Error('the tokens cannot be opened');
  expect(kept.value).toContain(desk.homeTenant);
  expect([...customers.keys()].filter((tenantId) => kept.value.includes(tenantId))).toEqual([]);
  // A token of the own tenant was never used here.
  expect(asked.some(({ headers }) => tidOf(headers.authorization) === desk.homeTenant)).toBe(false);
}, 600_000);

function tidOf(authorization = ''): string {
  const [, payload = ''] = authorization.split('.');
  return (
    (JSON.parse(Buffer.from(payload, 'base64url').toString() || '{}') as { readonly tid?: string }).tid ?? ''
  );
}
