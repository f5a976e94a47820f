import { expect, it } from 'vitest';
import type { Opened } from '#shared/journal/journal-entry.ts';
import { filterOf, type JournalFilter } from '#shared/journal/journal-filter.ts';
import { aTenantId } from '../../support/samples.ts';

const [one, other] = [aTenantId(), aTenantId()];
const all: JournalFilter = { tenantIds: null, from: null, to: null, page: null };
const opened = (at: Date, part: Partial<Opened> = {}): Opened => ({
  kind: 'opened',
  at: at.getTime(),
  tenantId: one,
  customer: 'Contoso',
  page: 'defender',
  outcome: 'started',
  late: false,
  wayIn: null,
  account: null,
  ...part,
});
const wants = (filter: Partial<JournalFilter>, entry: Opened) => filterOf({ ...all, ...filter })(entry);

it.each<[string, Partial<JournalFilter>, boolean]>([
  ['nothing is asked for', {}, true],
  ['it is among the customers', { tenantIds: [other, one] }, true],
  ['it is not among the customers', { tenantIds: [other] }, false],
  ['nobody is found', { tenantIds: [] }, false],
  ['its page is asked for', { page: 'defender' }, true],
  ['another page is asked for', { page: 'incidents' }, false],
  ['its day is the first', { from: '2026-11-28' }, true],
  ['its day is the last', { to: '2026-11-28' }, true],
  ['its day is the only one', { from: '2026-11-28', to: '2026-11-28' }, true],
  ['it comes too late', { to: '2026-11-27' }, false],
  ['it comes too early', { from: '2026-11-29' }, false],
  ['the days are the wrong way round', { from: '2026-11-29', to: '2026-11-27' }, false],
])('when %s', (_when, filter, wanted) => {
  expect(wants(filter, opened(new Date(2026, 10, 28, 13)))).toBe(wanted);
});

it('a day lasts from midnight to midnight on this computer’s clock, also where the clock is changed', () => {
  // In Europe the clock is set back on this day: it has 25 hours.
  const day = { from: '2026-10-25', to: '2026-10-25' };
  expect(wants(day, opened(new Date(2026, 9, 25, 0, 0, 0, 0)))).toBe(true);
  expect(wants(day, opened(new Date(2026, 9, 25, 23, 59, 59, 999)))).toBe(true);
  expect(wants(day, opened(new Date(2026, 9, 24, 23, 59, 59, 999)))).toBe(false);
  expect(wants(day, opened(new Date(2026, 9, 26, 0, 0, 0, 0)))).toBe(false);
});
