import { describe, expect, it } from 'vitest';
import { lookUp } from '../../../../../src/renderer/finder/results/results.ts';
import type { Row } from '../../../../../src/renderer/finder/results/row.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { aCustomer } from '../../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });
const fabrikam = aCustomer({ name: 'Fabrikam', defaultDomain: 'fabrikam.net', domains: ['fabrikam.net'] });
const list = [contoso, fabrikam];

const rows = (query: string, customers: readonly Customer[] = list, usage: Usage = noUsage): readonly Row[] =>
  lookUp(new SearchIndex(customers), query, usage, 0);
const found = (query: string): readonly Customer[] => rows(query).map((row) => row.customer);

describe('a query that names a tenant', () => {
  it.each([
    ['its id', contoso.tenantId],
    ['its id in capitals and braces', `{${contoso.tenantId.toUpperCase()}}`],
    ['its domain', 'contoso.com'],
    ['a portal link', `https://security.microsoft.com/incidents?tid=${contoso.tenantId}`],
  ])('by %s puts its customer first and says so', (_by, query) => {
    expect(rows(query)[0]).toMatchObject({ customer: contoso, sign: 'named' });
    expect(found(query).filter((customer) => customer === contoso)).toHaveLength(1);
  });

  it('finds nobody else by a link, and nobody by a link to a tenant that is not on the list', () => {
    expect(found(`https://security.microsoft.com/?tid=${contoso.tenantId}`)).toEqual([contoso]);
    expect(found(`https://security.microsoft.com/?tid=${aCustomer().tenantId}`)).toEqual([]);
    expect(found(`https://contoso.com.evil.example/?tid=${contoso.tenantId}`)).toEqual([]);
  });

  it('names neither of two customers that claim one domain', () => {
    const other = aCustomer({ name: 'Contoso Retail', domains: ['contoso.com'] });
    expect(rows('contoso.com', [...list, other]).map((row) => row.sign)).toEqual([null, null]);
  });
});

describe('a domain below one that is listed', () => {
  it.each([
    'www.contoso.com',
    'mail.contoso.com',
    'a.b.contoso.com',
    'x@sales.contoso.com',
    'contoso.com/en/contact',
    'www.contoso.com/',
  ])('is the same customer’s: %s', (query) => {
    expect(found(query)).toEqual([contoso]);
  });

  it('shows the domain that is listed and does not call it named', () => {
    expect(rows('www.contoso.com')[0]).toMatchObject({
      detail: { text: 'contoso.com', ranges: [[0, 11]] },
      tellApart: true,
      sign: null,
    });
  });

  it('is whose list has all of it, first of all', () => {
    const sales = aCustomer({ name: 'Zava', domains: ['sales.contoso.com'] });
    expect(rows('sales.contoso.com', [...list, sales]).map((row) => [row.customer, row.sign])).toEqual([
      [sales, 'named'],
    ]);
    expect(rows('eu.sales.contoso.com', [...list, sales]).map((row) => row.customer)).toEqual([sales]);
  });

  it.each([
    'contoso.com.evil.example',
    'notcontoso.com',
    'contoso.net',
    'contosoo.com',
    'contso.com',
    'x@contoso.org',
  ])('is not what merely resembles it: %s', (query) => {
    expect(found(query)).toEqual([]);
  });

  it.each(['co.uk', 'onmicrosoft.com', 'com'])(
    'is not looked for at a registry or a host of many: %s',
    (shared) => {
      const careless = aCustomer({ name: 'Zava', domains: [shared] });
      expect(rows(`fabrikam.${shared}`, [careless])).toEqual([]);
    },
  );

  it('follows the list', () => {
    const index = new SearchIndex(list);
    expect(lookUp(index, 'www.contoso.com', noUsage, 0)).toHaveLength(1);
    const moved = { ...contoso, defaultDomain: 'contoso.org', domains: ['contoso.org'] };
    index.apply({ reset: false, upsert: [moved], remove: [] });
    expect(lookUp(index, 'www.contoso.com', noUsage, 0)).toEqual([]);
    expect(lookUp(index, 'www.contoso.org', noUsage, 0)[0]?.customer).toBe(moved);
  });

  it('does not show a hidden customer', () => {
    expect(rows('www.contoso.com', [{ ...contoso, hidden: true }])).toEqual([]);
  });
});

describe('a row', () => {
  it('marks what was searched for, in the name or in the domain', () => {
    expect(rows('conto')[0]).toMatchObject({
      name: { text: 'Contoso', ranges: [[0, 5]] },
      detail: { text: 'contoso.com', ranges: [] },
    });
    const [byDomain] = rows('fab', [aCustomer({ name: 'Zava', domains: ['fabrikam.net'] })]);
    expect(byDomain).toMatchObject({
      name: { text: 'Zava', ranges: [] },
      detail: { text: 'fabrikam.net', ranges: [[0, 3]] },
    });
  });

  it('shows the other name that was searched by', () => {
    const [row] = rows('acme', [aCustomer({ name: 'Contoso', aliases: ['Acme'] })]);
    expect(row).toMatchObject({ name: { ranges: [] }, alias: { text: 'Acme', ranges: [[0, 4]] } });
  });

  it('tells look-alikes and guesses apart', () => {
    const twin = aCustomer({ name: 'Contoso Ltd' });
    expect(rows('contoso', [...list, twin]).map((row) => row.tellApart)).toEqual([true, true]);
    expect(rows('contoso')[0]?.tellApart).toBe(false);
    expect(rows('fabirkam')[0]).toMatchObject({ customer: fabrikam, tellApart: true });
  });

  it('falls back on the tenant id where no domain is known', () => {
    const bare = aCustomer();
    expect(rows('', [bare])[0]?.detail.text).toBe(bare.tenantId);
  });
});

it('shows everybody for an empty query, the recent ones marked and first', () => {
  const usage = { ...noUsage, recents: [fabrikam.tenantId] };
  expect(rows('', list, usage).map((row) => [row.customer, row.sign])).toEqual([
    [fabrikam, 'recent'],
    [contoso, null],
  ]);
});
