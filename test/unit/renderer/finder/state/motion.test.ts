import { describe, expect, it } from 'vitest';
import { motionOf, move } from '../../../../../src/renderer/finder/state/motion.ts';
import { aPress } from '../../../support/keys.ts';

describe('a key', () => {
  it('moves the highlight, and Home and End only with Control', () => {
    expect(motionOf(aPress('ArrowDown'))).toBe('next');
    expect(motionOf(aPress('PageUp'))).toBe('previousPage');
    expect(motionOf(aPress('End'))).toBeUndefined();
    expect(motionOf(aPress('End', 'ctrlKey'))).toBe('last');
    expect(motionOf(aPress('a', 'ctrlKey'))).toBeUndefined();
  });
});

describe('the highlight', () => {
  it('goes round by single steps', () => {
    expect(move('next', 9, 10)).toBe(0);
    expect(move('previous', 0, 10)).toBe(9);
  });

  it('stops at the ends by pages', () => {
    expect(move('nextPage', 5, 10)).toBe(9);
    expect(move('previousPage', 5, 10)).toBe(0);
    expect(move('nextPage', 100, 10_000)).toBe(108);
  });

  it('starts at the first row when there was none', () => {
    expect(move('next', -1, 10)).toBe(0);
  });

  it('is nowhere in an empty list', () => {
    expect(move('last', -1, 0)).toBe(-1);
  });
});
