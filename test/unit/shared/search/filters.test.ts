import { describe, expect, it } from 'vitest';
import { passes, readFilters, type FilterId } from '#shared/search/filters.ts';
import { aCustomer } from '../../support/samples.ts';

const now = Date.parse('2026-11-28T12:00:00Z');

describe('a filter', () => {
  it.each<[string, readonly FilterId[], string]>([
    ['is:hidden', ['hidden'], ''],
    ['IS:Hidden contoso', ['hidden'], 'contoso'],
    ['contoso is:fav north', ['favourite'], 'contoso north'],
    ['is:open is:ending', ['open', 'ending'], ''],
    ['est:masqué', ['hidden'], ''],
    ['est:fav', ['favourite'], ''],
    ['is:', [], ''],
  ])('is read out of %j', (query, filters, rest) => {
    expect(readFilters(query)).toEqual({ filters, rest, isUnknown: false });
  });

  it('that nobody knows fits nobody, and a name is no filter', () => {
    expect(readFilters('is:purple')?.isUnknown).toBe(true);
    expect(readFilters('this:that')).toBeUndefined();
    expect(readFilters('island')).toBeUndefined();
    expect(readFilters('https://x.example/?is:hidden')).toBeUndefined();
  });

  it.each([
    'tenant ID is: 6512e372-efef-4f37-86e3-f273783fdca6',
    'tenant ID is:6512e372-efef-4f37-86e3-f273783fdca6',
    'the incident is:https://security.microsoft.com/incidents/1',
    'L’incident est: https://security.microsoft.com/incidents/1',
    'the ip is: 203.0.113.7 fabrikam',
  ])('is none in the sentence %j', (sentence) => {
    expect(readFilters(sentence)).toBeUndefined();
  });

  it('passes whom it names', () => {
    const context = (open: readonly ReturnType<typeof aCustomer>[] = []) => ({
      now,
      open: new Set(open.map(({ tenantId }) => tenantId)),
    });
    const plain = aCustomer({ name: 'Plain' });
    const each: Readonly<Record<FilterId, ReturnType<typeof aCustomer>>> = {
      favourite: aCustomer({ favourite: true }),
      open: aCustomer({ name: 'Open' }),
      ending: aCustomer({ ends: '2026-12-05T00:00:00.000Z' }),
      gone: aCustomer({ lastListed: '2026-11-01T00:00:00.000Z' }),
      hidden: aCustomer({ hidden: true }),
    };
    for (const [filter, customer] of Object.entries(each) as [FilterId, typeof plain][]) {
      expect(passes(customer, [filter], context([each.open])), filter).toBe(true);
      expect(passes(plain, [filter], context([each.open])), filter).toBe(false);
    }
    // Several hold together, and hidden ones stay hidden unless they are asked for.
    const hiddenFavourite = aCustomer({ hidden: true, favourite: true });
    expect(passes(hiddenFavourite, ['favourite'], context())).toBe(false);
    expect(passes(hiddenFavourite, ['favourite', 'hidden'], context())).toBe(true);
    expect(passes(hiddenFavourite, ['favourite', 'open', 'hidden'], context())).toBe(false);
  });
});
