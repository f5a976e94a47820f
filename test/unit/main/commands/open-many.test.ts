import { done } from '#shared/commands/outcomes.ts';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OpenCustomer } from '../../../../src/main/commands/open-customer.ts';
import { openClipboard } from '../../../../src/main/commands/open-clipboard.ts';
import { markOf } from '../../../../src/main/commands/instruction-gate.ts';
import { withHuntingQuery } from '../../../../src/main/commands/hunting-address.ts';
import type { LaunchRequest } from '../../../../src/main/browsers/launch/launch-request.ts';
import { parseCommand } from '../../../../src/main/desktop/ipc/command-schema.ts';
import { isOpenable } from '../../../../src/main/browsers/launch/openable.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { aCustomer, aTenantId } from '../../support/samples.ts';

/** What was planned in which browser, and what was started, in order. */
function aDesk(customers: Customer[], usage: Usage = noUsage) {
  const planned: { readonly request: LaunchRequest; readonly browser: string | null }[] = [];
  const started: string[] = [];
  const launched: unknown[] = [];
  const open = new OpenCustomer({
    context: () => ({
      customers: new Map(customers.map((customer) => [customer.tenantId, customer])),
      settings: defaultSettings,
      usage,
    }),
    accountFor: () => undefined,
    browsers: {
      plan: (request, browser) => {
        planned.push({ request, browser });
        const { level, name, tenantId, url } = request;
        if (name === 'Refused') return err(problem('no-browser', {}));
        return ok({
          customer: { tenantId, name },
          level,
          browser: { id: 'chromium', name: 'Chromium' },
          executable: '/usr/bin/chromium',
          args: [url],
          profile: null,
          url,
        });
      },
      open: async (plan) => {
        await Promise.resolve();
        started.push(plan.customer.name);
        return ok({
          pid: 1,
          settled: Promise.resolve(ok('running')),
          endedBadly: Promise.resolve(undefined),
        });
      },
    },
    confirmAct: async () => true,
    onPlanned: () => undefined,
    onLaunched: () => launched.push(started.at(-1)),
    onStarted: () => undefined,
    onLateFailure: () => undefined,
    journal: () => undefined,
    now: () => new Date(0),
  });
  return { open, planned, started, launched };
}

describe('opening several', () => {
  it('starts them in their order, planned from one revision of the list', async () => {
    const customers = ['C', 'A', 'B'].map((name) => aCustomer({ name }));
    const { open, started } = aDesk(customers);
    const tenantIds = customers.map(({ tenantId }) => tenantId);
    const outcome = open.runMany({ kind: 'openMany', tenantIds, page: 'defender' });
    // A sync that replaces everybody right after Enter.
    customers.splice(0, 3, ...tenantIds.map((tenantId) => aCustomer({ tenantId, name: 'Another' })));
    expect(await outcome).toEqual(ok({ kind: 'openedMany', opened: 3, failed: [] }));
    expect(started).toEqual(['C', 'A', 'B']);
  });

  it('tells who could not be opened, and opens the others', async () => {
    const instruction = { text: 'Ring first', atLaunch: true };
    const good = aCustomer({ name: 'Good' });
    const refused = aCustomer({ name: 'Refused' });
    const unread = aCustomer({ name: 'Unread', instruction });
    const stranger = aTenantId();
    const { open, started } = aDesk([good, refused, unread]);
    const tenantIds = [refused.tenantId, stranger, unread.tenantId, good.tenantId];
    expect(await open.runMany({ kind: 'openMany', tenantIds, page: 'defender' })).toMatchObject({
      value: {
        opened: 1,
        failed: [
          { customer: 'Refused', problem: { kind: 'no-browser' } },
          { customer: stranger, problem: { kind: 'customer-unknown' } },
          { customer: 'Unread', problem: { kind: 'instruction-unread' } },
        ],
      },
    });
    expect(started).toEqual(['Good']);
  });

  it('tells of each browser window that is on its way', async () => {
    const customers = [aCustomer({ name: 'A' }), aCustomer({ name: 'Refused' }), aCustomer({ name: 'C' })];
    const { open, launched } = aDesk(customers);
    const tenantIds = customers.map(({ tenantId }) => tenantId);
    await open.runMany({ kind: 'openMany', tenantIds, page: 'defender' });
    expect(launched).toHaveLength(2);
  });

  it('opens a link that names no tenant in each, and refuses one that names somebody', async () => {
    const customers = [aCustomer(), aCustomer(), aCustomer()];
    const { open, planned } = aDesk(customers);
    const tenantIds = customers.map(({ tenantId }) => tenantId);
    const many = { kind: 'openMany', tenantIds, page: 'defender' } as const;
    await open.runMany({ ...many, link: 'https://security.microsoft.com/incidents/4711' });
    expect(planned.map(({ request }) => request.url)).toEqual(
      tenantIds.map((tid) => `https://security.microsoft.com/incidents/4711?tid=${tid}`),
    );
    const named = `https://security.microsoft.com/incidents/4711?tid=${tenantIds[0]}`;
    expect(await open.runMany({ ...many, link: named })).toMatchObject({ value: { opened: 0 } });
    expect(planned).toHaveLength(3);
  });

  it('opens an indicator in each, in its own tenant', async () => {
    const customers = [aCustomer(), aCustomer(), aCustomer()];
    const { open, planned } = aDesk(customers);
    const tenantIds = customers.map(({ tenantId }) => tenantId);
    const indicator = { kind: 'ip', value: '203.0.113.7' } as const;
    await open.runMany({ kind: 'openMany', tenantIds, page: 'defender', indicator });
    expect(planned.map(({ request }) => request.url)).toEqual(
      tenantIds.map((tid) => `https://security.microsoft.com/ip/203.0.113.7/overview?tid=${tid}`),
    );
  });

  it('takes an indicator from a window only in its plain form', () => {
    const asked = (kind: string, value: string, more = {}) =>
      parseCommand({
        kind: 'openMany',
        tenantIds: [aTenantId()],
        page: 'defender',
        indicator: { kind, value, ...more },
      });
    expect(asked('ip', '203.0.113.7')).toBeDefined();
    for (const [kind, value] of [
      ['ip', '203.0.113.7/../../settings'],
      ['url', 'javascript:alert(1)'],
      ['url', 'https://evil.example'],
      ['incident', '1?tid=2'],
      ['user', 'alice'],
      ['page', '1'],
    ] as const)
      expect(asked(kind, value)).toBeUndefined();
    expect(asked('ip', '203.0.113.7', { url: 'https://evil.example/' })).toBeUndefined();
  });

  it('hands each the query, in its own tenant', async () => {
    const customers = [aCustomer(), aCustomer()];
    const { open, planned } = aDesk(customers);
    const hunting = 'DeviceInfo\n| where Name == "é"';
    const tenantIds = customers.map(({ tenantId }) => tenantId);
    await open.runMany({ kind: 'openMany', tenantIds, page: 'hunting', hunting });
    for (const [index, { request }] of planned.entries()) {
      const url = new URL(request.url);
      expect(`${url.host}${url.pathname}`).toBe('security.microsoft.com/v2/advanced-hunting');
      expect(url.searchParams.get('tid')).toBe(tenantIds[index]);
      const bytes = gunzipSync(Buffer.from(url.searchParams.get('query') ?? '', 'base64url'));
      expect(bytes.toString('utf16le')).toBe(hunting);
      expect(isOpenable(request.url, ['security.microsoft.com'])).toBe(true);
    }
  });
});

