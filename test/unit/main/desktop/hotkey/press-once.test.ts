import { beforeEach, describe, expect, it } from 'vitest';
import { PressOnce, type PressClock } from '../../../../../src/main/desktop/hotkey/press-once.ts';

/** A clock that a test turns on. `busyUntil` holds timers up, as a process that has other work does. */
class Clock implements PressClock {
  time = 0;
  #timers: { readonly due: number; readonly callback: () => void }[] = [];
  now(): number {
    return this.time;
  }
  after(milliseconds: number, callback: () => void): () => void {
    const timer = { due: this.time + milliseconds, callback };
    this.#timers.push(timer);
    return () => (this.#timers = this.#timers.filter((each) => each !== timer));
  }
  /** Everything that is due until then happens at its time. */
  runUntil(time: number): void {
    for (;;) {
      const [next] = this.#timers.filter(({ due }) => due <= time).sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.time = Math.max(this.time, next.due);
      this.#fire(next);
    }
    this.time = time;
  }
  /** What was due meanwhile happens only now. */
  blockUntil(time: number): void {
    this.time = time;
    for (const timer of this.#timers.filter(({ due }) => due <= time)) this.#fire(timer);
  }
  #fire(timer: { readonly due: number; readonly callback: () => void }): void {
    this.#timers = this.#timers.filter((each) => each !== timer);
    timer.callback();
  }
}

let clock: Clock;
let acts: number[];
let press: PressOnce;

beforeEach(() => {
  clock = new Clock();
  acts = [];
  press = new PressOnce(() => acts.push(clock.now()), clock);
});

function pressAt(...times: readonly number[]): void {
  for (const time of times) {
    clock.runUntil(time);
    press.pressed();
  }
}

/** The reports of a key that is held: the press, then after a delay one each interval. */
function held(from: number, milliseconds: number, delay: number, interval: number): number[] {
  const times = [from];
  for (let at = from + delay; at < from + milliseconds; at += interval) times.push(at);
  return times;
}

describe('a held hotkey', () => {
  it.each([
    { system: 'X11', delay: 660, interval: 40 },
    { system: 'GNOME', delay: 500, interval: 30 },
    { system: 'KDE', delay: 600, interval: 40 },
    { system: 'Windows, slowest delay', delay: 1_000, interval: 33 },
    { system: 'Windows, quickest', delay: 250, interval: 33 },
    { system: 'ten times a second', delay: 300, interval: 100 },
  ])('acts once ($system)', ({ delay, interval }) => {
    pressAt(...held(0, 3_000, delay, interval));
    clock.runUntil(60_000);
    expect(acts).toEqual([0]);
    press.pressed();
    expect(acts).toHaveLength(2);
  });

  it('acts once when the process was busy and gets its reports late and together', () => {
    const reports = held(0, 3_000, 660, 40);
    for (const [from, to] of [
      [650, 1_400],
      [690, 1_000],
      [1_500, 1_900],
    ] as const) {
      const [clocked, once] = [new Clock(), [] as number[]];
      const busy = new PressOnce(() => once.push(clocked.now()), clocked);
      for (const time of reports) {
        // Reports of the busy time are read one by one when it is over, after the timers that are due.
        if (time >= from && time < to) clocked.blockUntil(Math.max(clocked.time, to));
        else clocked.runUntil(Math.max(clocked.time, time));
        busy.pressed();
      }
      clocked.runUntil(60_000);
      expect(once).toEqual([0]);
    }
  });
});

describe('presses one after the other', () => {
  it.each([50, 119, 120, 200, 400, 660, 900, 1_999])('act each: the second after %i ms', (gap) => {
    pressAt(0, gap);
    clock.runUntil(60_000);
    expect(acts[0]).toBe(0);
    expect(acts).toHaveLength(2);
  });

  it('act each, however many, as fast as fingers are', () => {
    pressAt(0, 130, 280, 410, 600, 1_000);
    clock.runUntil(60_000);
    expect(acts).toHaveLength(6);
  });

  it('act at once when another key told that the hotkey was let go', () => {
    pressAt(0);
    press.released();
    pressAt(150);
    press.released();
    pressAt(200);
    expect(acts).toEqual([0, 150, 200]);
  });

  it('act at once when no system repeats so late', () => {
    pressAt(0, 2_000, 4_500);
    expect(acts).toEqual([0, 2_000, 4_500]);
  });

  it('act also where every timer comes late', () => {
    press.pressed();
    clock.blockUntil(400);
    press.pressed();
    for (let time = 700; time < 2_000; time += 300) clock.blockUntil(time);
    expect(acts).toEqual([0, 1_000]);
  });

  it('act and stay held when another key told of the end of the first one only just before', () => {
    pressAt(...held(0, 1_500, 660, 40));
    clock.runUntil(1_540);
    press.released();
    pressAt(...held(1_590, 2_000, 660, 40));
    clock.runUntil(10_000);
    expect(acts).toEqual([0, 1_590]);
  });

  it('act after a held one as well', () => {
    pressAt(...held(0, 2_000, 660, 40));
    pressAt(2_300);
    expect(acts).toEqual([0, 2_300]);
  });
});
