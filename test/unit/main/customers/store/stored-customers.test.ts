import { describe, expect, it } from 'vitest';
import { storedCustomers } from '../../../../../src/main/customers/store/stored-customers.ts';

const contoso = {
  tenantId: '6512e372-efef-4f37-86e3-f273783fdca6',
  name: 'Contoso',
  defaultDomain: 'contoso.com',
  domains: ['contoso.com'],
  access: 'gdap',
  ends: '2027-01-01T00:00:00Z',
  securityRoles: ['security-reader'],
  lastListed: '2026-01-01T00:00:00.000Z',
} as const;

describe('the customers of an observation’s file', () => {
  it('are read as they were written', () => {
    const { tenantId, domains, access } = contoso;
    const bare = { tenantId, domains, access };
    expect(storedCustomers.safeParse([contoso, bare])).toEqual({ success: true, data: [contoso, bare] });
  });

  it('have their ids in the one form, and nothing that is not known', () => {
    const strange = { ...contoso, tenantId: contoso.tenantId.toUpperCase(), more: 1 };
    expect(storedCustomers.safeParse([strange])).toEqual({ success: true, data: [contoso] });
  });

  it('tell a GDAP without a security role from one whose roles are not known', () => {
    const read = (securityRoles: unknown) =>
      storedCustomers.parse([{ ...contoso, securityRoles }]).map((customer) => customer.securityRoles);
    expect(read([])).toEqual([[]]);
    expect(read(['a role of the future'])).toEqual([undefined]);
    expect(read(['a role of the future', 'security-reader'])).toEqual([['security-reader']]);
  });

  it.each([
    ['roles that are no list', [{ ...contoso, securityRoles: 'security-reader' }]],
    ['no list', { 0: contoso }],
    ['no customer', [contoso, null]],
    ['no tenant id', [{ ...contoso, tenantId: 'contoso.com' }]],
    ['a name that is no text', [{ ...contoso, name: 7 }]],
    ['a default domain that is no text', [{ ...contoso, defaultDomain: null }]],
    ['domains that are no list', [{ ...contoso, domains: 'contoso.com' }]],
    ['a domain that is no text', [{ ...contoso, domains: ['contoso.com', 7] }]],
    ['an access nobody knows', [{ ...contoso, access: 'owner' }]],
    ['an end that is no time', [{ ...contoso, ends: 'soon' }]],
    ['a last listing that is no time', [{ ...contoso, lastListed: 7 }]],
  ])('are refused with %s', (_what, value) => {
    expect(storedCustomers.safeParse(value).success).toBe(false);
  });
});
