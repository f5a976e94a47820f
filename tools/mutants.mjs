import { ensureDependencies } from './lib/dependencies.mjs';
import { lanes } from './lib/lanes.mjs';
import { Stop, say, since } from './lib/log.mjs';
import { breakPromise, readMutants } from './lib/mutants.mjs';
import { openLane } from './lib/run-lane.mjs';
import { tool } from './lib/tool.mjs';
import { openWorkplace } from './lib/workplace.mjs';

// npm run test:mutants                    breaks each promise of test/mutants in turn and sees its test fail
// npm run test:mutants -- unit links      only those of these lanes and topics
// npm run test:mutants -- --part 2/4      a quarter of them, for several machines or evenings
// npm run test:mutants -- --promise word  those whose promise holds the word

/** @typedef {import('./lib/mutants.mjs').Mutant} Mutant */
/** @typedef {import('./lib/lanes.mjs').Lane} Lane */

/** @param {readonly string[]} args @param {readonly Mutant[]} all @returns {readonly Mutant[]} */
function choose(args, all) {
  const laneNames = new Set(all.map(({ lane }) => lane));
  const topics = new Set(all.map(({ topic }) => topic));
  /** @param {string} name */
  const valueOf = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [part = 1, parts = 1] = (valueOf('--part') ?? '').split('/').map((text) => Number(text) || 1);
  const word = valueOf('--promise');
  const named = args.filter(
    (arg, index) => !arg.startsWith('--') && !(args[index - 1] ?? '').startsWith('--'),
  );
  const unknown = named.find((name) => !laneNames.has(name) && !topics.has(name));
  if (unknown !== undefined)
    throw new Stop(`"${unknown}" is no lane and no topic: ${[...laneNames, ...topics].join(', ')}.`);
  /** @param {ReadonlySet<string>} names @param {string} value */
  const wanted = (names, value) => !named.some((name) => names.has(name)) || named.includes(value);
  return all
    .filter(({ lane, topic }) => wanted(laneNames, lane) && wanted(topics, topic))
    .filter(({ promise }) => word === undefined || promise.includes(word))
    .filter((_, index) => index % parts === part - 1);
}

/** @param {string} text @returns {string} a regular expression for exactly this text */
const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * What happened to a broken promise: only `noticed` is right. `not run` means that no test of that name ran, so that it proves nothing.
 * @typedef {'noticed' | 'NOT NOTICED' | 'NOT RUN' | 'FAILS WITHOUT IT'} Verdict
 */

/** @param {Mutant} mutant */
const keyOf = ({ test, title }) => `${test} ${title}`;

/**
 * The tests that pass while nothing is broken.
 * @param {readonly Mutant[]} mutants
 * @param {(mutant: Mutant) => Promise<readonly import('./lib/results.mjs').ReportedTest[]>} runTest
 * @returns {Promise<ReadonlySet<string>>} their keys
 */
async function soundTests(mutants, runTest) {
  /** @type {Map<string, boolean>} */
  const sound = new Map();
  for (const mutant of mutants) {
    if (sound.has(keyOf(mutant))) continue;
    const tests = await runTest(mutant);
    sound.set(keyOf(mutant), tests.length > 0 && tests.every(({ outcome }) => outcome === 'passed'));
  }
  return new Set([...sound].filter(([, passed]) => passed).map(([key]) => key));
}

/** @param {Lane} lane @param {readonly Mutant[]} mutants @returns {Promise<Verdict[]>} */
async function tryLane(lane, mutants) {
  const workplace = await openWorkplace();
  const open = await openLane(lane, workplace, { quiet: true });
  /** @param {Mutant} mutant */
  const runTest = async ({ test, title }) => {
    const { report } = await open.run([test, ...lane.only(literally(title))]);
    return (report === undefined ? [] : lane.tests(report)).filter(
      ({ name, outcome }) => outcome !== 'skipped' && name.includes(title),
    );
  };
  try {
    await open.prepare();
    // All of them before the first change: the application that was built stays broken until the next is built.
    const sound = await soundTests(mutants, runTest);
    /** @type {Verdict[]} */
    const verdicts = [];
    for (const mutant of mutants) {
      const started = performance.now();
      const verdict = sound.has(keyOf(mutant)) ? await tryMutant(mutant) : 'FAILS WITHOUT IT';
      verdicts.push(verdict);
      say(`${verdict}: ${mutant.promise} (${mutant.topic}, ${lane.name}, ${since(started)})`);
    }
    return verdicts;
  } finally {
    await open.close();
  }

  /** @param {Mutant} mutant @returns {Promise<Verdict>} */
  async function tryMutant(mutant) {
    const mend = await breakPromise(open.root, mutant);
    try {
      if (lane.application !== 'none') await open.prepare();
      const tests = await runTest(mutant);
      if (tests.length === 0) return 'NOT RUN';
      return tests.some(({ outcome }) => outcome === 'failed') ? 'noticed' : 'NOT NOTICED';
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      return 'NOT RUN';
    } finally {
      await mend();
    }
  }
}

await tool(async () => {
  await ensureDependencies();
  const chosen = choose(process.argv.slice(2), await readMutants());
  let noticed = 0;
  for (const lane of lanes()) {
    const mutants = chosen.filter((mutant) => mutant.lane === lane.name);
    if (mutants.length === 0) continue;
    noticed += (await tryLane(lane, mutants)).filter((verdict) => verdict === 'noticed').length;
  }
  process.stdout.write(`${noticed} of ${chosen.length} broken promises were noticed\n`);
  return noticed === chosen.length && noticed > 0 ? 0 : 1;
});
