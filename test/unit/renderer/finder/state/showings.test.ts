import { beforeEach, describe, expect, it } from 'vitest';
import { Showings } from '../../../../../src/renderer/finder/state/showings.ts';

let begun: number;
let asked: number;
/** The showing that main is at, whatever the page has heard of it. */
let current: number;
let showings: Showings;

beforeEach(() => {
  begun = asked = current = 0;
  showings = new Showings(
    () => (begun += 1),
    () => {
      asked += 1;
      return current;
    },
  );
});

describe('a showing begins once', () => {
  it('by main’s message when that comes first', () => {
    for (current = 1; current <= 3; current += 1) {
      showings.shown(current);
      showings.pressed();
      showings.pressed();
      expect(begun).toBe(current);
      showings.lost();
    }
  });

  it('before its first key, if that comes before the message', () => {
    for (current = 1; current <= 3; current += 1) {
      showings.pressed();
      expect(begun).toBe(current);
      showings.shown(current);
      expect(begun).toBe(current);
      showings.lost();
    }
  });

  it('and never after its first key, however late the messages come', () => {
    current = 1;
    showings.shown(1);
    showings.pressed();
    // The page stands still: the window is hidden, shown again and typed into, and only the keys get through.
    showings.lost();
    current = 2;
    showings.pressed();
    expect(begun).toBe(2);
    showings.lost();
    showings.shown(2);
    showings.pressed();
    expect(begun).toBe(2);
  });
});

it('the keyboard that goes and comes back begins nothing', () => {
  current = 1;
  showings.shown(1);
  for (let turn = 0; turn < 3; turn += 1) {
    showings.pressed();
    showings.lost();
  }
  expect(begun).toBe(1);
});

it('one that stands behind and is shown again starts over', () => {
  current = 1;
  showings.shown(1);
  showings.pressed();
  showings.lost();
  current = 2;
  showings.shown(2);
  expect(begun).toBe(2);
});

it('main is asked once for all keys that are typed in one go', () => {
  current = 1;
  for (let turn = 0; turn < 20; turn += 1) showings.pressed();
  expect(asked).toBe(1);
});
