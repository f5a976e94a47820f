import { expect, test } from 'vitest';
import { ListChange } from '../../../../../src/main/customers/merge/list-change.ts';
import { aCustomer } from '../../../support/samples.ts';

test('a change holds what is new, what looks different and what is gone, and nothing else', () => {
  const same = aCustomer({ domains: ['a.example'], accountIds: ['a'] });
  const before = aCustomer();
  const gone = aCustomer();
  const fresh = aCustomer();
  const after = { ...before, favourite: true };
  const change = new ListChange();
  expect(change.note(same.tenantId, same, { ...same, domains: ['a.example'] })).toBe(same);
  expect(change.note(before.tenantId, before, after)).toBe(after);
  expect(change.note(gone.tenantId, gone, undefined)).toBeUndefined();
  expect(change.note(fresh.tenantId, undefined, fresh)).toBe(fresh);
  expect(change.take()).toEqual({ upsert: [after, fresh], remove: [gone.tenantId] });
  expect(change.take()).toEqual({ upsert: [], remove: [] });
});

test('what changes twice before it is told is told once, as it is last', () => {
  const [before, fresh] = [aCustomer(), aCustomer()];
  const change = new ListChange();
  const renamed = { ...before, name: 'Renamed' };
  const tagged = { ...renamed, tags: ['gold'] };
  change.note(before.tenantId, before, renamed);
  expect(change.note(before.tenantId, renamed, tagged)).toBe(tagged);
  change.note(fresh.tenantId, undefined, fresh);
  expect(change.take()).toEqual({ upsert: [tagged, fresh], remove: [] });
});

test('what is again as it was told is not told, and is the very customer that was told', () => {
  const [before, shortLived] = [aCustomer({ tags: ['gold'] }), aCustomer()];
  const change = new ListChange();
  const renamed = { ...before, name: 'Renamed' };
  change.note(before.tenantId, before, renamed);
  expect(change.note(before.tenantId, renamed, { ...before, tags: ['gold'] })).toBe(before);
  change.note(shortLived.tenantId, undefined, shortLived);
  expect(change.note(shortLived.tenantId, shortLived, undefined)).toBeUndefined();
  expect(change.take()).toEqual({ upsert: [], remove: [] });
});

test.each([
  ['name', 'x'],
  ['defaultDomain', 'x.example'],
  ['domains', ['x']],
  ['aliases', ['x']],
  ['access', ['own']],
  ['accountIds', ['x']],
] as const)('a customer whose %s changed looks different', (field, value) => {
  const before = aCustomer();
  const after = { ...before, [field]: value };
  const change = new ListChange();
  change.note(before.tenantId, before, after);
  expect(change.take().upsert).toEqual([after]);
});
