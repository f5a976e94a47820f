import { readJson } from './json.mjs';

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */
/** @typedef {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number}} VitestReport */
/** @typedef {{stats: {expected: number, unexpected: number, flaky: number, skipped: number}}} PlaywrightReport */

/** @param {unknown} report Vitest's JSON report @returns {Totals} */
export function vitestTotals(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = /** @type {VitestReport} */ (
    report
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** A test that passed only when it was repeated did fail. @param {unknown} report Playwright's @returns {Totals} */
export function playwrightTotals(report) {
  const { expected, unexpected, flaky, skipped } = /** @type {PlaywrightReport} */ (report).stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * What a lane did. A runner that failed without naming a failed test (a file that cannot be loaded, no test at all,
 * an error outside of tests) counts as one failure, so that the sum never says "0 failed" of a run that failed.
 * @param {string} file the runner's JSON report
 * @param {(report: unknown) => Totals} read
 * @param {number} exitCode the runner's
 * @returns {Promise<Totals>}
 */
export async function laneTotals(file, read, exitCode) {
  const report = await readJson(file);
  const totals = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : read(report);
  const silent = totals.failed === 0 && (exitCode !== 0 || totals.passed === 0);
  return silent ? { ...totals, failed: 1 } : totals;
}
