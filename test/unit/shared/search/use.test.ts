import { describe, expect, it } from 'vitest';
import { browse } from '#shared/search/browse.ts';
import { choiceOf, halfLife, remember, scoreAt } from '#shared/search/frecency.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { noUsage, type Usage } from '#shared/status/usage.ts';
import { customer, found, id, named } from './people.ts';

const opened = (times: number, tenantId: TenantId, query = '', now = 0): Usage => {
  let usage: Usage = noUsage;
  for (let i = 0; i < times; i++) usage = remember(usage, tenantId, query, now);
  return usage;
};

describe('use', () => {
  it('halves in three days', () => {
    const usage = opened(1, id(1));
    expect(scoreAt(usage, id(1), 0)).toBe(1);
    expect(scoreAt(usage, id(1), halfLife)).toBeCloseTo(0.5);
    expect(scoreAt(remember(usage, id(1), '', halfLife), id(1), halfLife)).toBeCloseTo(1.5);
    expect(scoreAt(usage, id(2), 0)).toBe(0);
  });

  it('does not grow when the clock is put back', () => {
    expect(scoreAt(opened(1, id(1), '', 10 * halfLife), id(1), 0)).toBe(1);
  });

  it('is forgotten in the end', () => {
    expect(Object.keys(remember(opened(1, id(1)), id(2), '', 11 * halfLife).scores)).toEqual([id(2)]);
  });

  it('lists the recent ones newest first, each once', () => {
    let usage: Usage = noUsage;
    for (const n of [1, 2, 3, 1]) usage = remember(usage, id(n), '', 0);
    expect(usage.recents).toEqual([id(1), id(3), id(2)]);
  });

  it('does not change what it was given', () => {
    const before = structuredClone(opened(1, id(1), 'con'));
    const usage = structuredClone(before);
    remember(usage, id(2), 'con', 5);
    expect(usage).toEqual(before);
  });

  it('decides between equals', () => {
    const list = named('Contoso A', 'Contoso B');
    expect(found(list, 'con', opened(1, id(2)))).toEqual(['Contoso B', 'Contoso A']);
  });

  it('never lifts a customer over a better kind of match', () => {
    const list = named('Contoso', 'Contoso East', 'Acme Contoso West');
    const usage = opened(1000, id(3), 'cont');
    expect(found(list, 'cont', usage)).toEqual(['Contoso', 'Contoso East', 'Acme Contoso West']);
    expect(found(list, 'contoso', opened(1000, id(2), 'contoso'))[0]).toBe('Contoso');
  });

  it('remembers what a query opened before, however it is written', () => {
    const list = named('Contoso A', 'Contoso B', 'Contoso C');
    const usage = remember(opened(5, id(2), 'contoso b'), id(3), 'Con', 0);
    expect(found(list, ' CON ', usage)).toEqual(['Contoso C', 'Contoso B', 'Contoso A']);
    expect(found(list, 'cont', usage)[0]).toBe('Contoso B');
  });

  it('counts a favourite as used', () => {
    expect(found([customer(1, 'Contoso A'), customer(2, 'Contoso B', { favourite: true })], 'con')[0]).toBe(
      'Contoso B',
    );
  });

  it('takes names of object members for ordinary queries', () => {
    for (const query of ['__proto__', 'constructor', 'toString']) {
      expect(choiceOf(noUsage, query)).toBeUndefined();
      expect(choiceOf(remember(noUsage, id(1), query, 0), query)).toBe(id(1));
    }
  });

  it('keeps no more choices than it has room for', () => {
    let usage: Usage = {
      ...noUsage,
      choices: Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`q${i}`, id(1)])),
    };
    usage = remember(usage, id(2), 'newest', 0);
    expect(Object.keys(usage.choices)).toHaveLength(1000);
    expect(choiceOf(usage, 'newest')).toBe(id(2));
    expect(choiceOf(usage, 'q4999')).toBe(id(1));
  });
});

describe('browsing without a query', () => {
  const list = [
    ...named('Élan', 'Alpha', 'Bravo', 'Charlie'),
    customer(5, 'Zulu', { favourite: true }),
    customer(6, 'Yankee', { favourite: true }),
  ];
  const index = new SearchIndex(list);
  const usage = remember(remember(remember(noUsage, id(4), '', 0), id(5), '', 1), id(3), '', 2);

  it('shows favourites, then recents, then A to Z, each customer once', () => {
    const rows = browse(index, usage).map(({ customer: { name }, step }) => `${name} ${step}`);
    expect(rows).toEqual([
      'Yankee favourite',
      'Zulu favourite',
      'Bravo recent',
      'Charlie recent',
      'Alpha all',
      'Élan all',
    ]);
  });

  it('is what a blank search gives', () => {
    expect(search(index, '  ', usage, 0)).toEqual(browse(index, usage));
  });

  it('gives pages that join to the whole', () => {
    const pages = [browse(index, usage, 4), browse(index, usage, 4, 4)].flat();
    expect(pages).toEqual(browse(index, usage));
  });

  it('shows eight recents at most and none that has gone', () => {
    const many = new SearchIndex(named(...Array.from({ length: 20 }, (_, i) => `Customer ${i}`)));
    const recent: Usage = {
      ...noUsage,
      recents: [id(99), ...Array.from({ length: 20 }, (_, i) => id(i + 1))],
    };
    expect(browse(many, recent).filter((hit) => hit.step === 'recent')).toHaveLength(8);
  });
});
