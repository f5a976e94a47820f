import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { engines } from '../engines/engines.ts';

const refused = new Set(Object.values(engines).flatMap(({ refusedArguments }) => refusedArguments));

/**
 * Arguments that the user gives every browser. SECURITY: each is one switch, never an address or a word on its own, and
 * none that would move the profile, take the sandbox or the certificates away, or let another program drive the browser.
 * Error: `argument-refused`, naming it.
 */
export function checkArguments(args: readonly string[]): Result<readonly string[], Problem> {
  const bad = args.find((arg) => !isPermitted(arg));
  return bad === undefined ? ok(args) : err(problem('argument-refused', { argument: bad.slice(0, 80) }));
}

function isPermitted(arg: string): boolean {
  const [, name] = /^--([a-z0-9-]+)(?:=\P{Cc}*)?$/iu.exec(arg) ?? [];
  return name !== undefined && arg.length <= 1_000 && !refused.has(name.toLowerCase());
}
