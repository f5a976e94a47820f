import { expect, it } from 'vitest';
import { portalsOf } from '../../../../../src/renderer/finder/results/portals.ts';
import type { Row } from '../../../../../src/renderer/finder/results/row.ts';
import { searchAll } from '../../../../../src/renderer/finder/results/search-all.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

// What an analyst types of customers whose names are words of pages, or much like another's.
const customers = [
  aCustomer({ name: 'Analog Devices', domains: ['analog.example'] }),
  aCustomer({ name: 'Bank One', domains: ['bank-one.com'] }),
  aCustomer({ name: 'Contoso', domains: ['contoso.com'] }),
  aCustomer({ name: 'Fabrikam', domains: ['fabrikam.com'] }),
  aCustomer({ name: 'Group 1 Automotive', domains: ['group1.example'] }),
  aCustomer({ name: 'Huntington Bancshares', domains: ['huntington.example'] }),
  aCustomer({ name: 'Intel', domains: ['intel.example'] }),
  aCustomer({ name: 'International Paper', domains: ['ipaper.example'] }),
  aCustomer({ name: 'Microsoft', domains: ['ms.example'] }),
  aCustomer({ name: 'Our MSSP', domains: ['mssp.example'], access: ['own'] }),
];
const fabrikam = customers[3]?.tenantId ?? '';
const index = new SearchIndex(customers);
const portals = portalsOf(
  {
    customers: new Map(customers.map((each) => [each.tenantId, each])),
    status: aStatus({ settings: defaultSettings }),
  },
  undefined,
);

const first = (query: string): Row | undefined => searchAll(index, query, noUsage, 0, portals)[0];

function shown(row: Row | undefined): string {
  const { customer, target } = row ?? {};
  const page = target?.kind === 'page' ? target.page.id : target?.kind;
  return [customer?.name ?? 'nobody', page].filter((part) => part !== undefined).join(' > ');
}

it.each([
  ['devices intel', 'Intel > devices'],
  ['intel devices', 'Intel > devices'],
  ['hunting intel', 'Intel > hunting'],
  ['intel group', 'Intel'],
  ['microsoft international', 'Microsoft'],
  ['contoso group', 'Contoso'],
  ['les incidents de contoso', 'Contoso > incidents'],
  ['contoso les incidents', 'Contoso > incidents'],
  ['les alertes de contoso', 'Contoso > alerts'],
  ['contoso all incidents', 'Contoso > incidents'],
  ['all the incidents of contoso', 'Contoso > incidents'],
  [fabrikam.replaceAll('-', ''), 'Fabrikam'],
  ['fabrikam CVE\u20112024\u20113400', 'Fabrikam > indicator'],
  ['fabrikam incident\u00a0123', 'Fabrikam > indicator'],
  ['fabrikam 203.0.113.7\u200b', 'Fabrikam > indicator'],
  ['fabrikam ip=203.0.113.7:443', 'Fabrikam > indicator'],
])('%s', (query, expected) => {
  expect(shown(first(query))).toBe(expected);
  expect(first(query)?.isGuess ?? false).toBe(false);
});

it.each(['bob@con-toso.com', 'con-toso.com', 'bob@bankone.com', 'contoso.co.example'])(
  'SECURITY: %s is another’s than the customer’s whose domain it resembles',
  (query) => {
    expect(searchAll(index, query, noUsage, 0, portals)).toEqual([]);
  },
);

it('a page of the own tenant is a guess where a customer is named', () => {
  const row = first('contoso unified view');
  expect(shown(row)).toBe('Our MSSP > mto');
  expect(row?.isGuess).toBe(true);
  // Where nobody is named, it is what was meant.
  expect(first('unified view')?.isGuess ?? false).toBe(false);
});
