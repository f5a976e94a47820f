import { beforeEach, describe, expect, it } from 'vitest';
import { Showings } from '../../../src/renderer/finder/showings.ts';

let begun: number;
let showings: Showings;

beforeEach(() => {
  begun = 0;
  showings = new Showings(() => (begun += 1));
});

describe('a showing begins once', () => {
  it('by main’s message when that comes first', () => {
    showings.shown(1);
    showings.pressed();
    expect(begun).toBe(1);
    showings.blurred();
    showings.hidden(1);
    showings.shown(2);
    expect(begun).toBe(2);
  });

  it('before its first key, if nothing else told of it', () => {
    showings.pressed();
    expect(begun).toBe(1);
    showings.shown(1);
    expect(begun).toBe(1);
    showings.blurred();
    showings.hidden(1);
    showings.pressed();
    expect(begun).toBe(2);
    showings.shown(2);
    expect(begun).toBe(2);
  });

  it('and never after its first key, however late the messages come', () => {
    showings.shown(1);
    const before = begun;
    showings.blurred();
    showings.pressed();
    showings.hidden(1);
    showings.pressed();
    showings.shown(2);
    showings.pressed();
    expect(begun).toBe(before);
  });
});

it('begins also where the window never tells of the keyboard', () => {
  for (let turn = 1; turn <= 3; turn += 1) {
    showings.shown(turn);
    showings.pressed();
    showings.hidden(turn);
    expect(begun).toBe(turn);
  }
});

it('the keyboard that goes and comes back begins nothing', () => {
  showings.shown(1);
  for (let turn = 0; turn < 3; turn += 1) {
    showings.pressed();
    showings.blurred();
  }
  expect(begun).toBe(1);
});

it('one that stands behind and is shown again starts over', () => {
  showings.shown(1);
  showings.pressed();
  showings.blurred();
  showings.shown(2);
  expect(begun).toBe(2);
});
