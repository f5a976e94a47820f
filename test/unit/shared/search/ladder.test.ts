import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { customer, found, id, named } from './people.ts';

const stepFor = (name: string, query: string): string | undefined =>
  search(new SearchIndex(named(name)), query, noUsage, 0)[0]?.step;

describe('the ladder', () => {
  it.each([
    ['Contoso', 'contoso', 'name'],
    ['Contoso Ltd', 'CONTOSO', 'name'],
    ['Contoso Ltd', 'contoso ltd.', 'name'],
    ['Johnson & Johnson', 'johnson and johnson', 'name'],
    ['Johnson & Johnson', 'johnson johnson', 'name'],
    ['J.B. Hunt', 'j b hunt', 'name'],
    ['Bank of America', 'bankofamerica', 'name'],
    ['Müller Söhne', 'mueller', 'prefix'],
    ['Bank of America', 'bank of am', 'prefix'],
    ['Adobe Inc.', 'adobe gmbh', 'prefix'],
    ['Bank of America', 'boa', 'prefix'],
    ['Bank of America', 'america', 'prefix'],
    ['Bank of America', 'ame', 'words'],
    ['Bank of America', 'am ba', 'words'],
    ['Bank of America', 'ba', 'prefix'],
    ['GameStop', 'gs', 'words'],
    ['GameStop', 'stop', 'words'],
    ['McDonald’s', 'donald', 'words'],
    ['北京微软科技', '微软', 'words'],
    ['Bank of America', 'bofa', 'letters'],
    ['Microsoft', 'micrsoft', 'letters'],
    ['Microsoft', 'soft', 'letters'],
    ['Microsoft', 'mircosoft', 'typos'],
    ['Microsoft', 'micropoft', 'typos'],
    ['Goldman Sachs', 'sacsh gold', 'typos'],
    ['Microsoft', 'mcsft', 'loose'],
    ['Micro Old Soft', 'mcsft', 'scattered'],
  ])('%s is found for "%s" by its %s', (name, query, step) => {
    expect(stepFor(name, query)).toBe(step);
  });

  it('puts a better kind of match first', () => {
    const list = [
      customer(1, 'Acme Services', { aliases: ['con'] }),
      customer(2, 'Con'),
      customer(3, 'Contoso'),
      customer(4, 'Acme Contoso'),
      customer(5, 'Fabrikam', { defaultDomain: 'contoso.example', domains: ['contoso.example'] }),
      customer(6, 'Falcon'),
    ];
    expect(found(list, 'con')).toEqual([
      'Acme Services',
      'Con',
      'Contoso',
      'Acme Contoso',
      'Fabrikam',
      'Falcon',
    ]);
  });

  it('puts what is typed whole before what it is only a part of', () => {
    expect(found(named('Bankwell Corporation', 'First Bank', 'Bank of America'), 'bank')).toEqual([
      'Bank of America',
      'First Bank',
      'Bankwell Corporation',
    ]);
  });

  it('puts the beginning of a word before that of a part of one', () => {
    expect(found(named('AngloGold', 'Paramount Gold'), 'gol')).toEqual(['Paramount Gold', 'AngloGold']);
  });

  it('prefers the legal form that was typed', () => {
    expect(found(named('Contoso Ltd', 'Contoso GmbH'), 'contoso gmbh')).toEqual([
      'Contoso GmbH',
      'Contoso Ltd',
    ]);
  });

  it('lets a whole alias, domain or tenant id win over any name', () => {
    const list = [
      customer(1, 'Delta'),
      customer(2, 'Zulu', { aliases: ['Delta'] }),
      customer(3, 'Contoso.com'),
      customer(4, 'Yankee', { domains: ['contoso.com'] }),
    ];
    expect(found(list, 'delta')).toEqual(['Zulu', 'Delta']);
    expect(found(list, 'contoso.com')[0]).toBe('Yankee');
    expect(found(list, 'bob@contoso.com')[0]).toBe('Yankee');
    expect(found(list, id(3))).toEqual(['Contoso.com']);
    expect(found(list, `{${id(3).toUpperCase()}}`)).toEqual(['Contoso.com']);
    expect(found(list, id(3).replaceAll('-', ''))).toEqual(['Contoso.com']);
  });

  it('finds the head of a tenant id, below names that begin so', () => {
    const cafe = customer(0xcafe0001, 'Contoso');
    expect(found([cafe, customer(2, 'Cafe Rio')], 'cafe')).toEqual(['Cafe Rio', 'Contoso']);
    expect(found([cafe], 'cafe0001-00')).toEqual(['Contoso']);
    expect(found([cafe], 'caf')).toEqual([]);
    expect(found([cafe], 'cafe-0001')).toEqual([]);
  });

  it('finds by a domain without its end, but not by the end alone', () => {
    const list = [
      customer(1, 'Fabrikam', { defaultDomain: 'ctso.onmicrosoft.com', domains: ['ctso.onmicrosoft.com'] }),
    ];
    expect(found(list, 'ctso')).toEqual(['Fabrikam']);
    expect(found(list, 'ctso.onm')).toEqual(['Fabrikam']);
    expect(found(list, 'onmicrosoft')).toEqual([]);
    expect(found(list, 'com')).toEqual([]);
  });

  it('among equals takes the shorter name, then A to Z, then the tenant id', () => {
    const list = [
      customer(9, 'Contoso B'),
      customer(8, 'Contoso A'),
      customer(7, 'Contoso A'),
      customer(6, 'Contoso AB'),
    ];
    const hits = search(new SearchIndex(list), 'conto', noUsage, 0).map((hit) => hit.customer.tenantId);
    expect(hits).toEqual([id(7), id(8), id(9), id(6)]);
  });

  it.each([
    ['müller', 'Müller AG', 'Muller AG'],
    ['mu\u0308ller', 'Müller AG', 'Muller AG'],
    ['Muller', 'Muller AG', 'Müller AG'],
    ['MUELLER', 'Mueller AG', 'Müller AGs'],
  ])('among equals takes the accents of "%s" as typed', (query, first, other) => {
    expect(found(named(first, other), query)[0]).toBe(first);
    expect(found(named(other, first), query)[0]).toBe(first);
  });

  it('keeps to the limit', () => {
    const list = named(...Array.from({ length: 100 }, (_, i) => `Contoso ${i}`));
    expect(search(new SearchIndex(list), 'con', noUsage, 0, 7)).toHaveLength(7);
    expect(search(new SearchIndex(list), 'con', noUsage, 0)).toHaveLength(50);
  });
});

