import { z } from 'zod';
import { faultOf } from '#shared/hunts/fill-query.ts';
import { huntLimits, sharedName, type Hunt } from '#shared/hunts/hunt.ts';
import { readQuery } from '#shared/hunts/query-template.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { oneLine, severalLines } from '../../customers/annotations/clean-text.ts';

/** A hunt as it is kept: its name on one line, its query without signs that nobody sees. */
export const huntSchema = z.object({
  name: z.string().transform(oneLine).pipe(z.string().min(1).max(huntLimits.name)),
  query: z.string().transform(severalLines).pipe(z.string().min(1).max(huntLimits.query)),
});

/** What is wrong with hunts that each are one; undefined when nothing is. */
export function wrongWith(hunts: readonly Hunt[]): Problem | undefined {
  const shared = sharedName(hunts);
  if (shared !== undefined) return problem('hunt-name-taken', { name: shared });
  const length = hunts.reduce((sum, { query }) => sum + query.length, 0);
  if (hunts.length > huntLimits.hunts || length > huntLimits.all)
    return problem('hunts-too-many', { hunts: String(huntLimits.hunts), letters: String(huntLimits.all) });
  // SECURITY: a query that no value can be put into safely is never kept, wherever it comes from.
  return hunts.map(({ query }) => faultOf(readQuery(query))).find((fault) => fault !== undefined);
}

export const huntsSchema = z.array(huntSchema).refine((hunts) => wrongWith(hunts) === undefined);

/** What is wrong with a value for the setting `hunts`; undefined where it is not even a list of hunts. */
export function whyNoHunts(value: unknown): Problem | undefined {
  const parsed = z.array(huntSchema).safeParse(value);
  return parsed.success ? wrongWith(parsed.data) : undefined;
}
