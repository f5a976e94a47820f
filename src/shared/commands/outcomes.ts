import type { CommandOutcome } from './command.ts';
import type { Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';

/** The outcome of a command that has nothing to tell but that it worked. */
export const done: CommandOutcome = ok({ kind: 'done' });

/** The outcome of a command whose value nobody needs. */
export function doneOr(result: Result<unknown, Problem>): CommandOutcome {
  return result.ok ? done : err(result.error);
}
