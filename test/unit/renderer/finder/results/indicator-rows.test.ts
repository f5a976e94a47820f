import { describe, expect, it } from 'vitest';
import { searchAll } from '../../../../../src/renderer/finder/results/search-all.ts';
import { FinderController } from '../../../../../src/renderer/finder/state/finder-controller.ts';
import { portalsOf } from '../../../../../src/renderer/finder/results/portals.ts';
import { openCommand, rowKey } from '../../../../../src/renderer/finder/results/row.ts';
import type { Command } from '#shared/commands/command.ts';
import { ok } from '#shared/problems/result.ts';
import { SearchIndex } from '#shared/search/index.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });
const fabrikam = aCustomer({ name: 'Fabrikam', favourite: true });
const adatum = aCustomer({ name: 'Adatum' });
const booking = aCustomer({ name: 'Booking.com' });
const numbered = aCustomer({ name: '1234 Ltd' });
const tagged = aCustomer({ name: 'Tagged', tags: ['77'] });
const woodgrove = aCustomer({ name: 'Woodgrove' });
const customers = [contoso, fabrikam, adatum, booking, numbered, tagged, woodgrove];
const usage = { ...noUsage, recents: [woodgrove.tenantId] };
const state = {
  customers: new Map(customers.map((customer) => [customer.tenantId, customer])),
  status: aStatus(),
};
const portals = portalsOf(state, undefined);
const index = new SearchIndex(customers);
const rows = (query: string, selection: readonly TenantId[] = []) =>
  searchAll(index, query, usage, 0, portals, selection);
const shown = (query: string, selection: readonly TenantId[] = []) =>
  rows(query, selection).map(({ customer, target }) =>
    target?.kind === 'indicator' ? `${target.indicator.kind} in ${customer.name}` : customer.name,
  );

describe('an indicator in a query', () => {
  it.each([
    'contoso 203.0.113.7',
    '203.0.113.7 contoso',
    'ip 203[.]0[.]113[.]7 in contoso',
    'Contoso: 203.0.113.7',
  ])('opens in the customer that is named: %s', (query) => {
    expect(shown(query)).toEqual(['ip in Contoso']);
  });

  it('opens in selected customers, favourites, recents, and then the others', () => {
    const [first, second, third, ...others] = shown('203.0.113.7', [adatum.tenantId]);
    expect([first, second, third]).toEqual(['ip in Adatum', 'ip in Fabrikam', 'ip in Woodgrove']);
    expect(others).toHaveLength(customers.length - 3);
    expect(shown('Beacon to 203.0.113.7 was seen on a host this very morning')[0]).toBe('ip in Fabrikam');
  });

  it('is a file before it is a device', () => {
    const hash = '3395856ce81f2b7382dee72602f798b642f14140';
    expect(shown(`contoso ${hash}`)).toEqual(['file in Contoso', 'device in Contoso']);
    const keys = rows(hash).map(rowKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends kind and value, and neither an address nor what was typed', () => {
    const [row] = rows('contoso hxxps://evil[.]example/a');
    expect(row && openCommand(row, 'contoso hxxps://evil[.]example/a')).toEqual({
      kind: 'open',
      tenantId: contoso.tenantId,
      page: 'defender',
      indicator: { kind: 'url', value: 'https://evil.example/a' },
    });
  });

  it('leaves customers, their domains and portal links what they are', () => {
    expect(shown('1234')[0]).toBe('1234 Ltd');
    expect(shown('1234').join()).not.toContain('incident');
    expect(shown('contoso.com')).toEqual(['Contoso']);
    expect(shown('mail.contoso.com')).toEqual(['Contoso']);
    expect(shown('booking.com')[0]).toBe('Booking.com');
    expect(shown('booking.com').join()).not.toContain('domain');
    expect(shown('#77')[0]).toBe('Tagged');
    expect(rows(contoso.tenantId)[0]).toMatchObject({ customer: contoso, sign: 'named' });
    const link = `https://security.microsoft.com/ip/203.0.113.7/overview?tid=${contoso.tenantId}`;
    expect(rows(link).map(({ target }) => target?.kind)).toEqual(['link']);
    expect(shown('contoso incidents')[0]).toBe('Contoso');
  });

  it('offers the customer of a user, then the user there', () => {
    expect(shown('alice@contoso.com').slice(0, 3)).toEqual([
      'Contoso',
      'user in Contoso',
      'user in Fabrikam',
    ]);
  });

  it('finds a domain that is nobody’s, also one that resembles a customer’s', () => {
    expect(shown('evil.example')[0]).toBe('domain in Fabrikam');
    expect(shown('contoso.co')).toContain('domain in Fabrikam');
  });

  it('is nothing in a link that pretends to be a portal’s', () => {
    expect(shown('https://security.rnicrosoft.com/incidents')).toEqual([]);
    expect(shown(`https://evil.example/?tid=${contoso.tenantId}`)).toEqual([]);
    // Who defangs it knows what it is.
    expect(shown('hxxps://security.rnicrosoft[.]com/incidents')[0]).toBe('url in Fabrikam');
    expect(shown('https://evil.example/')[0]).toBe('url in Fabrikam');
  });

  it('is found in a long text that is pasted', () => {
    const text = `${'word '.repeat(1_000)}\nincident 1234\n203[.]0[.]113[.]7`;
    expect(shown(text).slice(0, 2)).toEqual(['incident in Fabrikam', 'ip in Fabrikam']);
  });
});

it('opens an indicator in all that are selected', async () => {
  const commands: Command[] = [];
  const finder = new FinderController((command) => {
    commands.push(command);
    return Promise.resolve(ok({ kind: 'openedMany', opened: 2, failed: [] }));
  });
  finder.searchWith((query, selection) => (query === '' ? [] : rows(query, selection)));
  finder.selection.toggle(adatum.tenantId);
  finder.selection.toggle(contoso.tenantId);
  finder.type('203.0.113.7');
  expect(finder.highlightedRow()?.customer).toBe(adatum);
  await finder.selection.open();
  expect(commands).toEqual([
    {
      kind: 'openMany',
      tenantIds: [adatum.tenantId, contoso.tenantId],
      page: 'defender',
      indicator: { kind: 'ip', value: '203.0.113.7' },
    },
  ]);
});
