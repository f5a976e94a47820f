import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

const list = named('Northwind Traders', 'Amazon', 'Zytec', 'Рубин Логистика', 'Παπαδόπουλος', 'O’Malley');

describe('letters typed under another keyboard layout', () => {
  it.each([
    ['тщкерцштв', 'Northwind Traders'],
    ['ТЩКЕР', 'Northwind Traders'],
    ['екфв тщке', 'Northwind Traders'],
    ['νορτηςινδ', 'Northwind Traders'],
    ["מםראי'ןמג", 'Northwind Traders'],
    ['qmqwon', undefined],
    ['q;qwon', 'Amazon'],
    ['yztec', 'Zytec'],
    ['he,by', 'Рубин Логистика'],
    ['kjubcnbrf', 'Рубин Логистика'],
    ['papadopoy', 'Παπαδόπουλος'],
  ])('%s finds %s', (query, name) => {
    expect(found(list, query)[0]).toBe(name);
  });

  it('count as a slip, and mark what was meant', () => {
    const [hit] = search(new SearchIndex(list), 'екфв тщке', noUsage, 0);
    expect([hit?.step, hit?.lookAlike, hit?.ranges]).toEqual([
      'typos',
      true,
      [
        [0, 4],
        [10, 14],
      ],
    ]);
  });

  it('stand below a name in the letters that were typed', () => {
    expect(found(named('Northwind', 'Альфа Тщкеа'), 'тщке')).toEqual(['Альфа Тщкеа', 'Northwind']);
    expect(found(named('Young', 'Zoungas'), 'zoung')[0]).toBe('Zoungas');
  });

  it('lose none of the letters', () => {
    expect(found(named('Is', 'Mima'), 'mims')).toEqual(['Mima']);
  });
});
