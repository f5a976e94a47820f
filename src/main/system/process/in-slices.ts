import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work at a time: short enough that keys, clicks and tokens never wait for a list. */
const slice = 8;

/** What work in slices is measured by. Tests count with one of their own. */
export interface SliceClock {
  /** Milliseconds. */
  now(): number;
  /** Settles when whatever else waits has had its turn. */
  turn(): Promise<unknown>;
}

let lastTurn: Promise<unknown> = Promise.resolve();

export const systemClock: SliceClock = {
  now: () => performance.now(),
  // One after the other: else each of several works would take its slice before anything else gets a turn.
  turn: () => (lastTurn = lastTurn.then(() => setImmediate())),
};

/** Visits every item, a slice at a time; between two slices whatever else waits gets its turn. */
export async function inSlices<T>(
  items: Iterable<T>,
  visit: (item: T) => void,
  clock: SliceClock = systemClock,
): Promise<void> {
  let end = clock.now() + slice;
  for (const item of items) {
    visit(item);
    if (clock.now() < end) continue;
    await clock.turn();
    end = clock.now() + slice;
  }
}
