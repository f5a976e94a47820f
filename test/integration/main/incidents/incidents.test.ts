import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { AskIncidents } from '../../../../src/main/incidents/ask-incidents.ts';
import type { TokenSource } from '../../../../src/main/identity/identity.ts';
import { ApiClient } from '../../../../src/main/system/net/api-client.ts';
import { apiHosts } from '../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../src/main/system/net/electron-http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { troubleOf } from '#shared/incidents/incidents.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { brief } from '../../../unit/support/patience.ts';
import { foreignHost } from '../../../world/hosts.ts';
import type { Fault } from '../../../world/faults.ts';
import { titleMarker, type WorldIncident } from '../../../world/incidents.ts';
import { Desk } from '../../support/desk.ts';
import { worldSession } from '../../support/world-session.ts';

let desk: Desk;
let tokens: TokenSource;
let asker: AskIncidents;
let account: Awaited<ReturnType<Desk['signedIn']>>;

const http = () => new ElectronHttpClient(worldSession(desk.world), apiHosts(clouds.public), 2_000);
const askerOf = (source: TokenSource): AskIncidents =>
  new AskIncidents({
    api: new ApiClient(http(), { ...brief, retries: 0 }),
    tokens: source,
    cloud: () => clouds.public,
  });

beforeEach(async () => {
  desk = await Desk.open({ customers: 3 });
  const identity = desk.identity();
  account = await desk.signedIn(identity);
  tokens = identity;
  asker = askerOf(identity);
  for (const tenantId of [desk.homeTenant, customer(), desk.customer(1)])
    desk.world.directory.consentToIncidents(tenantId);
  desk.world.directory.setIncidents(desk.homeTenant, incidents(77, 'high'));
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.close();
});

const customer = (): TenantId => desk.customer(0);
const ask = (tenantId = customer()) => asker.ask(account, tenantId, new AbortController().signal);
const incidents = (count: number, severity: WorldIncident['severity'], from = 1): readonly WorldIncident[] =>
  Array.from({ length: count }, (_, index) => ({ number: from + index, severity }));
const questions = () => desk.world.requests().filter(({ route }) => route === 'graph.incidents');
async function trouble(tenantId = customer()): Promise<string> {
  const answer = await ask(tenantId);
  return answer.ok ? `counted ${answer.value.total}` : troubleOf(answer.error);
}

test('counts the customer’s active incidents, with the customer’s own token', async () => {
  desk.world.directory.setIncidents(customer(), [
    { number: 11, severity: 'high' },
    { number: 12, severity: 'low', status: 'inProgress' },
    { number: 13, severity: 'high', status: 'resolved' },
    { number: 14, severity: 'high', status: 'redirected' },
  ]);
  expect(await ask()).toMatchObject({
    ok: true,
    value: {
      total: 2,
      bySeverity: { high: 1, medium: 0, low: 1 },
      newest: { number: '12' },
      newestHigh: { number: '11' },
    },
  });
  const [question] = questions();
  expect(question?.url.searchParams.get('$top')).toBe('50');
  expect(question?.headers['prefer']).toBe('include-unknown-enum-members');
});

test('a customer without an active incident is zero, whatever the own tenant has', async () => {
  expect(await ask()).toMatchObject({ ok: true, value: { total: 0 } });
  expect(await ask(desk.homeTenant)).toMatchObject({ ok: true, value: { total: 77 } });
});

test('of more than a page the total and the high ones are exact, by two questions', async () => {
  desk.world.directory.setIncidents(customer(), [...incidents(120, 'low'), ...incidents(3, 'high', 200)]);
  expect(await ask()).toMatchObject({
    ok: true,
    value: { total: 123, atLeast: false, bySeverity: { high: 3 }, newestHigh: { number: '202' } },
  });
  expect(questions()).toHaveLength(2);
});