it('leaves an address that is none as it is', () => {
  expect(withHuntingQuery('nonsense', 'x')).toBe('nonsense');
});

describe('for this once', () => {
  it('another browser and another level are taken instead of what is set', async () => {
    const customer = aCustomer({ browser: 'edge', isolation: 'account' });
    const { open, planned } = aDesk([customer]);
    const command = { kind: 'open', tenantId: customer.tenantId, page: 'defender' } as const;
    await open.run({ ...command, how: { browser: 'firefox', isolation: 'sealed' } });
    await open.run(command);
    expect(planned.map(({ browser, request: { level } }) => [browser, level])).toEqual([
      ['firefox', 'sealed'],
      ['edge', 'account'],
    ]);
  });

  it('are checked at the door', () => {
    const command = { kind: 'open', tenantId: aTenantId(), page: 'defender' };
    expect(parseCommand({ ...command, how: { isolation: 'sealed', browser: 'edge' } })).toBeDefined();
    expect(parseCommand({ ...command, how: { isolation: 'none' } })).toBeUndefined();
    expect(parseCommand({ ...command, how: { browser: '' } })).toBeUndefined();
    expect(parseCommand({ ...command, executable: '/bin/sh' })).toBeUndefined();
  });
});

describe('an instruction that asks to be read first', () => {
  const customer = aCustomer({ name: 'Contoso', instruction: { text: 'Ring first', atLaunch: true } });
  const { tenantId } = customer;
  const unread = err(problem('instruction-unread', { tenantId, customer: 'Contoso' }));
  const command = { kind: 'open', tenantId, page: 'defender' } as const;

  it('stops every launch, by page and by link, until it has been read', async () => {
    const { open, started } = aDesk([customer]);
    expect(await open.run(command)).toEqual(unread);
    const text = `https://security.microsoft.com/?tid=${tenantId}`;
    expect(await open.run({ kind: 'openLink', text })).toEqual(unread);
    const several = { kind: 'openMany', tenantIds: [tenantId], page: 'defender' } as const;
    expect(await open.runMany(several)).toMatchObject({
      value: { opened: 0, failed: [{ tenantId, problem: { kind: 'instruction-unread' } }] },
    });
    expect(
      await openClipboard(
        () => text,
        open,
        () => done,
      ),
    ).toMatchObject({ error: { kind: 'instruction-unread' } });
    expect(started).toEqual([]);
  });

  it('stops none once its text was read, and asks again when that has changed', async () => {
    const read = { [tenantId]: markOf('Ring first') };
    expect(await aDesk([customer], { ...noUsage, read }).open.run(command)).toMatchObject({ ok: true });
    const before = { [tenantId]: markOf('Ring later') };
    expect(await aDesk([customer], { ...noUsage, read: before }).open.run(command)).toEqual(unread);
  });

  it('stops nothing where it does not ask for that', async () => {
    const calm = { ...customer, instruction: { text: 'Ring first', atLaunch: false } };
    expect(await aDesk([calm]).open.run(command)).toMatchObject({ ok: true });
  });
});
