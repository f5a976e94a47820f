import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { keptDifference } from '../../../../../src/renderer/finder/list/kept-difference.ts';

const group = 'Contoso International Holdings and Partners';

describe('of a long name that looks like another', () => {
  it.each([
    ['at the end', `${group} North`, `${group} South`, 'North'],
    [
      'in the middle',
      'Contoso North International Holdings',
      'Contoso South International Holdings',
      'North',
    ],
    ['at the beginning', `North ${group}`, `South ${group}`, 'North'],
    ['in one letter', `${group} 1`, `${group} 7`, '1'],
    ['by a word more', `${group} Ltd`, group, 'Ltd'],
  ])('the part that differs is kept: %s', (_where, name, other, kept) => {
    expect(keptDifference(name, [other]).kept).toContain(kept);
  });

  it('what differs from each of several is kept', () => {
    const { kept } = keptDifference('Contoso Alpha Group Holdings One', [
      'Contoso Beta Group Holdings One',
      'Contoso Alpha Group Holdings Two',
    ]);
    expect(kept).toContain('Alpha');
    expect(kept).toContain('One');
  });

  it('the end is kept where nothing is there to compare with', () => {
    expect(keptDifference(`${group} North`, []).kept).toContain('North');
  });

  it('nothing of the name is lost', () => {
    const word = fc.constantFrom('North', 'South', 'One', 'Two', 'Holdings', 'Group', 'Bank');
    const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => `Contoso ${words.join(' ')}`);
    fc.assert(
      fc.property(name, name, (one, other) => {
        const { before, kept, after } = keptDifference(one, [other]);
        expect(before + kept + after).toBe(one);
        expect(kept).not.toBe('');
      }),
    );
  });
});
