import type { ListReadAs } from '#shared/imports/list-encoding.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

/** That a list's letters may be wrong, because nothing told how they are written. */
export function guessOf({ encoding }: Pick<ListReadAs, 'encoding'>): Problem {
  return problem('list-encoding-guessed', { encoding: `encoding.${encoding}` });
}
