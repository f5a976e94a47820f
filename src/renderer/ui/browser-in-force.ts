import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Status } from '../../shared/status.ts';

/** The name of the browser that customers open in, or why there is none. A chosen one has no stand-in. */
export function browserInForce({
  browserProblem,
  browsers,
  settings,
}: Pick<Status, 'browserProblem' | 'browsers' | 'settings'>): Result<string, Problem> {
  const chosen = settings.browser;
  const browser = chosen === null ? browsers[0] : browsers.find(({ id }) => id === chosen);
  if (browser !== undefined) return ok(browser.name);
  return err(
    browserProblem ??
      (chosen === null ? problem('no-browser', {}) : problem('browser-not-found', { browser: chosen })),
  );
}
