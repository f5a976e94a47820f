import { expect, it } from 'vitest';
import { isConsumerTenant, parseTenantId } from '#shared/tenant/tenant-id.ts';

it.each([
  '9188040d-6c67-4c5b-b112-36a304b66dad',
  'f8cdef31-a31e-4b4a-93e4-5f571e91255a',
  '2f4a9838-26b7-47ee-be60-cfe0807d0ea7',
])('a consumer tenant is no tenant: %s', (id) => {
  for (const written of [id, id.toUpperCase(), `{${id}}`, ` ${id}\n`]) {
    expect(isConsumerTenant(written)).toBe(true);
    expect(parseTenantId(written)).toBeUndefined();
  }
});

it('a tenant is its id in one spelling', () => {
  const id = '31c65002-ab58-4d9d-95b0-cd2c903d606a';
  for (const written of [id, id.toUpperCase(), `{${id}}`, ` ${id}\n`])
    expect(parseTenantId(written)).toBe(id);
});

it.each(['00000000-0000-0000-0000-000000000000', '31c65002-ab58-4d9d-95b0-cd2c903d606', '', 'contoso.com'])(
  'is no tenant: %j',
  (text) => {
    expect(parseTenantId(text)).toBeUndefined();
  },
);
