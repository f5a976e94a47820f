import { readFileSync } from 'node:fs';
import type { LabelledQuery } from './queries.ts';

/** Reads queries, one JSON object in each line: `{"kind": "...", "q": "...", "gold": "<tenant id>"}`. */
export function readQueries(file: string): LabelledQuery[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readQuery(line, `${file}:${index + 1}`)],
  );
}

function readQuery(line: string, place: string): LabelledQuery {
  const value: unknown = JSON.parse(line);
  const { kind, q, gold } = (value ?? {}) as Record<string, unknown>;
  if (typeof kind !== 'string' || typeof q !== 'string' || typeof gold !== 'string') {
    throw new Error(`${place}: a query has "kind", "q" and "gold".`);
  }
  return { kind, q, gold: gold.toLowerCase() };
}
