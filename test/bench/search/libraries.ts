import uFuzzy from '@leeoniya/ufuzzy';
import Fuse from 'fuse.js';
import fuzzysort from 'fuzzysort';
import { Fzf } from 'fzf';
import { matchSorter } from 'match-sorter';
import MiniSearch from 'minisearch';
import type { Customer } from '#shared/customer/customer.ts';
import type { Engine } from './measure.ts';

/** How many answers each engine is asked for: as many as the finder shows. */
export const answersShown = 50;

const fields: readonly ('name' | 'aliases' | 'defaultDomain' | 'tenantId')[] = [
  'name',
  'aliases',
  'defaultDomain',
  'tenantId',
];

/** For libraries that search plain texts: all that a customer is found by, the name first. */
function textOf({ name, aliases, defaultDomain, tenantId }: Customer): string {
  return [name, ...aliases, defaultDomain ?? '', tenantId].join(' ');
}

const idsOf = (customers: readonly Customer[]): readonly string[] =>
  customers.slice(0, answersShown).map(({ tenantId }) => tenantId);

/**
 * Search libraries as somebody would use them for this list who has read their documentation: with their tolerance for
 * slips switched on, and otherwise as they come.
 */
export const libraries = {
  'fuse.js': (customers: readonly Customer[]): Engine => {
    const fuse = new Fuse(customers, { keys: [...fields] });
    return (query) => idsOf(fuse.search(query, { limit: answersShown }).map(({ item }) => item));
  },
  fuzzysort: (customers: readonly Customer[]): Engine => {
    const keys = fields.map((field) => (customer: Customer) => {
      const value = customer[field];
      return typeof value === 'string' ? value : value?.join(' ');
    });
    const snapshot = fuzzysort.snapshot(customers, { keys });
    return (query) => idsOf(fuzzysort.go(query, snapshot, { limit: answersShown }).map(({ obj }) => obj));
  },
  uFuzzy: (customers: readonly Customer[]): Engine => {
    const search = new uFuzzy({ intraMode: 1 });
    const texts = uFuzzy.latinize(customers.map(textOf));
    return (query) => {
      // Words in any order cost it the factorial of their number: three is what it recommends.
      const [found, info, order] = search.search(texts, uFuzzy.latinize(query), 3);
      if (!found) return [];
      const places = info === null ? found : order.map((at) => info.idx[at] ?? -1);
      return idsOf(places.slice(0, answersShown).flatMap((place) => customers[place] ?? []));
    };
  },
  fzf: (customers: readonly Customer[]): Engine => {
    const finder = new Fzf(customers, { selector: textOf, limit: answersShown });
    return (query) => idsOf(finder.find(query).map(({ item }) => item));
  },
  minisearch: (customers: readonly Customer[]): Engine => {
    const index = new MiniSearch<Customer>({
      idField: 'tenantId',
      fields: [...fields],
      extractField: (customer, field) => {
        const value = (customer as unknown as Readonly<Record<string, unknown>>)[field];
        return Array.isArray(value) ? value.join(' ') : ((value ?? '') as string);
      },
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 2 } },
    });
    index.addAll(customers);
    return (query) =>
      index
        .search(query)
        .slice(0, answersShown)
        .map(({ id }) => id as string);
  },
  'match-sorter': (customers: readonly Customer[]): Engine => {
    const keys = fields.map((field) => (customer: Customer) => {
      const value = customer[field];
      return typeof value === 'string' ? value : [...(value ?? [])];
    });
    return (query) => idsOf(matchSorter(customers, query, { keys }));
  },
};
