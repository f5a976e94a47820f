import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { cleanRootArchive } from './clean-root.mjs';
import { here } from './desktop.mjs';
import { resolveRuntime } from './electron-runtime.mjs';
import { readJson } from './json.mjs';
import { orLeftOut } from './left-out.mjs';
import { Stop } from './log.mjs';
import { ensureUserNamespaces } from './ordinary-user.mjs';
import { isRoot, repositoryRoot } from './paths.mjs';
import { openPrivateDesktop } from './private-desktop.mjs';
import { laneTotals } from './results.mjs';
import { run } from './run.mjs';
import { markedRun } from './stragglers.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { openWindows } from './windows/wine.mjs';
import { permitted } from './workplace.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */
/** @typedef {import('./lanes.mjs').Lane} Lane */

/**
 * @typedef {object} Done
 * @property {import('./results.mjs').Totals} totals
 * @property {readonly import('./results.mjs').ReportedTest[]} tests
 * @property {string | undefined} output what the runner of a quiet lane wrote, where it was kept
 */

/**
 * Sets up what a lane needs, runs its tests, takes down what it set up.
 * @param {Lane} lane
 * @param {Workplace} workplace
 * @param {readonly string[]} more arguments for the test runner
 * @param {{quiet?: boolean}} [options] `quiet`: the runner's output is given and not shown
 * @returns {Promise<Done>}
 * Errors: a LeftOut where the lane cannot be had here and may be missing, a Stop for any other.
 */
export async function runLane(lane, workplace, more, options = {}) {
  const open = await openLane(lane, workplace, options);
  try {
    await open.prepare();
    const { code, report, output } = await open.run(more);
    return {
      output,
      totals: laneTotals(report, lane.totals, code),
      tests: report === undefined ? [] : lane.tests(report),
    };
  } finally {
    await open.close();
    await bringBackResults(open.root);
  }
}

/**
 * A lane that is set up, to run its tests as often as somebody wants. `prepare` builds what of the application the lane
 * needs; `root` is the project's folder that the tests see.
 * @param {Lane} lane
 * @param {Workplace} workplace
 * @param {{quiet?: boolean}} [options] `quiet`: the runner's output is not shown
 */
export async function openLane(lane, workplace, options = {}) {
  if (lane.windows) return openWindowsLane(lane, workplace, options);
  await ensureSystemPackages(lane.needs);
  const marked = markedRun();
  const base = { ...lane.environment, ...workplace.environment, ...marked.environment };
  /** @type {NodeJS.ProcessEnv} */
  let env = base;
  const file = join('test-results', `${lane.name}.json`);
  const desktops = process.platform === 'linux' ? await openDesktops(lane.desktops, workplace) : [];
  const [desktop] = desktops;
  return {
    root: workplace.root,
    async prepare() {
      if (lane.asRoot && !isRoot())
        throw new Stop(
          `The lane ${lane.name} installs packages into a clean system of its own, which only root can make.`,
        );
      env = { ...base, ...(await application(lane, workplace)) };
      if (lane.asRoot) env = { ...env, TIDEGATE_TEST_ROOT: await cleanRootArchive() };
    },
    /** @param {readonly string[]} more @returns {Promise<{code: number, report: unknown, output?: string}>} the runner's report, nothing if it wrote none */
    async run(more) {
      await rm(join(workplace.root, file), { force: true });
      const command = [workplace.node, ...lane.runner(file, more)];
      const place = lane.asRoot ? { ...here, root: workplace.root } : workplace;
      const onDesktop = {
        ...desktop?.environment,
        TIDEGATE_TEST_DESKTOPS: JSON.stringify(desktops.map(({ environment }) => environment)),
      };
      const code = await runIn(place, { ...env, ...onDesktop }, command, options);
      return { code, report: await readJson(join(workplace.root, file)) };
    },
    async close() {
      for (const each of desktops) await each.close();
      await marked.end();
    },
  };
}

/** @param {number} count @param {Workplace} workplace */
async function openDesktops(count, workplace) {
  /** @type {import('./private-desktop.mjs').PrivateDesktop[]} */
  const desktops = [];
  try {
    while (desktops.length < count) desktops.push(await openPrivateDesktop(workplace));
    return desktops;
  } catch (error) {
    for (const each of desktops) await each.close();
    throw error;
  }
}

/** @param {Lane} lane @param {Workplace} workplace @param {{quiet?: boolean}} options */
async function openWindowsLane(lane, workplace, options) {
  const marked = markedRun();
  const windows = await orLeftOut(async () => {
    if (process.platform !== 'linux' || process.arch !== 'x64')
      throw new Stop('Its Windows is Wine on Linux x64.');
    await ensureSystemPackages(lane.needs);
    return openWindows(workplace, marked.environment);
  });
  const file = join('test-results', `${lane.name}.json`);
  return {
    root: windows.root,
    prepare: () => Promise.resolve(),
    /** @param {readonly string[]} more @returns {Promise<{code: number, report: unknown, output?: string}>} */
    async run(more) {
      await rm(join(windows.root, file), { force: true });
      const code = await windows.runNode(lane.runner(file, more), lane.environment ?? {}, options);
      const report = await readJson(join(windows.root, file));
      return { code, report, ...(options.quiet && { output: await windows.output() }) };
    },
    async close() {
      try {
        await windows.close();
      } finally {
        // After an interruption nothing can be started to end Windows: its processes are ended one by one.
        await marked.end();
      }
    },
  };
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
  // Only another user than this one may lack the right.
  if (isRoot() && !(await permitted(workplace.as, '-x', executable))) {
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
 * @param {Pick<Workplace, 'root' | 'as'>} workplace @param {NodeJS.ProcessEnv} env @param {readonly string[]} command
 * @param {{quiet?: boolean}} [options]
 */
export function runIn(workplace, env, [first = '', ...rest], options = {}) {
  const [command, args] = workplace.as(first, rest);
  return run(command, args, { cwd: workplace.root, env, ...options });
}

/** Reports, traces and screenshots belong into the clone. @param {string} root where the tests ran */
export async function bringBackResults(root) {
  if (root === repositoryRoot) return;
  const results = join(root, 'test-results');
  await cp(results, join(repositoryRoot, 'test-results'), { recursive: true, force: true }).catch(
    () => undefined,
  );
}
