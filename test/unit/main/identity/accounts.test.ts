import { expect, test } from 'vitest';
import { accountsOf } from '../../../../src/main/identity/accounts.ts';

const home = 'c0a1d5e2-7b34-4f18-9e6d-2f5a8b1c3d47';
const customer = '11111111-2222-4333-8444-555555555555';
const profile = (id: string, tenantId: string, username: string) => ({
  homeAccountId: id,
  environment: 'login.microsoftonline.com',
  localAccountId: 'local',
  tenantId,
  username,
});

test('a person with tokens for several tenants is one account, by the name they have at home', () => {
  const id = `object.${home}`;
  const profiles = [profile(id, customer, 'ana_home#EXT#@customer'), profile(id, home, 'ana@home.example')];
  const expected = [{ id, username: 'ana@home.example', homeTenantId: home }];
  expect(accountsOf(profiles)).toEqual(expected);
  expect(accountsOf(profiles.toReversed())).toEqual(expected);
});

test('a personal account, or one without a home tenant, is none', () => {
  const personal = profile('object.9188040d-6c67-4c5b-b112-36a304b66dad', home, 'ana@outlook.com');
  expect(accountsOf([personal, profile('subject', home, 'ana')])).toEqual([]);
});
