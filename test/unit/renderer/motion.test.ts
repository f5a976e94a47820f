import { describe, expect, it } from 'vitest';
import { motionOf, move } from '../../../src/renderer/finder/motion.ts';

describe('a key', () => {
  it('moves the highlight, and Home and End only with Control', () => {
    expect(motionOf({ key: 'ArrowDown', ctrlKey: false })).toBe('next');
    expect(motionOf({ key: 'PageUp', ctrlKey: false })).toBe('previousPage');
    expect(motionOf({ key: 'End', ctrlKey: false })).toBeUndefined();
    expect(motionOf({ key: 'End', ctrlKey: true })).toBe('last');
    expect(motionOf({ key: 'a', ctrlKey: true })).toBeUndefined();
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
