import { expect, test } from 'vitest';
import { askedPart } from '../../../../src/renderer/setup/asked-part.ts';

test.each([
  ['', null],
  ['#nothing', null],
  ['#accounts', 'accounts'],
  ['#customers', 'customers'],
  ['#browsers', 'browsers'],
  ['#help', 'later'],
  ['#general', 'later'],
])('the hash %j asks the first form for %s', (hash, part) => {
  expect(askedPart(hash)).toBe(part);
});
