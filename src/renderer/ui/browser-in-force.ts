import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { BrowserStatus, Status } from '#shared/status/status.ts';

/** The browser that customers open in, if it is there. A chosen one has no stand-in. */
export function chosenBrowser({
  browsers,
  settings,
}: Pick<Status, 'browsers' | 'settings'>): BrowserStatus | undefined {
  const chosen = settings.browser;
  return chosen === null ? browsers[0] : browsers.find(({ id }) => id === chosen);
}

/** The name of the browser that customers open in, or why there is none. */
export function browserInForce(
  status: Pick<Status, 'browserProblem' | 'browsers' | 'settings'>,
): Result<string, Problem> {
  const browser = chosenBrowser(status);
  const chosen = status.settings.browser;
  if (browser !== undefined) return ok(browser.name);
  return err(
    status.browserProblem ??
      (chosen === null ? problem('no-browser', {}) : problem('browser-not-found', { browser: chosen })),
  );
}
