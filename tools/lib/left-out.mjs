import { Stop } from './log.mjs';

/** A lane that cannot be set up here and may be missing: `npm test` names it with this reason, and goes on. */
export class LeftOut extends Error {}

/**
 * Does what a lane needs that may be missing: where that stops, the lane is left out.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function orLeftOut(work) {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Stop ? new LeftOut(error.message) : error;
  }
}
