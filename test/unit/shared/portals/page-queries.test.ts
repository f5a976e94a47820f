import { expect, it } from 'vitest';
import { measurePages } from '../../../bench/pages/measure.ts';
import { makePageQueries } from '../../../bench/pages/queries.ts';
import { readCustomers } from '../../../bench/search/customers.ts';

it('finds the page that is asked for, first and in the right customer, 98 times of 100', () => {
  const customers = readCustomers();
  const queries = makePageQueries(customers, 11);
  expect(queries.length).toBeGreaterThan(300);
  const { hit1, misses, wrongCustomer } = measurePages(customers, queries);
  expect({ good: hit1 >= 0.98, misses: misses.slice(0, hit1 >= 0.98 ? 0 : 30) }).toEqual({
    good: true,
    misses: [],
  });
  expect(wrongCustomer).toBe(0);
});
