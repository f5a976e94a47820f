import { describe, expect, it } from 'vitest';
import { findTarget } from '#shared/portals/links/find-target.ts';
import { corpus, lookup } from '../corpus.ts';

/** What comes of a text: the customer and the address that opens, or the problem. */
function outcome(text: string): { customer?: string; opens?: string; refused?: string } {
  const target = findTarget(text, { portalHosts: [], lookup });
  if (!target.ok) return { refused: target.error.problem.kind };
  const { address, customer } = target.value;
  return { customer: customer.name, ...(address !== undefined && { opens: address }) };
}

it('has four hundred texts and more', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(400);
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

describe('is read in time that grows with its length, where a pattern could try everything:', () => {
  const link = 'https://security.microsoft.com/?tid=3adc483e-92c3-4b21-8e1f-41eb9f3d8a2c';
  it.each([
    [
      'a mail’s headers without its body',
      `Content-Transfer-Encoding: base64\n${'X-Header: some words of it\n'.repeat(2_000)}${link}`,
    ],
    ['punctuation before a link’s end', `${link}&x=${'.'.repeat(200_000)}x`],
    ['brackets that nobody closes', `${'(['.repeat(50_000)}${link}`],
    ['lines that may belong to a link', `${link}\n${'abc/def\n'.repeat(20_000)}`],
    ['escapes of escapes', `${link}${'\\\\u005c'.repeat(30_000)}`],
  ])('%s', (_what, text) => {
    expect(outcome(text)).toBeDefined();
  });
});
