import Fuse from 'fuse.js';
import { lookUp } from '../../../src/renderer/finder/results.ts';
import type { Customer } from '../../../src/shared/customer.ts';
import { SearchIndex } from '../../../src/shared/search/index.ts';
import { noUsage } from '../../../src/shared/usage.ts';
import type { Engine } from './measure.ts';

/** How many answers each is asked for: as many as the finder shows. */
const limit = 50;

/** What is measured side by side, by name; each is made from the customers once. */
export const engines: Readonly<Record<string, (customers: readonly Customer[]) => Engine>> = {
  tidegate: (customers) => {
    const index = new SearchIndex(customers);
    // The very function that the finder calls for each letter, for somebody who has opened nobody yet.
    return (query) => lookUp(index, query, noUsage, 0).map((row) => row.customer.tenantId);
  },
  'fuse.js': (customers) => {
    const fuse = new Fuse(customers, { keys: ['name', 'aliases', 'defaultDomain', 'tenantId'] });
    return (query) => fuse.search(query, { limit }).map(({ item }) => item.tenantId);
  },
};
