import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { openDisplay } from './display.mjs';
import { resolveRuntime } from './electron-runtime.mjs';
import { Stop } from './log.mjs';
import { ensureUserNamespaces } from './ordinary-user.mjs';
import { repositoryRoot } from './paths.mjs';
import { laneTotals } from './results.mjs';
import { run } from './run.mjs';
import { markedRun } from './stragglers.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { permitted } from './workplace.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */
/** @typedef {import('./lanes.mjs').Lane} Lane */

/**
 * Sets up what a lane needs, runs its tests, takes down what it set up.
 * @param {Lane} lane
 * @param {Workplace} workplace
 * @param {readonly string[]} more arguments for the test runner
 */
export async function runLane(lane, workplace, more) {
  await ensureSystemPackages(lane.needs);
  const marked = markedRun();
  const env = { ...workplace.environment, ...marked.environment, ...(await application(lane, workplace)) };
  const report = join('test-results', `${lane.name}.json`);
  await rm(join(workplace.root, report), { force: true });
  try {
    const code = await onDesktop(lane, workplace, env, [workplace.node, ...lane.runner(report, more)]);
    return await laneTotals(join(workplace.root, report), lane.totals, code);
  } finally {
    await marked.end();
    await bringBackResults(workplace);
  }
}

/**
 * Builds or packages the application if the lane wants it, and tells the tests where it is.
 * @param {Lane} lane @param {Workplace} workplace @returns {Promise<NodeJS.ProcessEnv>}
 */
async function application(lane, workplace) {
  if (lane.application === 'none') return {};
  const env = { ...workplace.environment, ...(await runtimeEnvironment(workplace)) };
  if (lane.application === 'build') {
    await build(workplace, env);
    return env;
  }
  const [command, args] = workplace.as(workplace.node, ['tools/package.mjs']);
  if ((await run(command, args, { cwd: workplace.root, env })) !== 0) throw new Stop('Packaging failed.');
  return { ...env, TIDEGATE_TEST_PACKAGE: join(workplace.root, 'dist', 'linux-unpacked') };
}

/**
 * The variables that test/e2e, test/packaged and test/world/demo.ts read (CONTRIBUTING.md lists them); the
 * application itself knows none of them.
 * @param {Workplace} workplace @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function runtimeEnvironment(workplace) {
  await ensureUserNamespaces(workplace.as);
  const runtime = await resolveRuntime({ signIn: false });
  const executable = workplace.locate(runtime.executable);
  if (!(await permitted(workplace.as, '-x', executable))) {
    throw new Stop(
      `The ordinary user that runs the tests cannot run ${executable}: put it where everybody may read.`,
    );
  }
  return {
    // What electron-builder and the tools inside the workplace then find without looking.
    ELECTRON_OVERRIDE_DIST_PATH: workplace.locate(runtime.folder),
    TIDEGATE_TEST_ELECTRON: executable,
    TIDEGATE_TEST_APP: workplace.root,
    TIDEGATE_TEST_OUTPUT: join(workplace.root, 'test-results'),
  };
}

/**
 * @param {Lane} lane @param {Workplace} workplace @param {NodeJS.ProcessEnv} env
 * @param {[string, ...string[]]} command
 */
async function onDesktop(lane, workplace, env, command) {
  if (!lane.desktop || process.platform !== 'linux') return runIn(workplace, env, command);
  const display = await openDisplay(workplace);
  try {
    return await runIn(workplace, { ...env, DISPLAY: display.name }, ['dbus-run-session', '--', ...command]);
  } finally {
    await display.close();
  }
}

/** @param {Workplace} workplace @param {NodeJS.ProcessEnv} env @param {[string, ...string[]]} command */
export function runIn(workplace, env, [first, ...rest]) {
  const [command, args] = workplace.as(first, rest);
  return run(command, args, { cwd: workplace.root, env });
}

/** Reports, traces and screenshots belong into the clone. @param {Workplace} workplace */
export async function bringBackResults({ root }) {
  if (root === repositoryRoot) return;
  const results = join(root, 'test-results');
  await cp(results, join(repositoryRoot, 'test-results'), { recursive: true, force: true }).catch(
    () => undefined,
  );
}
