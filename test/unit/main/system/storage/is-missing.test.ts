import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isMissing } from '../../../../../src/main/system/storage/is-missing.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('tells what is not there from what cannot be read', () => {
  expect(isMissing(thrownBy(() => readFileSync('/nowhere/at/all')))).toBe(true);
  expect(isMissing(thrownBy(() => readFileSync('/')))).toBe(false);
  expect(isMissing('ENOENT')).toBe(false);
});
