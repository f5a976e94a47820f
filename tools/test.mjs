import { ensureDependencies } from './lib/dependencies.mjs';
import { lanes } from './lib/lanes.mjs';
import { LeftOut } from './lib/left-out.mjs';
import { Stop, say, since } from './lib/log.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { failures } from './lib/results.mjs';
import { runLane } from './lib/run-lane.mjs';
import { runNpm } from './lib/run.mjs';
import { readProofs, unproven } from './lib/security-rows.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { tool } from './lib/tool.mjs';
import { givingWay, openWorkplace } from './lib/workplace.mjs';

// npm test                        type check, lint, every lane
// npm test -- unit e2e            these lanes only
// npm run test:long               what is too long for every day
// npm test -- e2e -g "hotkey"     what follows the lanes goes to the test runner

/** @typedef {import('./lib/lanes.mjs').Lane} Lane */

/** @param {readonly string[]} args @returns {{chosen: readonly Lane[], more: string[], everything: boolean}} */
function parse(args) {
  const available = lanes();
  const named = args.findIndex((arg) => !available.some(({ name }) => name === arg));
  const names = named === -1 ? args : args.slice(0, named);
  const more = args.slice(names.length);
  if (more.length > 0 && names.length !== 1) {
    throw new Stop(
      `The lanes are: ${available.map(({ name }) => name).join(', ')}. "${more[0]}" is none of them.`,
    );
  }
  const everything = names.length === 0;
  return {
    chosen: everything
      ? available.filter(({ onDemand }) => !onDemand)
      : available.filter(({ name }) => names.includes(name)),
    more,
    everything,
  };
}

/** @param {string} script of package.json @returns {Promise<boolean>} whether it passed */
async function check(script) {
  const started = performance.now();
  const code = await runNpm(['run', '--silent', script], { cwd: repositoryRoot });
  say(`${script}: ${code === 0 ? 'passed' : 'FAILED'} (${since(started)})`);
  return code === 0;
}

/**
 * A lane that could not be set up counts as a failure, or is left out; the other lanes still run.
 * @param {Lane} lane @param {import('./lib/workplace.mjs').Workplace} workplace @param {string[]} more
 * @param {{quiet?: boolean}} [options]
 */
async function attempt(lane, workplace, more, options = {}) {
  const started = performance.now();
  try {
    return { lane, ...(await runLane(lane, workplace, more, options)), took: since(started) };
  } catch (error) {
    if (error instanceof LeftOut) return { lane, leftOut: error.message };
    if (!(error instanceof Stop)) throw error;
    const totals = { passed: 0, failed: 1, skipped: 0 };
    return { lane, totals, tests: [], took: since(started), output: `\n${error.message}\n` };
  }
}

/**
 * Every lane in turn, and beside them those that give way, where the system can rank them.
 * @param {readonly Lane[]} chosen @param {import('./lib/workplace.mjs').Workplace} workplace @param {string[]} more
 */
async function* results(chosen, workplace, more) {
  const gives = (/** @type {Lane} */ lane) =>
    lane.beside === true && chosen.length > 1 && process.platform === 'linux';
  const beside = chosen.filter(gives).map((lane) => {
    say(`${lane.name} runs beside the others ...`);
    const done = attempt(lane, givingWay(workplace), more, { quiet: true });
    // Its failure is met where it is waited for; until then it ends nothing else.
    done.catch(() => undefined);
    return done;
  });
  for (const lane of chosen.filter((each) => !gives(each))) {
    say(`${lane.name} ...`);
    yield await attempt(lane, workplace, more);
  }
  yield* beside;
}

await tool(async () => {
  const { chosen, more, everything } = parse(process.argv.slice(2));
  await ensureDependencies();
  // Before the first lane: whoever has to install something by hand is told once.
  const needsOf = (/** @type {readonly Lane[]} */ some) => some.flatMap(({ needs }) => needs);
  await ensureSystemPackages(
    needsOf(chosen.filter(({ windows }) => !windows)),
    needsOf(chosen.filter(({ windows }) => windows)),
  );
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const told = [];
  const fails = (/** @type {string} */ text) => {
    told.push(text);
    failed += 1;
  };
  if (everything) {
    const scripts = ['typecheck', 'lint'];
    const done = await Promise.all(scripts.map(check));
    for (const [index, script] of scripts.entries()) if (!done[index]) fails(`FAILED: npm run ${script}`);
  }
  const workplace = await openWorkplace();
  const rules = await readProofs();
  /** @type {string[]} */
  const leftOut = everything
    ? lanes()
        .filter(({ onDemand }) => onDemand)
        .map(({ name }) => `${name} was not run: npm test -- ${name} runs it.`)
    : [];
  for await (const done of results(chosen, workplace, more)) {
    const { lane } = done;
    if ('leftOut' in done) {
      leftOut.push(`${lane.name} was left out: ${done.leftOut}`);
      // Whoever names it wants to see it run.
      if (!everything) fails(`FAILED: ${lane.name} could not be run.`);
      continue;
    }
    const { totals, tests, took, output } = done;
    if (output !== undefined) process.stdout.write(output);
    const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
    say(`${lane.name}: ${totals.passed} passed, ${totals.failed} failed${skipped} (${took})`);
    passed += totals.passed;
    failed += totals.failed;
    const named = failures(lane.name, tests);
    told.push(...named);
    if (totals.failed > named.length) told.push(`FAILED in ${lane.name}: its own output, above, says more.`);
    // SECURITY: a rule counts as kept only when the runner found its test by name and it passed.
    for (const { rule, test, title } of more.length > 0
      ? []
      : unproven(rules, lane.runs ?? lane.folder, tests)) {
      fails(`FAILED: SECURITY.md: no test that passed in ${test} is called "${title}": ${rule}`);
    }
  }
  for (const line of leftOut) say(line);
  // At the very end, where whoever reads a log of many pages looks first.
  for (const text of told) process.stdout.write(`${text}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
