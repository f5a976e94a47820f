import { describe, expect, test } from 'vitest';
import { growth } from '../../soak/growth.ts';

const allowances = { files: { share: 0, plus: 2 }, heap: { share: 0.05, plus: 1 } };
const run = (files: (at: number) => number, heap: (at: number) => number = () => 10) =>
  growth(
    Array.from({ length: 30 }, (_, at) => ({ files: files(at), heap: heap(at) })),
    allowances,
  );

describe('what grows is told from what is warm', () => {
  test('a flat run is flat, and so is one that grew at its start only', () => {
    expect(run(() => 40)).toEqual([]);
    expect(run((at) => 40 + Math.min(at, 9) * 5)).toEqual([]);
  });

  test('a file left open every other round is found', () => {
    expect(run((at) => 40 + Math.floor(at / 2))).toEqual(['files grew from 47.0 to 52.0']);
  });

  test('one sample in the middle of work is no growth', () => {
    expect(run((at) => (at === 29 ? 400 : 40))).toEqual([]);
  });

  test('a heap that creeps is found', () => {
    expect(
      run(
        () => 40,
        (at) => 10 + at * 0.3,
      ),
    ).toHaveLength(1);
  });

  test('what could not be counted is no proof', () => {
    expect(run(() => Number.NaN)).toHaveLength(1);
    expect(() => growth([], allowances)).toThrow('say nothing');
  });
});
