import { lookUp } from '../../../src/renderer/finder/results/results.ts';
import type { Customer } from '#shared/customer/customer.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { answersShown, libraries } from './libraries.ts';
import type { Engine } from './measure.ts';

/** What is measured side by side, by name; each is made from the customers once. */
export const engines = {
  tidegate: (customers: readonly Customer[]): Engine => {
    const index = new SearchIndex(customers);
    // The very function that the finder calls for each letter, for somebody who has opened nobody yet.
    return (query) =>
      lookUp(index, query, noUsage, 0)
        .slice(0, answersShown)
        .map((row) => row.customer.tenantId);
  },
  ...libraries,
};
