import { describe, expect, it } from 'vitest';
import type { JournalEntry, Opened } from '#shared/journal/journal-entry.ts';
import { SearchIndex } from '#shared/search/index.ts';
import {
  customersIn,
  filterFor,
  identityText,
  journalRows,
  pagesIn,
  wholeJournal,
  type JournalQuery,
} from '../../../../../src/renderer/settings/journal/journal-rows.ts';
import { aCustomer } from '../../../support/samples.ts';

const contoso = aCustomer({ name: 'Contoso', defaultDomain: 'contoso.com', domains: ['contoso.com'] });
const hidden = aCustomer({ name: 'Fabrikam', hidden: true, aliases: ['Fab'] });
const gone = aCustomer({ name: 'Litware' });
const listed = new Map([contoso, hidden].map((each) => [each.tenantId, each]));
const opened = (at: number, { name, tenantId }: typeof contoso, page = 'defender'): Opened => ({
  ...{ kind: 'opened', at, tenantId, customer: name, page, outcome: 'started' },
  ...{ late: false, wayIn: null, account: null },
});
const entries: readonly JournalEntry[] = [
  opened(1, contoso),
  opened(2, hidden, 'incidents'),
  { kind: 'shift-ended', at: 3 },
  opened(4, gone),
  opened(5, contoso, 'incidents'),
];
const customers = customersIn(entries, listed);
const index = new SearchIndex(customers.values());
const times = (query: Partial<JournalQuery>) =>
  journalRows(entries, filterFor({ ...wholeJournal, ...query }, index, 0)).map(({ at }) => at);

describe('the journal’s page', () => {
  it('lists launches only, the newest first', () => {
    expect(times({})).toEqual([5, 4, 2, 1]);
  });

  it.each<[string, Partial<JournalQuery>, readonly number[]]>([
    ['the beginning of a name', { customer: 'cont' }, [5, 1]],
    ['a slip', { customer: 'contsoo' }, [5, 1]],
    ['a domain', { customer: 'contoso.com' }, [5, 1]],
    ['an ID', { customer: contoso.tenantId }, [5, 1]],
    ['another name, of somebody hidden', { customer: 'fab' }, [2]],
    ['the name of somebody who is no longer listed', { customer: 'litw' }, [4]],
    ['nobody’s name', { customer: 'zzzzzz' }, []],
    ['spaces', { customer: '  ' }, [5, 4, 2, 1]],
    ['a page', { page: 'incidents' }, [5, 2]],
    ['a name and a page', { customer: 'cont', page: 'incidents' }, [5]],
    ['a day', { from: '1999-01-01', to: '1999-12-31' }, []],
  ])('finds by %s', (_what, query, expected) => {
    expect(times(query)).toEqual(expected);
  });

  it('offers each page once, from A to Z', () => {
    expect(pagesIn(entries, (page) => page.toUpperCase(), 'en')).toEqual([
      { id: 'defender', name: 'DEFENDER' },
      { id: 'incidents', name: 'INCIDENTS' },
    ]);
  });

  it('tells customers of one name apart', () => {
    expect(identityText(contoso)).toBe(`…${contoso.tenantId.slice(-6)} · contoso.com`);
    expect(identityText(gone)).toBe(`…${gone.tenantId.slice(-6)}`);
  });
});