describe('what a hit shows', () => {
  const marked = (name: string, query: string): string => {
    const [hit] = search(
      new SearchIndex([customer(1, name, { aliases: ['Nick Name'], domains: ['ctso.example'] })]),
      query,
      noUsage,
      0,
    );
    let text = hit?.text ?? '';
    for (const [start, end] of (hit?.ranges ?? []).toReversed()) {
      text = `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
    }
    return `${hit?.field}: ${text}`;
  };

  it.each([
    ['Société Générale', 'soc', 'name: [Soc]iété Générale'],
    ['Bank of America', 'bankofam', 'name: [Bank of Am]erica'],
    ['Bank of America', 'am ba', 'name: [Ba]nk of [Am]erica'],
    ['Bank of America', 'boa', 'name: [B]ank [o]f [A]merica'],
    ['Straßenbau', 'stras', 'name: [Straß]enbau'],
    ['Microsoft', 'micrsoft', 'name: [Micr]o[soft]'],
    ['Microsoft', 'mircosoft', 'name: [Microsoft]'],
    ['Fabrikam', 'nick', 'alias: [Nick] Name'],
    ['Fabrikam', 'ctso.ex', 'domain: [ctso.ex]ample'],
    ['Fabrikam', 'ctso.example', 'domain: [ctso.example]'],
    ['Fabrikam', '00000001', 'id: [00000001]-0000-4000-8000-000000000000'],
  ])('%s for "%s" is marked as %s', (name, query, expected) => {
    expect(marked(name, query)).toBe(expected);
  });
});
