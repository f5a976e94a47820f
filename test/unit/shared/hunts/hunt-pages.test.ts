import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { planOpen } from '../../../../src/main/commands/plan-open.ts';
import { parseCommand } from '../../../../src/main/desktop/ipc/command-schema.ts';
import { checkSettings, salvageSettings } from '../../../../src/main/state/settings/setting-schemas.ts';
import { searchAll } from '../../../../src/renderer/finder/results/search-all.ts';
import { portalsOf } from '../../../../src/renderer/finder/results/portals.ts';
import { obstacleOf, openCommand } from '../../../../src/renderer/finder/results/row.ts';
import { targetNote } from '../../../../src/renderer/finder/list/target-text.tsx';
import type { Customer } from '#shared/customer/customer.ts';
import { allHunts, huntLimits, type Hunt } from '#shared/hunts/hunt.ts';
import { translator } from '#shared/locales/messages.ts';
import type { PageId } from '#shared/portals/page.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aStatus, aTenantId } from '../../support/samples.ts';

const risky: Hunt = { name: 'Risky logins', query: 'SigninLogs | where TenantId == {tenantId} // {name}' };
const mail: Hunt = { name: 'Mail to {domain}', query: 'EmailEvents | where RecipientDomain == "{domain}"' };
const usb: Hunt = { name: 'USB drives', query: 'DeviceEvents | where ActionType == "UsbDriveMount"' };
const hunts = [risky, mail, usb];
const settings = { ...defaultSettings, hunts };

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });
const northwind = aCustomer({ name: 'Northwind' });
const own = aCustomer({ name: 'Tidewater Security', access: ['own'] });
const customers = [contoso, northwind, own];

function rows(query: string, listed: readonly Customer[] = customers) {
  const state = {
    customers: new Map(listed.map((customer) => [customer.tenantId, customer])),
    status: aStatus({ settings }),
  };
  return searchAll(new SearchIndex(listed), query, noUsage, 0, portalsOf(state, undefined));
}

const firstOf = (query: string) => {
  const [row] = rows(query);
  return row?.target?.kind === 'page' ? [row.customer.name, row.target.page.id] : row?.target?.kind;
};

/** The query in the address that a page opens for a customer, and the address without it. */
function opened(page: PageId, customer: Customer = contoso, typed?: string) {
  const context = { customers: new Map([[customer.tenantId, customer]]), settings, usage: noUsage };
  const opening = planOpen({ kind: 'open', tenantId: customer.tenantId, page }, context, typed);
  if (!opening.ok) return opening.error.kind;
  const url = new URL(opening.value.url);
  const query = gunzipSync(Buffer.from(url.searchParams.get('query') ?? '', 'base64url')).toString('utf16le');
  url.searchParams.delete('query');
  return [url.href, query];
}

describe('a hunt in the finder', () => {
  it.each([
    ['hunt risky logins contoso', 'Contoso', 'hunt:Risky%20logins'],
    ['contoso hunt risky logins', 'Contoso', 'hunt:Risky%20logins'],
    ['contoso hunt risky', 'Contoso', 'hunt:Risky%20logins'],
    ['usb drives for contoso', 'Contoso', 'hunt:USB%20drives'],
    ['contoso > usb dri', 'Contoso', 'hunt:USB%20drives'],
    // Entra has a page of that name.
    ['contoso risky logins', 'Contoso', 'riskySignIns'],
    ['repérage risky logins contoso', 'Contoso', 'hunt:Risky%20logins'],
    ['usb drives northwind', 'Northwind', 'hunt:USB%20drives'],
    ['contoso hunt', 'Contoso', 'hunting'],
    ['unified hunt usb drives', 'Tidewater Security', 'unified-hunt:USB%20drives'],
  ])('%s', (query, customer, page) => expect(firstOf(query)).toEqual([customer, page]));

  it('comes after the page that has the same name', () => {
    const state = {
      customers: new Map([[contoso.tenantId, contoso]]),
      status: aStatus({ settings: { ...settings, hunts: [{ name: 'incidents', query: 'AlertInfo' }] } }),
    };
    const found = searchAll(
      new SearchIndex([contoso]),
      'contoso incidents',
      noUsage,
      0,
      portalsOf(state, undefined),
    );
    const ids = found.flatMap(({ target }) => (target?.kind === 'page' ? [target.page.id] : []));
    expect(ids).toEqual(['incidents', 'mtoIncidents', 'hunt:incidents', 'unified-hunt:incidents']);
  });

  it('asks main for itself by name, which a window may do', () => {
    const [row] = rows('usb drives contoso');
    const command = row && openCommand(row, 'usb drives contoso');
    expect(command).toMatchObject({ page: 'hunt:USB%20drives', tenantId: contoso.tenantId });
    expect(parseCommand(command)).toEqual(command);
  });

  it('says which value a customer lacks', () => {
    const [row] = rows('hunt mail to northwind');
    expect(row && obstacleOf(row)).toMatchObject({
      kind: 'page-incomplete',
      values: { page: 'Mail to {domain}', placeholder: 'placeholder.defaultDomain' },
    });
  });

  it('is offered in the unified view only where it names no customer', () => {
    const ids = rows('hunt risky logins').map(({ target }) => target?.kind === 'page' && target.page.id);
    expect(ids).not.toContain('unified-hunt:Risky%20logins');
    expect(ids).toContain('hunt:Risky%20logins');
  });
});

