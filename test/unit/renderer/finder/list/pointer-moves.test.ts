import { beforeEach, describe, expect, it } from 'vitest';
import { PointerMoves } from '../../../../../src/renderer/finder/list/pointer-moves.ts';

let now: number;
let pointer: PointerMoves;
const at = (screenX: number, screenY = 100): boolean => pointer.moved({ screenX, screenY });

beforeEach(() => {
  now = 1_000;
  pointer = new PointerMoves(() => now);
  pointer.appeared();
  now += 300;
});

describe('a pointer', () => {
  it('that rests moves nothing, however often and however rounded it is reported', () => {
    for (const scale of [1, 1.25, 1.5, 1.75, 2.25]) {
      pointer.changed();
      for (let report = 0; report < 200; report += 1) {
        const round = [Math.floor, Math.round, Math.ceil][report % 3] ?? Math.round;
        expect(at(round(777 / scale), round(333 / scale))).toBe(false);
        if (report % 7 === 0) pointer.changed();
        if (report % 40 === 0) pointer.appeared();
        now += 16;
      }
    }
  });

  it('moves from three pixels on, in any direction, fast or slow', () => {
    expect([at(100), at(102), at(103)]).toEqual([false, false, true]);
    expect([at(103, 101), at(103, 102.9), at(103, 97)]).toEqual([false, false, true]);
    const slow = Array.from({ length: 9 }, (_, step) => at(103 + step, 97));
    expect(slow.filter(Boolean)).toHaveLength(2);
  });

  it('is where it lies when other rows come under it: that is no move', () => {
    expect([at(100), at(102)]).toEqual([false, false]);
    pointer.changed();
    expect([at(104), at(106)]).toEqual([false, false]);
    expect(at(107)).toBe(true);
  });

  it('takes nothing in the first 300 milliseconds of a showing, whatever it does', () => {
    pointer.appeared();
    for (let step = 0; step < 30; step += 1) {
      expect(at(100 + 20 * step)).toBe(false);
      now += 10;
    }
    expect(at(700)).toBe(true);
  });

  it('rests anew at each showing', () => {
    at(100);
    pointer.appeared();
    now += 300;
    expect(at(500)).toBe(false);
    expect(at(503)).toBe(true);
  });
});
