import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Brand } from '../browser.ts';
import { engines } from '../engines/engines.ts';

/** More than anybody needs. */
export const mostArguments = 20;

const everyEngine = new Set(Object.values(engines));

/**
 * Arguments that the user gives every browser. SECURITY: only switches on the list of one of the engines, each with a
 * value of its own shape: what is not known to be harmless is refused. Error: `argument-refused`, naming the first.
 */
export function checkArguments(args: readonly string[]): Result<readonly string[], Problem> {
  const [bad] = refusedArguments(args);
  return bad === undefined ? ok(args) : err(argumentRefused(bad));
}

/** The arguments that no browser is given. */
export function refusedArguments(args: readonly string[]): readonly string[] {
  return args.filter((arg) => ![...everyEngine].some(({ allowedArguments }) => isOn(allowedArguments, arg)));
}

/** The arguments that this kind of browser understands and may be given. */
export function argumentsFor(brand: Brand, args: readonly string[]): readonly string[] {
  return args.filter((arg) => isOn(engines[brand].allowedArguments, arg));
}

export function argumentRefused(argument: string): Problem {
  return problem('argument-refused', { argument: argument.slice(0, 80) });
}

function isOn(allowed: Readonly<Record<string, RegExp | null>>, arg: string): boolean {
  // Browsers read switches in lower case; one that is written otherwise is not on the list.
  const [, name, value] = /^--([a-z][a-z0-9-]*)(?:=([\x21-\x7e]*))?$/.exec(arg) ?? [];
  if (name === undefined || !Object.hasOwn(allowed, name)) return false;
  const shape = allowed[name] ?? null;
  return shape === null ? value === undefined : value !== undefined && shape.test(value);
}
