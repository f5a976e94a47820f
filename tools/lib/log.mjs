/** A reason to stop that the developer can act on: printed as it is, without a stack, exit code 1. */
export class Stop extends Error {}

/** One line about what is being done or found. @param {string} text */
export function say(text) {
  process.stdout.write(`[tidegate] ${text}\n`);
}

/** @param {number} started the value of `performance.now()` then. @returns {string} such as "12.3 s" */
export function since(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