it('a hunt in the unified view says that nobody has confirmed it', () => {
  const [row] = rows('unified hunt usb drives');
  expect(row && targetNote(row, translator('en'))).toContain('Check that the whole query arrives');
});

describe('the address of a hunt', () => {
  it('has the query with that customer’s values, in that customer’s tenant', () => {
    for (const customer of [contoso, northwind]) {
      const { name, tenantId } = customer;
      expect(opened('hunt:Risky%20logins', customer)).toEqual([
        `https://security.microsoft.com/v2/advanced-hunting?tid=${tenantId}`,
        `SigninLogs | where TenantId == "${tenantId}" // "${name}"`,
      ]);
    }
  });

  it('is one in the unified view', () => {
    const page = 'https://mto.security.microsoft.com/v2/advanced-hunting';
    expect(opened('unified-hunt:USB%20drives', own)).toEqual([page, usb.query]);
    expect(opened('unified-hunt:USB%20drives', contoso)).toBe('page-own-tenant');
    expect(opened('unified-hunt:Risky%20logins', own)).toBe('page-unknown');
  });

  it('is none for a name that is not there, or a customer who lacks a value', () => {
    expect(opened('hunt:Gone')).toBe('page-unknown');
    expect(opened('hunt:Mail%20to%20%7Bdomain%7D', northwind)).toBe('page-incomplete');
  });

  it('takes what was typed instead, filled as well', () => {
    expect(opened('hunting', contoso, 'T | where D == {domain}')).toEqual([
      `https://security.microsoft.com/v2/advanced-hunting?tid=${contoso.tenantId}`,
      'T | where D == "contoso.com"',
    ]);
    expect(opened('hunting', northwind, '{domain}')).toBe('page-incomplete');
  });
});

describe('the hunts that are kept', () => {
  const kept = (value: unknown) => {
    const checked = checkSettings({ hunts: value });
    return checked.ok ? checked.value.hunts : checked.error.kind;
  };
  const many = (count: number, length = 1) =>
    Array.from({ length: count }, (_, at) => ({ name: `hunt ${at}`, query: 'x'.repeat(length) }));

  it('have a name on one line and a query without signs that nobody sees', () => {
    expect(kept([{ name: ' Risky\u202E\nlogins ', query: 'A\r\n|\u200B where\tb\u00A0== "c"  \n' }])).toEqual(
      [{ name: 'Risky logins', query: 'A\n| where b == "c"' }],
    );
  });

  it('have each a name of its own, in any case', () => {
    expect(kept([risky, { name: 'RISKY LOGINS', query: 'x' }])).toBe('hunt-name-taken');
    expect(kept([risky, { name: 'Risky\u200B logins', query: 'x' }])).toBe('hunt-name-taken');
  });

  it('are bounded: how many, how long a name and a query, how long all queries', () => {
    expect(kept(many(huntLimits.hunts))).toHaveLength(huntLimits.hunts);
    expect(kept(many(huntLimits.hunts + 1))).toBe('hunts-too-many');
    const longest = huntLimits.all / huntLimits.query;
    expect(kept(many(longest, huntLimits.query))).toHaveLength(longest);
    expect(kept(many(longest + 1, huntLimits.query))).toBe('hunts-too-many');
    expect(kept([{ name: 'x'.repeat(huntLimits.name + 1), query: 'x' }])).toBe('command-refused');
    expect(kept([{ name: 'x', query: 'x'.repeat(huntLimits.query + 1) }])).toBe('command-refused');
    expect(kept([{ name: '\u200B', query: 'x' }])).toBe('command-refused');
  });

  it('hold no query into which no value can be put safely, from a file neither', () => {
    const open = [{ name: 'a', query: 'x == "\n{name}' }];
    expect(kept(open)).toBe('hunt-unclosed');
    expect(kept([{ name: 'a', query: '```{name}```' }])).toBe('hunt-multiline');
    expect(salvageSettings({ hunts: open })).toEqual({});
  });

  it('go before a team’s of the same name', () => {
    const teams = [
      { name: 'risky LOGINS', query: 'evil' },
      { name: 'Theirs', query: 'x' },
    ];
    expect(allHunts([risky], teams)).toEqual([risky, { name: 'Theirs', query: 'x' }]);
  });
});

it('a page of Defender says when the relationship brings no security role', () => {
  const t = translator('en');
  const bare = aCustomer({ name: 'Contoso', access: ['gdap'], securityRoles: [] });
  const noteOf = (query: string, customer: Customer) => {
    const [row] = rows(query, [customer, own]);
    return row && targetNote(row, t);
  };
  for (const query of ['contoso incidents', 'contoso usb drives'])
    expect(noteOf(query, bare)).toBe('The GDAP relationship has no security role: this page will refuse you');
  expect(noteOf('contoso entra', bare)).toBeUndefined();
  expect(
    noteOf('contoso incidents', { ...bare, tenantId: aTenantId(), securityRoles: ['security-reader'] }),
  ).toBeUndefined();
});
