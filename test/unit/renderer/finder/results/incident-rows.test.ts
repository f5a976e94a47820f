import { expect, it } from 'vitest';
import { incidentRows } from '../../../../../src/renderer/finder/results/incident-rows.ts';
import { portalsOf } from '../../../../../src/renderer/finder/results/portals.ts';
import { openCommand } from '../../../../../src/renderer/finder/results/row.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { CustomerIncidents, IncidentCount } from '#shared/incidents/incidents.ts';
import { SearchIndex } from '#shared/search/index.ts';
import { noUsage } from '#shared/status/usage.ts';
import { aCount } from '../../../support/incidents.ts';
import { aCustomer, aStatus } from '../../../support/samples.ts';

const adatum = aCustomer({ name: 'Adatum' });
const contoso = aCustomer({ name: 'Contoso' });
const fabrikam = aCustomer({ name: 'Fabrikam' });
const hidden = aCustomer({ name: 'Hidden Ltd', hidden: true });
const quiet = aCustomer({ name: 'Quiet Ltd' });
const list = [adatum, contoso, fabrikam, hidden, quiet];

const counted = ({ tenantId }: Customer, high: number, low = 0, part: Partial<IncidentCount> = {}) => ({
  tenantId,
  counted: {
    at: '2026-11-28T12:00:00Z',
    count: aCount({ total: high + low, bySeverity: { high, medium: 0, low, informational: 0 }, ...part }),
  },
  trouble: null,
});
const known: readonly CustomerIncidents[] = [
  counted(adatum, 0, 7),
  counted(contoso, 3),
  counted(fabrikam, 1, 1),
  counted(hidden, 9),
  counted(quiet, 0),
  counted(aCustomer(), 5),
];

function rows(query: string) {
  const index = new SearchIndex();
  index.apply({ reset: true, upsert: list, remove: [] });
  const customers = new Map(list.map((each) => [each.tenantId, each]));
  const portals = portalsOf({ customers, status: aStatus() }, undefined);
  return incidentRows(index, query, noUsage, Date.now(), portals, known);
}
const names = (query: string) => rows(query)?.map(({ customer }) => customer.name);

it('! lists who has active incidents, the most urgent first, and nobody whom the list does not show', () => {
  expect(names('!')).toEqual(['Contoso', 'Fabrikam', 'Adatum']);
});

it('!high lists those of that severity, and a name behind it narrows that down', () => {
  expect(names('!high')).toEqual(['Contoso', 'Fabrikam']);
  expect(names('!high fabr')).toEqual(['Fabrikam']);
  expect(names('!adatum')).toEqual(['Adatum']);
  expect(names('!high adatum')).toEqual([]);
});

it('Enter on such a row opens that customer’s incident queue', () => {
  const [row] = rows('!') ?? [];
  if (row === undefined) throw new Error('no row');
  expect(openCommand(row, '!')).toMatchObject({
    kind: 'open',
    tenantId: contoso.tenantId,
    page: 'incidents',
  });
});

it('any other query is none of its business', () => {
  expect(rows('contoso')).toBeUndefined();
});
