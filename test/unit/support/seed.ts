/**
 * What everything random in the tests comes from: the same in every run, so that a failure comes again.
 * `TIDEGATE_TEST_SEED=new` (as `npm run test:long` does) looks for cases that nobody has seen; a number repeats such a run.
 */
const asked = process.env['TIDEGATE_TEST_SEED'] ?? '';
export const seed = { '': 20_261_128, new: Date.now() % 2 ** 31 }[asked] ?? Number(asked);
