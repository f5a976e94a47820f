import fc from 'fast-check';

/**
 * The seed of every property. It is the same in each run, so that a change is judged by its own merit and not by luck.
 * `TIDEGATE_TEST_SEED=new` (as `npm run test:long` does) looks for cases that nobody has seen; a number repeats such a run.
 */
const seed = { '': 20_261_128, new: Date.now() % 2 ** 31 }[process.env['TIDEGATE_TEST_SEED'] ?? ''];

fc.configureGlobal({ seed: seed ?? Number(process.env['TIDEGATE_TEST_SEED']) });

export { fc };
