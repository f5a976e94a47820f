import { describe, expect, it } from 'vitest';
import { OpenCustomer, type OpenCustomerOptions } from '../../../../src/main/commands/open-customer.ts';
import type { LaunchPlan } from '../../../../src/main/browsers/launch/launch-plan.ts';
import type { JournalLine } from '../../../../src/main/state/journal/journal.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { aCustomer } from '../../support/samples.ts';

/** A desk on which launches are recorded instead of carried out. */
function desk(
  customers: Customer[],
  part: Partial<OpenCustomerOptions> = {},
  usage: Pick<Usage, 'read'> = noUsage,
) {
  const opened: LaunchPlan[] = [];
  const lines: JournalLine[] = [];
  const started: string[] = [];
  const late: Problem[] = [];
  const open = new OpenCustomer({
    context: () => ({
      customers: new Map(customers.map((customer) => [customer.tenantId, customer])),
      settings: defaultSettings,
      usage,
    }),
    accountFor: () => undefined,
    browsers: {
      plan: ({ tenantId, name, url }) =>
        ok({
          customer: { tenantId, name },
          level: 'profile',
          browser: { id: 'chromium', name: 'Chromium' },
          executable: '/usr/bin/chromium',
          args: [url],
          profile: null,
          url,
        }),
      open: async (plan) => {
        // A real launch takes its time: the list may change meanwhile.
        await Promise.resolve();
        opened.push(plan);
        return ok({
          pid: 1,
          settled: Promise.resolve(ok('running' as const)),
          endedBadly: Promise.resolve(undefined),
        });
      },
    },
    confirmAct: async () => true,
    onPlanned: () => undefined,
    onLaunched: () => undefined,
    onStarted: ({ tenantId }) => started.push(tenantId),
    onLateFailure: (trouble) => late.push(trouble),
    journal: (line) => lines.push(line),
    now: () => new Date('2026-01-02T03:04:05Z'),
    ...part,
  });
  return { open, opened, lines, started, late };
}

const openIt = (customer: Customer) =>
  ({ kind: 'open', tenantId: customer.tenantId, page: 'defender' }) as const;

