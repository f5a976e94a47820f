import { expect, it } from 'vitest';
import { copiedText } from '#shared/commands/copied-text.ts';
import { aCustomer } from '../../support/samples.ts';

const customer = aCustomer({ name: 'A {link} & Co', domains: ['a.example'] });

it('gives the link and the tenant id as they are', () => {
  expect(copiedText('link', customer, 'https://l', '')).toBe('https://l');
  expect(copiedText('tenantId', customer, 'https://l', '')).toBe(customer.tenantId);
});

it('fills a template once, and leaves other braces alone', () => {
  const text = copiedText('ticket', customer, 'https://l', '{name} ({domain}) {id} {link} {other} {{link}}');
  expect(text).toBe(`A {link} & Co (a.example) ${customer.tenantId} https://l {other} {https://l}`);
});
