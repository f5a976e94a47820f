import { describe, expect, it } from 'vitest';
import { findCustomer } from '../../../../src/shared/portals/links/find-customer.ts';
import { readText } from '../../../../src/shared/portals/links/read-text.ts';
import { scopeLink } from '../../../../src/shared/portals/links/scope-link.ts';
import { corpus, lookup } from '../corpus.ts';

/** What comes of a text: the customer and the address that opens, or the problem. */
function outcome(text: string): { customer?: string; opens?: string; refused?: string } {
  const reading = readText(text);
  const target = reading.ok ? findCustomer(reading.value, lookup) : reading;
  if (!target.ok) return { refused: target.error.kind };
  const { customer, link } = target.value;
  return { customer: customer.name, ...(link && { opens: scopeLink(link, customer) }) };
}

it('has two hundred texts and more', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(200);
});

describe('the customer of', () => {
  it.each(corpus.filter(({ customer }) => customer !== undefined))('$name', ({ text, customer, opens }) => {
    expect(outcome(text)).toMatchObject({ customer, ...(opens !== undefined && { opens }) });
  });
});

describe('refuses', () => {
  it.each(corpus.filter(({ refused }) => refused !== undefined))('$name', ({ text, refused }) => {
    expect(outcome(text)).toEqual({ refused });
  });
});