describe('opening a customer', () => {
  it('opens that tenant’s portal and writes one line of journal', async () => {
    const customer = aCustomer({ name: 'Contoso' });
    const { open, opened, lines, started } = desk([aCustomer(), customer]);
    expect(await open.run(openIt(customer))).toEqual(
      ok({ kind: 'opened', customer: 'Contoso', browser: 'Chromium' }),
    );
    const url = `https://security.microsoft.com/?tid=${customer.tenantId}`;
    expect(opened.map((plan) => plan.url)).toEqual([url]);
    expect(lines).toMatchObject([
      { at: '2026-01-02T03:04:05.000Z', tenantId: customer.tenantId, url, outcome: 'started' },
    ]);
    expect(started).toEqual([customer.tenantId]);
  });

  it('notes the way in, and the account as it was when the launch was planned', async () => {
    const customer = aCustomer();
    let username = 'alice@mssp.example';
    const { open, lines } = desk([customer], {
      accountFor: () => ({ id: 'a', username }),
      onPlanned: () => (username = 'bob@mssp.example'),
    });
    await open.run(openIt(customer), 'tray');
    await open.runMany({ kind: 'openMany', tenantIds: [customer.tenantId], page: 'defender' }, 'finder');
    expect(lines).toMatchObject([
      { account: 'alice@mssp.example', wayIn: 'tray' },
      { account: 'bob@mssp.example', wayIn: 'finder' },
    ]);
  });

  it('keeps what a mail says of an incident, and what was typed, out of the journal', async () => {
    const customer = aCustomer({ name: 'Contoso' });
    const { open, lines } = desk([customer]);
    const link = `https://security.microsoft.com/incidents/42?tid=${customer.tenantId}`;
    const text = `Incident 42: MARKER of a stolen token\n${link}`;
    expect(await open.run({ kind: 'openLink', text }, 'clipboard-hotkey')).toMatchObject({ ok: true });
    expect(await open.run({ ...openIt(customer), query: 'MARKER' }, 'finder')).toMatchObject({ ok: true });
    const indicator = { kind: 'incident', value: '42' } as const;
    expect(await open.run({ ...openIt(customer), indicator }, 'finder')).toMatchObject({ ok: true });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain('MARKER');
  });

  it('notes no account where nobody is signed in', async () => {
    const customer = aCustomer();
    for (const nobody of [undefined, { id: 'a', username: '' }]) {
      const { open, lines } = desk([customer], { accountFor: () => nobody });
      await open.run(openIt(customer), 'finder');
      expect(lines).toMatchObject([{ account: null, wayIn: 'finder' }]);
    }
  });

  it('opens an indicator there, and keeps it out of journal and use', async () => {
    const customer = aCustomer({ name: 'Contoso' });
    const uses: unknown[] = [];
    const { open, opened, lines } = desk([customer], { onStarted: (use) => uses.push(use) });
    const indicator = { kind: 'user', value: 'alice@evil.example' } as const;
    await open.run({ ...openIt(customer), query: 'alice@evil.example', indicator });
    const home = `https://security.microsoft.com/?tid=${customer.tenantId}`;
    expect(opened.map((plan) => plan.url)).toEqual([
      `https://security.microsoft.com/user?upn=alice%40evil.example&tid=${customer.tenantId}`,
    ]);
    expect(lines).toMatchObject([{ page: 'indicator-user', url: home }]);
    expect(JSON.stringify(lines)).not.toContain('alice');
    expect(uses).toMatchObject([{ tenantId: customer.tenantId, query: '' }]);
    expect(uses[0]).not.toHaveProperty('page');
  });

  it('stays with what the user saw when the whole list changes right after Enter', async () => {
    const seen = aCustomer({ name: 'Contoso' });
    const customers = [seen];
    const { open, opened } = desk(customers);
    const outcome = open.run(openIt(seen));
    customers.splice(0, 1, { ...seen, name: 'Fabrikam' }, aCustomer({ name: 'Contoso' }));
    await outcome;
    expect(opened).toHaveLength(1);
    expect(opened[0]?.customer).toEqual({ tenantId: seen.tenantId, name: 'Contoso' });
  });

  it('starts nothing for a tenant that is not on the list', async () => {
    const stranger = aCustomer();
    const { open, opened, lines } = desk([]);
    expect(await open.run(openIt(stranger))).toEqual(
      err(problem('customer-unknown', { tenantId: stranger.tenantId })),
    );
    expect(opened).toEqual([]);
    expect(lines).toEqual([]);
  });

  it('tells a launch that failed, in the journal too, and does not count it as use', async () => {
    const customer = aCustomer();
    const trouble = problem('browser-missing', { browser: 'Chromium', path: '/usr/bin/chromium' });
    const { open, lines, started } = desk([customer], {
      browsers: {
        plan: () => ok(anyPlan(customer)),
        open: () => Promise.resolve(err(trouble)),
      },
    });
    expect(await open.run(openIt(customer))).toEqual(err(trouble));
    expect(lines).toMatchObject([{ outcome: 'browser-missing' }]);
    expect(started).toEqual([]);
  });

  it('tells a browser that stopped within seconds', async () => {
    const customer = aCustomer();
    const trouble = problem('browser-exited', { browser: 'Chromium', code: '1' });
    const settled: Promise<Result<'running', Problem>> = Promise.resolve(err(trouble));
    const { open, late, lines, started } = desk([customer], {
      browsers: {
        plan: () => ok(anyPlan(customer)),
        open: () => Promise.resolve(ok({ pid: 1, settled, endedBadly: Promise.resolve(trouble) })),
      },
    });
    await open.run(openIt(customer));
    await settled;
    await Promise.resolve();
    expect(started).toEqual([]);
    expect(late).toEqual([trouble]);
    // The second says that it takes the first back.
    expect(lines.map(({ late, outcome }) => [outcome, late])).toEqual([
      ['started', undefined],
      ['browser-exited', true],
    ]);
  });
});

