import { lookUp } from '../../../src/renderer/finder/results.ts';
import type { Customer } from '../../../src/shared/customer.ts';
import { SearchIndex } from '../../../src/shared/search/index.ts';
import { noUsage } from '../../../src/shared/usage.ts';
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
