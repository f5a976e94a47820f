import { expect, it } from 'vitest';
import { ownCustomers } from '../../../../src/renderer/sections/own-customers.ts';
import { aCustomer } from '../../support/samples.ts';

const written = aCustomer({ name: 'Électricité Zed', access: ['list'], domains: ['zed.example'] });
const both = aCustomer({ name: 'Contoso', access: ['member', 'list'] });
const listed = aCustomer({ name: 'Fabrikam', access: ['member'] });
const all = new Map([written, both, listed].map((customer) => [customer.tenantId, customer]));

it('are those that somebody wrote down, A to Z', () => {
  expect(ownCustomers(all, '', 'fr')).toEqual([both, written]);
});

it('are narrowed by name, domain or tenant id', () => {
  expect(ownCustomers(all, ' CONT ', 'en')).toEqual([both]);
  expect(ownCustomers(all, 'zed.ex', 'en')).toEqual([written]);
  expect(ownCustomers(all, written.tenantId.slice(0, 13), 'en')).toEqual([written]);
});