describe('opening a page or a link', () => {
  it('opens the page that was asked for', async () => {
    const customer = aCustomer();
    const { open, opened, lines } = desk([customer]);
    await open.run({ ...openIt(customer), page: 'incidents' });
    const url = `https://security.microsoft.com/incidents?tid=${customer.tenantId}`;
    expect(opened.map((plan) => plan.url)).toEqual([url]);
    expect(lines).toMatchObject([{ page: 'incidents', url }]);
  });

  it('opens a customer’s own link, and none that the customer no longer has', async () => {
    const url = 'https://myaccess.microsoft.com/@contoso.com#/access-packages/42';
    const customer = aCustomer({ links: [{ name: 'Access', url }] });
    const { open, opened } = desk([customer]);
    await open.run({ ...openIt(customer), page: `link:${url}` });
    expect(opened.map((plan) => plan.url)).toEqual([url]);
    const other = `link:${url}x` as const;
    expect(await open.run({ ...openIt(customer), page: other })).toMatchObject({
      ok: false,
      error: { kind: 'page-unknown' },
    });
    expect(opened).toHaveLength(1);
  });

  it('opens a link itself, in the profile of the customer it names', async () => {
    const [customer, other] = [aCustomer({ name: 'Contoso' }), aCustomer({ name: 'Fabrikam' })];
    const { open, opened, lines, started } = desk([other, customer]);
    const url = `https://security.microsoft.com/incident2/42/overview?tid=${customer.tenantId}`;
    await open.run({ kind: 'openLink', text: `Look: ${url}.`, shown: customer.tenantId });
    expect(opened.map(({ url, customer: { tenantId } }) => [tenantId, url])).toEqual([
      [customer.tenantId, url],
    ]);
    expect(lines).toMatchObject([{ page: 'link', customer: 'Contoso' }]);
    expect(started).toEqual([customer.tenantId]);
  });

  it('opens what a link of Tidegate’s own says, wherever its text comes from', async () => {
    const [customer, other] = [aCustomer({ name: 'Contoso' }), aCustomer({ name: 'Fabrikam' })];
    const { open, opened } = desk([other, customer]);
    const own = ` tidegate://open?tenant=${customer.tenantId}&page=incidents\n`;
    expect((await open.run({ kind: 'openLink', text: own })).ok).toBe(true);
    expect(opened.map((plan) => plan.url)).toEqual([
      `https://security.microsoft.com/incidents?tid=${customer.tenantId}`,
    ]);
    expect(await open.run({ kind: 'openLink', text: own, shown: other.tenantId })).toMatchObject({
      error: { kind: 'link-moved' },
    });
    const voided = `tidegate://open?tenant=${customer.tenantId}&page=x`;
    expect(await open.run({ kind: 'openLink', text: voided })).toMatchObject({
      error: { kind: 'link-malformed' },
    });
    expect(opened).toHaveLength(1);
  });

  it('opens nothing when the link no longer means the customer that was shown', async () => {
    const before = aCustomer({ name: 'Contoso', domains: [] });
    const now = aCustomer({ name: 'Fabrikam', domains: ['contoso.com'] });
    const { open, opened } = desk([before, now]);
    const text = 'https://entra.microsoft.com/contoso.com';
    expect(await open.run({ kind: 'openLink', text, shown: before.tenantId })).toEqual(
      err(problem('link-moved', { shown: 'Contoso', customer: 'Fabrikam' })),
    );
    expect(opened).toEqual([]);
  });

  it.each([
    ['https://security.microsoft.com.evil.example/?tid=', 'link-look-alike'],
    ['https://security.microsoft.com@evil.example/?tid=', 'link-disguised'],
    ['https://www.example.com/?tid=', 'link-host-unlisted'],
  ])('refuses %s with the reason', async (link, kind) => {
    const customer = aCustomer();
    const { open, opened } = desk([customer]);
    const outcome = await open.run({ kind: 'openLink', text: link + customer.tenantId });
    expect(outcome).toMatchObject({ ok: false, error: { kind } });
    expect(opened).toEqual([]);
  });
});

describe('a link that acts', () => {
  const consent = ({ tenantId }: Customer): string =>
    `https://login.microsoftonline.com/${tenantId}/adminconsent?client_id=app&redirect_uri=https://evil.example/`;

  it('opens only after a yes that main has heard, and names whom and what', async () => {
    const customer = aCustomer({ name: 'Contoso' });
    const asked: string[] = [];
    let answer = false;
    const { open, opened, lines } = desk([customer], {
      confirmAct: async (act, { customer: { name }, url }) => {
        asked.push([act.kind, name, new URL(url).pathname, ...act.facts.map(({ value }) => value)].join(' '));
        return answer;
      },
    });
    const command = { kind: 'openLink', text: consent(customer), shown: customer.tenantId } as const;
    expect(await open.run(command)).toEqual(err(problem('cancelled', {})));
    expect([opened, lines]).toEqual([[], []]);
    expect(asked).toEqual([`consent Contoso /${customer.tenantId}/adminconsent app evil.example`]);
    answer = true;
    expect((await open.run(command)).ok).toBe(true);
    expect(opened).toHaveLength(1);
    // What shows only is not asked about.
    await open.run(openIt(customer));
    expect([asked.length, opened.length]).toEqual([2, 2]);
  });

  it('asks as well where it stands among the customer’s own links, and never opens among several', async () => {
    const plain = aCustomer();
    const url = consent(plain);
    const customer = { ...plain, links: [{ name: 'Report', url }] };
    const { open, opened } = desk([customer], { confirmAct: async () => false });
    const page = `link:${url}` as const;
    expect(await open.run({ ...openIt(customer), page })).toEqual(err(problem('cancelled', {})));
    const many = await open.runMany({ kind: 'openMany', tenantIds: [customer.tenantId], page });
    expect(many).toMatchObject({ value: { opened: 0, failed: [{ problem: { kind: 'link-acts' } }] } });
    expect(opened).toEqual([]);
  });
});

function anyPlan(customer: Customer): LaunchPlan {
  return {
    customer,
    level: 'profile',
    browser: { id: 'chromium', name: 'Chromium' },
    executable: '/usr/bin/chromium',
    args: [],
    profile: null,
    url: `https://security.microsoft.com/?tid=${customer.tenantId}`,
  };
}