describe('no number, and why', () => {
  test('no consent', async () => {
    desk.world.directory.consentToIncidents(customer(), false);
    expect(await trouble()).toBe('no-consent');
    expect(questions()).toEqual([]);
    desk.world.directory.consentToIncidents(customer());
    expect(await trouble()).toBe('counted 0');
  });

  test.each([
    [65001, 'no-consent'],
    [700016, 'no-consent'],
    [50076, 'sign-in'],
    [53003, 'no-role'],
    [50020, 'no-role'],
  ])('AADSTS%i: %s', async (code, kind) => {
    desk.world.fault(
      'login.token',
      { kind: 'entra-error', code },
      { when: ({ url }) => url.pathname.includes(customer()) },
    );
    expect(await trouble()).toBe(kind);
    expect(await trouble(desk.customer(1))).toBe('counted 0');
  });

  test('no role', async () => {
    desk.world.directory.takeIncidentRole(desk.username, customer());
    expect(await trouble()).toBe('no-role');
    expect(await trouble(desk.customer(1))).toBe('counted 0');
  });

  test.each<readonly [string, Fault]>([
    ['429', { kind: 'status', status: 429, retryAfterSeconds: 600 }],
    ['500', { kind: 'status', status: 500 }],
    ['a time-out', { kind: 'silent' }],
    ['a cut body', { kind: 'cut' }],
    ['broken JSON', { kind: 'broken-json' }],
    ['a page of a guest network', { kind: 'content-type' }],
    ['206 with a warning', { kind: 'other-success', status: 206 }],
    ['204', { kind: 'other-success', status: 204 }],
    ['200 with an error in it', { kind: 'error-body' }],
    ['a redirect to another host', { kind: 'redirect', location: `https://${foreignHost}/` }],
  ])('%s is a failure, asked once and never zero', async (_what, fault) => {
    desk.world.fault('graph.incidents', fault);
    expect(await trouble()).toBe('failed');
    expect(questions()).toHaveLength(1);
    expect(desk.world.requests().filter(({ host }) => host === foreignHost)).toEqual([]);
    desk.world.heal();
    expect(await trouble()).toBe('counted 0');
  });

  test('a second page that fails leaves no half a number', async () => {
    desk.world.directory.setIncidents(customer(), incidents(60, 'low'));
    desk.world.fault(
      'graph.incidents',
      { kind: 'status', status: 500 },
      { when: ({ url }) => url.searchParams.get('$filter')?.includes('severity') === true },
    );
    expect(await trouble()).toBe('failed');
  });
});

test('a tenant that asks for patience gets it alone: how long is known', async () => {
  desk.world.fault('graph.incidents', { kind: 'status', status: 429, retryAfterSeconds: 900 }, { times: 1 });
  const answer = await ask();
  if (answer.ok || answer.error.kind !== 'throttled') throw new Error('not throttled');
  expect(Date.parse(answer.error.values.until) - Date.now()).toBeGreaterThan(800_000);
  expect(await trouble(desk.customer(1))).toBe('counted 0');
});

describe('SECURITY: another tenant’s number is never the customer’s', () => {
  test('a token that Microsoft gives for the own tenant asks nothing', async () => {
    desk.world.fault('login.token', { kind: 'wrong-tenant', tenantId: desk.homeTenant });
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'token-wrong-tenant' } });
    expect(questions()).toEqual([]);
  });

  test.each(['the own tenant’s', 'an opaque one'])(
    'a token source that hands over another token asks nothing: %s',
    async (which) => {
      const home = await tokens.token({
        account,
        tenantId: desk.homeTenant,
        scopes: ['https://graph.microsoft.com/SecurityIncident.Read.All'],
      });
      if (!home.ok) throw new Error(home.error.kind);
      const value = which === 'an opaque one' ? 'opaque' : home.value.value;
      const tricked = askerOf({
        // It says that it is the customer's.
        token: async ({ tenantId }) => ({ ok: true, value: { value, tenantId } }),
        challenged: () => undefined,
      });
      expect(await tricked.ask(account, customer(), new AbortController().signal)).toMatchObject({
        ok: false,
        error: { kind: 'token-wrong-tenant' },
      });
      expect(questions()).toEqual([]);
    },
  );
});

test('a token that Graph refuses is replaced once', async () => {
  desk.world.fault('graph.incidents', { kind: 'status', status: 401 }, { times: 1 });
  expect(await trouble()).toBe('counted 0');
  expect(questions()).toHaveLength(2);
  desk.world.fault('graph.incidents', { kind: 'status', status: 401 });
  expect(await trouble()).toBe('failed');
  expect(questions()).toHaveLength(4);
});

test('what is called off comes to nothing', async () => {
  const stop = new AbortController();
  desk.world.fault('graph.incidents', { kind: 'silent' });
  const asked = asker.ask(account, customer(), stop.signal);
  await desk.world.waitForRequest(({ route }) => route === 'graph.incidents');
  stop.abort();
  expect(await asked).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
});

test('no title of an incident is kept: neither in the answer nor on disk', async () => {
  desk.world.directory.setIncidents(customer(), incidents(2, 'high'));
  const answer = await ask();
  expect(answer.ok).toBe(true);
  expect(JSON.stringify(answer)).not.toContain(titleMarker);
  const files = (await readdir(desk.folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  for (const file of files)
    expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(titleMarker);
});
