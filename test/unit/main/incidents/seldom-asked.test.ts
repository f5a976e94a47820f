import { expect, it } from 'vitest';
import { SeldomAsked } from '../../../../src/main/incidents/seldom-asked.ts';

it('the system is asked once, however often its answer is wanted, and again when that is old', () => {
  let now = 0;
  let questions = 0;
  let isLocked = false;
  const seldom = new SeldomAsked(
    () => {
      questions += 1;
      return isLocked;
    },
    15_000,
    () => now,
  );
  // A round over 500 customers wants it three times a customer.
  for (let at = 0; at < 1_500; at += 1) expect(seldom.answer).toBe(false);
  expect(questions).toBe(1);
  isLocked = true;
  now = 14_999;
  expect(seldom.answer).toBe(false);
  now = 15_000;
  expect(seldom.answer).toBe(true);
  expect(questions).toBe(2);
});
