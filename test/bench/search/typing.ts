import { byKind } from './by-kind.ts';
import type { Engine } from './measure.ts';
import type { LabelledQuery } from './queries.ts';

/** Milliseconds for each keystroke, by the way of typing. */
export type Keystrokes = ReadonlyMap<string, readonly number[]>;

/**
 * Types the queries letter by letter into every engine, one engine after the other for each query. An engine that has
 * used up its time is typed into no more: a slow one would take many minutes.
 */
export function typeAll(
  engines: readonly Engine[],
  queries: readonly LabelledQuery[],
  budgetMs: number,
): readonly Keystrokes[] {
  const typed = engines.map((engine) => ({ engine, used: 0, times: new Map<string, number[]>() }));
  for (const query of inTurn(queries)) {
    for (const each of typed.filter(({ used }) => used < budgetMs)) {
      const times = keystrokesOf(each.engine, query.q, budgetMs - each.used);
      each.used += times.reduce((sum, ms) => sum + ms, 0);
      each.times.set(query.kind, [...(each.times.get(query.kind) ?? []), ...times]);
    }
  }
  return typed.map(({ times }) => times);
}

/** Stops in the middle of a query when its time is up. */
function keystrokesOf(engine: Engine, query: string, budgetMs: number): readonly number[] {
  const times: number[] = [];
  const started = performance.now();
  let soFar = '';
  for (const letter of query) {
    soFar += letter;
    const began = performance.now();
    if (began - started > budgetMs) break;
    engine(soFar);
    times.push(performance.now() - began);
  }
  return times;
}

/** One query of each way of typing, then a second of each: whenever typing stops, all ways had their share. */
export function inTurn(queries: readonly LabelledQuery[]): readonly LabelledQuery[] {
  const kinds = [...byKind(queries).values()];
  const longest = Math.max(0, ...kinds.map((list) => list.length));
  return Array.from({ length: longest }, (_, round) => kinds.flatMap((list) => list[round] ?? [])).flat();
}
