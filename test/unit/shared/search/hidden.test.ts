import { describe, expect, it } from 'vitest';
import { browse } from '#shared/search/browse.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { remember } from '#shared/search/frecency.ts';
import { noUsage } from '#shared/status/usage.ts';
import { customer, found, id } from './people.ts';

const hidden = customer(1, 'Contoso Ltd', {
  hidden: true,
  favourite: true,
  aliases: ['ctso'],
  domains: ['contoso.example'],
});
const list = [
  hidden,
  customer(2, 'Contoso Group'),
  customer(3, 'Mssp', { access: ['own'] }),
  customer(4, 'Northwind'),
];

describe('a hidden customer', () => {
  it.each(['contoso ltd', 'Contoso', 'CTSO', 'contoso.example', id(1)])('is found by all of %s', (query) => {
    expect(found(list, query)).toContain('Contoso Ltd');
  });

  it.each(['cont', 'contos', 'ltd', 'cts', 'contsoo', 'contoso.exampl', id(1).slice(0, 8), 'cl'])(
    'is not found by the part %s',
    (query) => {
      expect(found(list, query)).not.toContain('Contoso Ltd');
    },
  );

  it('is nowhere on the list of everybody, not as a favourite and not as a recent one', () => {
    const usage = remember(noUsage, id(1), '', 0);
    expect(browse(new SearchIndex(list), usage).map((hit) => hit.customer.tenantId)).not.toContain(id(1));
  });

  it('comes back when it is shown again', () => {
    const index = new SearchIndex(list);
    index.apply({ reset: false, upsert: [{ ...hidden, hidden: false }], remove: [] });
    expect(browse(index, noUsage)[0]?.customer.tenantId).toBe(id(1));
  });
});

it('the own tenant stands behind all customers', () => {
  expect(browse(new SearchIndex(list), noUsage).at(-1)?.customer.name).toBe('Mssp');
});
