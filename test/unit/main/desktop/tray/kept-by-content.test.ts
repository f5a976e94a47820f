import { expect, it } from 'vitest';
import { KeptByContent } from '../../../../../src/main/desktop/tray/kept-by-content.ts';

interface Made {
  readonly of: readonly string[];
}

function keptOf(most: number) {
  const made: Made[] = [];
  const kept = new KeptByContent((content: readonly string[]) => {
    const one = { of: content };
    made.push(one);
    return one;
  }, most);
  return { kept, made };
}

it('the same content is made once, in whatever value it comes', () => {
  const { kept, made } = keptOf(3);
  const first = kept.of(['a', 'b']);
  expect(kept.of(['a', 'b'])).toBe(first);
  expect(kept.of(['b', 'a'])).not.toBe(first);
  expect(kept.of(['a', 'b'])).toBe(first);
  expect(made.map((each) => each.of)).toEqual([
    ['a', 'b'],
    ['b', 'a'],
  ]);
});

it('what was not asked for the longest goes first, and no more than `most` stay', () => {
  const { kept, made } = keptOf(2);
  const a = kept.of(['a']);
  kept.of(['b']);
  expect(kept.of(['a'])).toBe(a);
  kept.of(['c']);
  expect(kept.of(['a'])).toBe(a);
  kept.of(['b']);
  expect(made.map(({ of }) => of[0])).toEqual(['a', 'b', 'c', 'b']);
});
