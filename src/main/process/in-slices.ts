import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** Milliseconds of work at a time: short enough that keys, clicks and tokens never wait for a list. */
const slice = 8;

/** Visits every item, a slice at a time; between two slices whatever else waits gets its turn. */
export async function inSlices<T>(items: Iterable<T>, visit: (item: T) => void): Promise<void> {
  let end = performance.now() + slice;
  for (const item of items) {
    visit(item);
    if (performance.now() < end) continue;
    await setImmediate();
    end = performance.now() + slice;
  }
}
