import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';
import { playwrightTests, playwrightTotals, vitestTests, vitestTotals } from './results.mjs';

/**
 * @typedef {object} Lane
 * @property {string} name
 * @property {string} folder of its tests
 * @property {string} [runs] the part of the folder that runs on this system, where that is not all of it
 * @property {readonly import('./system-packages.mjs').Need[]} needs
 * @property {'none' | 'build' | 'package'} application what of the application it needs
 * @property {Readonly<NodeJS.ProcessEnv>} [environment] what its tests find there unless the caller says otherwise
 * @property {boolean} [onDemand] runs only when it is named
 * @property {boolean} [asRoot] its tests set up a system of their own, and run as root
 * @property {boolean} [beside] gives way to the other lanes: it runs beside them, and its output is shown behind theirs
 * @property {boolean} [windows] runs with Node for Windows under Wine; where that cannot be had it is left out
 * @property {number} desktops with a display and a session bus: several let tests run beside each other
 * @property {(report: string, more: readonly string[]) => string[]} runner arguments of Node that run the tests
 * @property {(report: unknown) => import('./results.mjs').Totals} totals
 * @property {(report: unknown) => import('./results.mjs').ReportedTest[]} tests what it was to run, by name
 * @property {(title: string) => string[]} only arguments of the runner that run the tests with this in their name
 */

/** The other folders of tests. @param {readonly string[]} wanted @returns {string[]} */
function foldersBut(wanted) {
  return readdirSync(join(repositoryRoot, 'test')).filter((name) => !wanted.includes(name));
}

/** @param {string} folder @param {readonly string[]} [options] */
function vitest(folder, options = []) {
  return {
    /** @param {string} report @param {readonly string[]} more */
    runner: (report, more) => [
      ...['node_modules/vitest/vitest.mjs', 'run', '--dir', folder],
      // The usual loader writes into node_modules, which may belong to somebody else.
      '--configLoader=runner',
      // Vitest leaves one out, which on two is half of the machine.
      `--maxWorkers=${availableParallelism()}`,
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...(process.stdout.isTTY ? [] : ['--no-color']),
      ...options,
      ...more,
    ],
    totals: vitestTotals,
    tests: vitestTests,
    /** @param {string} title a regular expression */
    only: (title) => [`--testNamePattern=${title}`],
  };
}

const playwright = {
  /** @param {string} _report named in playwright.config.ts @param {readonly string[]} more */
  runner: (_report, more) => ['node_modules/@playwright/test/cli.js', 'test', ...more],
  totals: playwrightTotals,
  tests: playwrightTests,
  /** @param {string} title a regular expression */
  only: (title) => [`--grep=${title}`],
};

const everywhere = 'test/e2e/everywhere';
/** Wine runs programs for the processor that it runs on. @type {readonly import('./system-packages.mjs').Need[]} */
const wine = process.arch === 'x64' ? ['windows'] : [];
/** Files of tests share the code they have read: to read it anew for each costs unit, and all that runs under Wine, most of the time. */
const sharedCode = ['--pool=threads', '--no-isolate'];
/**
 * What says the same under every Node: code that can ask nothing of a system, what reads the project itself, formats of lists, and
 * answers of servers, which come through the same code of Node's.
 */
const sameEverywhere = [
  ...['unit/shared/**', 'unit/renderer/**', 'unit/*.test.ts', 'unit/main/customers/formats/**'],
  ...['integration/packaging/**', 'integration/release/**', 'integration/tools/**', 'integration/*.test.ts'],
  ...['integration/main/customers/*-faults*.test.ts', 'integration/main/customers/answers.test.ts'],
  ...['integration/main/customers/sources.test.ts', 'integration/main/incidents/**'],
];
/** What Wine makes slow is not what hangs, and no news either. */
const underWine = [
  ...sharedCode,
  '--testTimeout=300000',
  '--hookTimeout=300000',
  '--slowTestThreshold=60000',
];

