import type { Customer } from '#shared/customer/customer.ts';
import { type LabelledQuery, waysOfTyping } from './queries.ts';

/** Ids of what an engine found, best first. */
export type Engine = (query: string) => readonly string[];

/** How well one engine did for one way of typing. Shares from 0 to 1, times in milliseconds per whole query. */
export interface Score {
  readonly kind: string;
  readonly n: number;
  readonly hit1: number;
  readonly hit5: number;
  readonly mrr: number;
  readonly ceiling1: number;
  readonly ceiling5: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface Asked extends LabelledQuery {
  /** 1 for the first; Infinity when it was not found. */
  readonly rank: number;
  /** How many customers the query fits as well. */
  readonly fits: number;
  readonly ms: number;
}

export function ask(
  engine: Engine,
  queries: readonly LabelledQuery[],
  customers: readonly Customer[],
): Asked[] {
  const ways = new Map(waysOfTyping.map((way) => [way.kind, way]));
  const answers = queries.map((query) => {
    const before = performance.now();
    const ids = engine(query.q);
    const ms = performance.now() - before;
    const place = ids.indexOf(query.gold);
    return { ...query, rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1, ms };
  });
  return answers.map((answer) => {
    const way = ways.get(answer.kind);
    const fits = customers.filter((customer) => way?.fits(answer.q, customer)).length;
    return { ...answer, fits: Math.max(1, fits) };
  });
}

export function scoreOf(kind: string, asked: readonly Asked[]): Score {
  const share = (value: (one: Asked) => number): number =>
    asked.reduce((sum, one) => sum + value(one), 0) / Math.max(1, asked.length);
  const times = asked.map((one) => one.ms).sort((a, b) => a - b);
  const percentile = (p: number): number =>
    times[Math.min(times.length - 1, Math.floor(p * times.length))] ?? 0;
  return {
    kind,
    n: asked.length,
    hit1: share((one) => Number(one.rank === 1)),
    hit5: share((one) => Number(one.rank <= 5)),
    mrr: share((one) => 1 / one.rank),
    ceiling1: share((one) => 1 / one.fits),
    ceiling5: share((one) => Math.min(1, 5 / one.fits)),
    p50: percentile(0.5),
    p95: percentile(0.95),
    p99: percentile(0.99),
  };
}

export function scoresByKind(asked: readonly Asked[]): Score[] {
  const kinds = [...new Set(asked.map((one) => one.kind))];
  return [
    ...kinds.map((kind) =>
      scoreOf(
        kind,
        asked.filter((one) => one.kind === kind),
      ),
    ),
    scoreOf('all', asked),
  ];
}
