import { expect, it } from 'vitest';
import { combineRows } from '../../../../../src/main/customers/formats/combine-rows.ts';
import { MergedRows } from '../../../../../src/main/customers/formats/merged-rows.ts';
import { aTenantId } from '../../../support/samples.ts';

const [one, other] = [aTenantId(), aTenantId()];
const rows = [
  { line: 1, tenantId: one, domains: ['a.example'], annotation: { tags: ['gold'] } },
  { line: 2, tenantId: other, name: 'Other', defaultDomain: 'o.example', domains: ['p.example'] },
  {
    line: 3,
    tenantId: one,
    name: 'One',
    defaultDomain: 'b.example',
    domains: ['a.example', 'c.example'],
    annotation: { tags: ['silver'], note: 'Later' },
  },
  { line: 4, tenantId: one, name: 'Not first', defaultDomain: 'd.example', domains: [] },
];

it('rows of one tenant become one: what is said first wins, and no domain is lost', async () => {
  const merged = new MergedRows<(typeof rows)[number]>(({ tenantId }) => tenantId);
  for (const row of rows) merged.add(row);
  const expected = [
    {
      line: 1,
      tenantId: one,
      name: 'One',
      defaultDomain: 'b.example',
      domains: ['a.example', 'b.example', 'c.example', 'd.example'],
      annotation: { tags: ['gold'], note: 'Later' },
    },
    {
      line: 2,
      tenantId: other,
      name: 'Other',
      defaultDomain: 'o.example',
      domains: ['o.example', 'p.example'],
    },
  ];
  expect(merged.rows).toEqual(expected);
  expect(await combineRows(rows)).toEqual(expected);
});