/** @type {readonly Lane[]} */
const allLanes = [
  {
    name: 'unit',
    folder: 'test/unit',
    needs: [],
    application: 'none',
    desktops: 0,
    ...vitest('test/unit', sharedCode),
  },
  {
    name: 'integration',
    folder: 'test/integration',
    needs: [],
    application: 'none',
    desktops: 0,
    ...vitest('test/integration'),
  },
  {
    name: 'windows',
    folder: 'test/windows',
    needs: wine,
    application: 'none',
    desktops: 0,
    windows: true,
    // Two thirds of its time it waits for Wine or for a time-out.
    beside: true,
    // The tests that run in plain Node run there as well. The patterns are looked at below the folder of tests.
    ...vitest('test', [
      ...underWine,
      ...foldersBut(['unit', 'integration', 'windows']).map((folder) => `--exclude=${folder}/**`),
      ...sameEverywhere.map((pattern) => `--exclude=${pattern}`),
    ]),
  },
  {
    name: 'long',
    folder: 'test/long',
    needs: [],
    application: 'none',
    desktops: 0,
    onDemand: true,
    environment: { TIDEGATE_TEST_SEED: 'new' },
    ...vitest('test/long'),
  },
  {
    name: 'e2e',
    folder: 'test/e2e',
    needs: ['electron', 'screen', 'session', 'browsers', 'wayland'],
    application: 'build',
    // A test keeps more than one core busy: two on two cores took four fifths of the time, and keys came late.
    desktops: Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
    ...playwright,
    // Keyboard, tray, keyring and browsers are those of Linux: elsewhere only what needs none of them runs.
    ...(process.platform !== 'linux' && {
      runs: everywhere,
      runner: (/** @type {string} */ report, /** @type {readonly string[]} */ more) =>
        playwright.runner(report, [everywhere, ...more]),
    }),
  },
  {
    name: 'soak',
    folder: 'test/soak',
    needs: ['electron', 'screen', 'session', 'browsers'],
    application: 'build',
    desktops: 1,
    onDemand: true,
    ...playwright,
    runner: (_report, more) => [
      ...['node_modules/@playwright/test/cli.js', 'test'],
      ...['--config=test/soak/playwright.config.ts', ...more],
    ],
  },
  {
    name: 'pictures',
    folder: 'test/pictures',
    needs: ['electron', 'screen', 'session', 'browsers', 'panel'],
    application: 'build',
    desktops: 1,
    onDemand: true,
    ...playwright,
    runner: (_report, more) => [
      ...['node_modules/@playwright/test/cli.js', 'test'],
      ...['--config=test/pictures/playwright.config.ts', ...more],
    ],
  },
  {
    name: 'packaged',
    folder: 'test/packaged',
    needs: ['electron', 'screen', 'session', 'browsers'],
    application: 'package',
    desktops: 1,
    // Keyboard, pointer and the tray's host are one for the whole display.
    ...vitest('test/packaged', ['--no-file-parallelism']),
  },
  {
    name: 'kills',
    folder: 'test/packaged/kills.test.ts',
    needs: ['electron', 'screen', 'session', 'browsers'],
    application: 'package',
    desktops: 1,
    onDemand: true,
    environment: { TIDEGATE_TEST_KILLS: '500' },
    ...vitest('test/packaged', ['kills']),
  },
  {
    name: 'packages',
    folder: 'test/packages',
    needs: ['electron', 'packaging'],
    application: 'package',
    desktops: 0,
    onDemand: true,
    asRoot: true,
    ...vitest('test/packages', ['--no-file-parallelism']),
  },
];

/** All but `packaged` while its folder holds no test: a lane without tests fails. */
export function lanes() {
  return allLanes.filter(
    ({ name, folder }) => name !== 'packaged' || holdsTests(join(repositoryRoot, folder)),
  );
}

/** @param {string} folder */
function holdsTests(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.test.ts'))
  );
}
