import { stripVTControlCharacters } from 'node:util';

/** Enough for what was expected, what came, and where. */
const linesOfAnError = 12;

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */
/** @typedef {{file: string, name: string, outcome: 'passed' | 'failed' | 'skipped', error?: string}} ReportedTest the name is the whole one, its groups included */

/** @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number}} VitestTotals */
/** @typedef {{name: string, status: string, message: string, assertionResults: {fullName: string, status: string, failureMessages?: string[]}[]}} VitestFile */
/** @typedef {VitestTotals & {testResults: VitestFile[]}} VitestReport */

/** @typedef {{status: string, results: {error?: {message?: string}}[]}} PlaywrightTest */
/** @typedef {{title: string, ok: boolean, tests: PlaywrightTest[]}} PlaywrightSpec */
/** @typedef {{title: string, file: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[]}} PlaywrightSuite */
/** @typedef {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}, suites: PlaywrightSuite[]}} PlaywrightReport */

/** @param {unknown} report Vitest's JSON report @returns {Totals} */
export function vitestTotals(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = /** @type {VitestReport} */ (
    report
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** All of them, and each file that failed before or beside its tests. @param {unknown} report Vitest's JSON report @returns {ReportedTest[]} */
export function vitestTests(report) {
  return /** @type {VitestReport} */ (report).testResults.flatMap(
    ({ name: file, status, message, assertionResults }) => {
      const tests = assertionResults.map(({ fullName, status: ended, failureMessages }) => {
        // A test that is skipped, marked to be written or left out by a filter has a state of its own.
        const outcome = ended === 'passed' || ended === 'failed' ? ended : 'skipped';
        return reported(file, fullName, outcome, failureMessages?.[0]);
      });
      return status === 'failed' && !tests.some(({ outcome }) => outcome === 'failed')
        ? [...tests, reported(file, 'the file as a whole', 'failed', message)]
        : tests;
    },
  );
}

/** A test that passed only when it was repeated did fail. @param {unknown} report Playwright's @returns {Totals} */
export function playwrightTotals(report) {
  const { expected, unexpected, flaky, skipped } = /** @type {PlaywrightReport} */ (report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** All of them. @param {unknown} report Playwright's JSON report @returns {ReportedTest[]} */
export function playwrightTests(report) {
  return /** @type {PlaywrightReport} */ (report).suites.flatMap((suite) => testsOf(suite, ''));
}

/** @param {PlaywrightSuite} suite @param {string} groups @returns {ReportedTest[]} */
function testsOf({ file, specs, suites = [] }, groups) {
  return [
    ...specs.map(({ title, ok, tests }) => {
      const ran = tests.some(({ status }) => status !== 'skipped');
      return reported(
        file,
        `${groups}${title}`,
        ran ? (ok ? 'passed' : 'failed') : 'skipped',
        firstError(tests),
      );
    }),
    ...suites.flatMap((suite) => testsOf(suite, `${groups}${suite.title} `)),
  ];
}

/** @param {PlaywrightTest[]} tests */
function firstError(tests) {
  return tests.flatMap(({ results }) => results).find(({ error }) => error !== undefined)?.error?.message;
}

/**
 * @param {string} file @param {string} name @param {ReportedTest['outcome']} outcome @param {string | undefined} error
 * @returns {ReportedTest}
 */
function reported(file, name, outcome, error) {
  return { file, name, outcome, ...(outcome === 'failed' && error !== undefined && { error }) };
}

/**
 * What failed, to be read without the runners' output: a list of thousands of tests has no end that shows it.
 * @param {string} lane @param {readonly ReportedTest[]} tests @returns {string[]} a text of a few lines for each
 */
export function failures(lane, tests) {
  return tests
    .filter(({ outcome }) => outcome === 'failed')
    .map(({ file, name, error = 'It told no reason.' }) => {
      const place = /(?:^|[/\\])(test[/\\].*)$/.exec(file)?.[1] ?? file;
      const lines = stripVTControlCharacters(error)
        .split('\n')
        .filter((line) => line.trim() !== '');
      return [
        `FAILED in ${lane}: ${place}: ${name}`,
        ...lines.slice(0, linesOfAnError).map((line) => `    ${line}`),
      ].join('\n');
    });
}

/**
 * What a lane did. A runner that failed without naming a failed test (a file that cannot be loaded, no test at all,
 * an error outside of tests) counts as one failure, so that the sum never says "0 failed" of a run that failed.
 * @param {unknown} report the runner's JSON report; nothing if it wrote none
 * @param {(report: unknown) => Totals} read
 * @param {number} exitCode the runner's
 * @returns {Totals}
 */
export function laneTotals(report, read, exitCode) {
  const totals = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : read(report);
  const silent = totals.failed === 0 && (exitCode !== 0 || totals.passed === 0);
  return silent ? { ...totals, failed: 1 } : totals;
}
