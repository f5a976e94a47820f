import type { RefusedImport } from '#shared/imports/import.ts';
import { passesByItself } from '#shared/problems/passing-problem.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

/** Rows of a shared list that are no customers: how many, and the first of them. */
export interface LeftOut {
  readonly count: number;
  readonly line: number;
  /** What stood there, cut to 80 characters. */
  readonly text: string;
}

/** Why a list has not been read as a whole, though its rows may be good: asked again later, they may name their tenants. */
export function interruption(refused: readonly RefusedImport[]): Problem | undefined {
  return refused.find(({ problem }) => passesByItself(problem) || refusesAccess(problem))?.problem;
}

/** What is wrong with the rows themselves. */
export function leftOutOf(refused: readonly RefusedImport[]): LeftOut | undefined {
  const [first] = refused;
  return first && { count: refused.length, line: first.line, text: first.text };
}

export function leftOutProblem({ count, line, text }: LeftOut): Problem {
  return problem('shared-list-left-out', { count: String(count), line: String(line), text });
}

/** Domains are looked up by nobody in particular: whoever refuses that stands in between, and knows nothing of the row. */
function refusesAccess({ kind }: Problem): boolean {
  return kind === 'access-refused' || kind === 'token-refused';
}
