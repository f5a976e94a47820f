import { expect, it } from 'vitest';
import { readIncidents, withHighOf } from '../../../../src/main/incidents/read-incidents.ts';
import { tenantOfToken } from '../../../../src/main/incidents/token-claims.ts';
import type { IncidentCount } from '#shared/incidents/incidents.ts';
import { aTenantId } from '../../support/samples.ts';

const tenantId = aTenantId();
const host = 'graph.microsoft.com';

const incident = (number: number, part: object = {}) => ({
  id: String(number),
  tenantId,
  status: 'active',
  severity: 'low',
  createdDateTime: new Date(Date.UTC(2026, 10, 1) + number * 60_000).toISOString(),
  displayName: 'a title',
  ...part,
});
const many = (count: number, part: object = {}) =>
  Array.from({ length: count }, (_, index) => incident(index + 1, part));
const read = (page: object) => readIncidents(page, tenantId, host);
const counted = (page: object): IncidentCount => {
  const result = read(page);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

it('counts by severity and knows the newest one', () => {
  const value = [
    incident(7, { severity: 'high' }),
    incident(9, { status: 'inProgress' }),
    incident(8, { severity: 'medium', status: 'awaitingAction' }),
    incident(3, { severity: 'informational' }),
    incident(2, { severity: 'unknownFutureValue' }),
  ];
  expect(counted({ '@odata.count': 5, value })).toEqual({
    total: 5,
    atLeast: false,
    bySeverity: { high: 1, medium: 1, low: 1, informational: 1 },
    open: [],
    newest: { number: '9', at: '2026-11-01T00:09:00.000Z', severity: 'low' },
    newestHigh: { number: '7', at: '2026-11-01T00:07:00.000Z', severity: 'high' },
  });
});

it('is zero only where a whole answer says so', () => {
  expect(counted({ '@odata.count': 0, value: [] })).toMatchObject({ total: 0, atLeast: false, open: [] });
  expect(counted({ value: [] })).toMatchObject({ total: 0, atLeast: false });
});

it.each([
  ['a count that goes on', { '@odata.count': 4, value: [] }],
  ['a next page behind an empty one', { value: [], '@odata.nextLink': 'https://graph.microsoft.com/next' }],
  ['closed incidents alone, and a next page', { value: many(50, { status: 'resolved' }) }],
])('%s is no zero', (_what, page) => {
  expect(read(page)).toMatchObject({
    ok: false,
    error: { kind: 'answer-invalid', values: { reason: 'answerFault.partial' } },
  });
});

it.each([
  ['an error in it', { error: { code: 'UnknownError' } }],
  ['no list', { value: {} }],
  ['rows that are no incidents', { value: [{ id: 'x' }] }],
  ['a row that is none among others', { value: [incident(1), { renamed: true }] }],
  ['an incident without a number', { value: [incident(1, { id: '../x' })] }],
])('%s is no number', (_what, page) => {
  expect(read(page)).toMatchObject({ ok: false, error: { kind: 'answer-invalid' } });
});

it('an incident of another tenant makes the whole answer another tenant’s', () => {
  expect(read({ value: [incident(1), incident(2, { tenantId: aTenantId() })] })).toMatchObject({
    ok: false,
    error: { kind: 'answer-invalid', values: { reason: 'answerFault.otherTenant' } },
  });
  expect(read({ value: [incident(1, { tenantId: 'nobody' })] })).toMatchObject({ ok: false });
  expect(counted({ value: [incident(1, { tenantId: tenantId.toUpperCase() })] }).total).toBe(1);
});

it('of a full page the count tells the total, and severities are at least so many', () => {
  const page = { '@odata.count': 180, value: many(50, { severity: 'high' }) };
  expect(counted(page)).toMatchObject({
    total: 180,
    atLeast: false,
    bySeverity: { high: 50 },
    open: ['high', 'medium', 'low', 'informational'],
    newest: null,
    newestHigh: null,
  });
});

it.each([
  ['no count', {}],
  ['a count of the page alone', { '@odata.count': 1 }],
  ['a count that is no number', { '@odata.count': 'many' }],
])('with %s a full page means at least fifty', (_what, part) => {
  expect(counted({ ...part, value: many(50) })).toMatchObject({ total: 50, atLeast: true });
});

it('a page of exactly fifty that the count confirms is whole', () => {
  expect(counted({ '@odata.count': 50, value: many(50) })).toMatchObject({
    total: 50,
    atLeast: false,
    open: [],
  });
});

it('what is closed or merged is not counted, and a count that includes it is not believed', () => {
  const value = [incident(1), incident(2, { status: 'resolved' }), incident(3, { status: 'redirected' })];
  expect(counted({ '@odata.count': 3, value })).toMatchObject({ total: 1, atLeast: false });
  const full = [...many(49), incident(50, { status: 'redirected' })];
  expect(counted({ '@odata.count': 90, value: full })).toMatchObject({ total: 49, atLeast: true });
});

it('high ones that were counted apart are exact', () => {
  const all = counted({ '@odata.count': 180, value: many(50) });
  const high = counted({
    '@odata.count': 2,
    value: [incident(60, { severity: 'high' }), incident(61, { severity: 'high' })],
  });
  expect(withHighOf(all, high)).toMatchObject({
    total: 180,
    bySeverity: { high: 2, low: 50 },
    open: ['medium', 'low', 'informational'],
    newestHigh: { number: '61' },
  });
});

it('a token names its tenant, and whatever is no such token names none', () => {
  const token = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.x`;
  expect(tenantOfToken(token({ tid: tenantId.toUpperCase() }))).toBe(tenantId);
  for (const other of ['', 'opaque', 'a.b.c', token(null), token({}), token({ tid: 7 }), token({ tid: 'x' })])
    expect(tenantOfToken(other)).toBeUndefined();
});
