/** @typedef {{passed: number, failed: number, skipped: number}} Totals */
/** @typedef {{file: string, name: string, passed: boolean}} ReportedTest the name is the whole one, its groups included */

/** @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number}} VitestTotals */
/** @typedef {{name: string, assertionResults: {fullName: string, status: string}[]}} VitestFile */
/** @typedef {VitestTotals & {testResults: VitestFile[]}} VitestReport */

/** @typedef {{title: string, ok: boolean, tests: {status: string}[]}} PlaywrightSpec */
/** @typedef {{title: string, file: string, specs: PlaywrightSpec[], suites?: PlaywrightSuite[]}} PlaywrightSuite */
/** @typedef {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}, suites: PlaywrightSuite[]}} PlaywrightReport */

/** @param {unknown} report Vitest's JSON report @returns {Totals} */
export function vitestTotals(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = /** @type {VitestReport} */ (
    report
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** Those that ran. @param {unknown} report Vitest's JSON report @returns {ReportedTest[]} */
export function vitestTests(report) {
  return /** @type {VitestReport} */ (report).testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ fullName, status }) => ({ file: name, name: fullName, passed: status === 'passed' })),
  );
}

/** A test that passed only when it was repeated did fail. @param {unknown} report Playwright's @returns {Totals} */
export function playwrightTotals(report) {
  const { expected, unexpected, flaky, skipped } = /** @type {PlaywrightReport} */ (report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/** Those that ran. @param {unknown} report Playwright's JSON report @returns {ReportedTest[]} */
export function playwrightTests(report) {
  return /** @type {PlaywrightReport} */ (report).suites.flatMap((suite) => testsOf(suite, ''));
}

/** @param {PlaywrightSuite} suite @param {string} groups @returns {ReportedTest[]} */
function testsOf({ file, specs, suites = [] }, groups) {
  return [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status !== 'skipped'))
      .map(({ title, ok }) => ({ file, name: `${groups}${title}`, passed: ok })),
    ...suites.flatMap((suite) => testsOf(suite, `${groups}${suite.title} `)),
  ];
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
