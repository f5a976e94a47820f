import type { Customer } from '#shared/customer/customer.ts';
import { percentile } from '../comparison.ts';
import { byKind } from './by-kind.ts';
import { engines } from './engines.ts';
import { ask, type Asked, type Engine, scoreOf } from './measure.ts';
import { losses, type Loss } from './paired.ts';
import { type LabelledQuery, waysOfTyping } from './queries.ts';
import { inTurn, typeAll } from './typing.ts';

/** Shares from 0 to 1; times in milliseconds for a keystroke. */
export interface EngineReport {
  readonly hit1: number;
  readonly hit5: number;
  readonly mrr: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly kinds: Readonly<Record<string, KindReport>>;
}

export interface KindReport {
  readonly n: number;
  readonly hit1: number;
  readonly hit5: number;
  readonly p95: number;
}

/** What `npm run bench -- search --json` prints. */
export interface SearchReport {
  readonly engines: Readonly<Record<string, EngineReport>>;
  readonly customers: number;
  readonly queries: number;
}

/** What nobody could beat: a query that fits n customers equally well is right 1/n of the time. */
export interface Ceiling {
  readonly hit1: number;
  readonly hit5: number;
}

export interface MeasuredSearch {
  readonly report: SearchReport;
  /** By way of typing, and 'all'; a way that the bench does not know has none, and then 'all' has none either. */
  readonly ceilings: Readonly<Record<string, Ceiling>>;
  /** Ways of typing in which a library is better, beyond the paired 95 % interval. */
  readonly losses: readonly Loss[];
}

/** How long one engine may take, milliseconds. One that is slower answers for fewer queries: `n` of each kind tells. */
export interface Patience {
  readonly askingMs: number;
  readonly typingMs: number;
}

export function measureSearch(
  customers: readonly Customer[],
  queries: readonly LabelledQuery[],
  { askingMs, typingMs }: Patience,
): MeasuredSearch {
  const made = Object.entries(engines).map(([name, make]) => ({ name, engine: make(customers) }));
  const asked = made.map(({ engine }) => askInTime(engine, queries, customers, askingMs));
  const typed = typeAll(
    made.map(({ engine }) => engine),
    queries,
    typingMs,
  );
  const reports = made.map(({ name }, index) => {
    const times = typed[index] ?? new Map<string, readonly number[]>();
    return [name, engineReport(asked[index] ?? [], times)] as const;
  });
  return {
    report: {
      engines: Object.fromEntries(reports),
      customers: customers.length,
      queries: queries.length,
    },
    ceilings: ceilingsOf(asked[0] ?? []),
    losses: made.slice(1).flatMap(({ name }, index) => losses(asked[0] ?? [], name, asked[index + 1] ?? [])),
  };
}

/** Asks the same number of queries of each way of typing at a time, for as long as there is time. */
function askInTime(
  engine: Engine,
  queries: readonly LabelledQuery[],
  customers: readonly Customer[],
  budgetMs: number,
): readonly Asked[] {
  const ordered = inTurn(queries);
  const kinds = byKind(queries).size;
  const asked: Asked[] = [];
  let used = 0;
  for (let from = 0; from < ordered.length && used < budgetMs; from += kinds) {
    const answers = ask(engine, ordered.slice(from, from + kinds), customers);
    used += answers.reduce((sum, { ms }) => sum + ms, 0);
    asked.push(...answers);
  }
  return asked;
}

function engineReport(asked: readonly Asked[], times: ReadonlyMap<string, readonly number[]>): EngineReport {
  const { hit1, hit5, mrr } = scoreOf('all', asked);
  const all = [...times.values()].flat();
  const kinds = [...byKind(asked)].map(([kind, list]): [string, KindReport] => {
    const score = scoreOf(kind, list);
    // A way that its time did not suffice to type letter by letter was asked in whole.
    const p95 = percentile(times.get(kind) ?? list.map(({ ms }) => ms), 0.95);
    return [kind, { n: score.n, hit1: score.hit1, hit5: score.hit5, p95 }];
  });
  return {
    ...{ hit1, hit5, mrr },
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
    p99: percentile(all, 0.99),
    kinds: Object.fromEntries(kinds),
  };
}

function ceilingsOf(asked: readonly Asked[]): Readonly<Record<string, Ceiling>> {
  const known = new Set(waysOfTyping.map(({ kind }) => kind));
  const kinds = [...byKind(asked)].filter(([kind]) => known.has(kind));
  const complete = kinds.reduce((sum, [, list]) => sum + list.length, 0) === asked.length;
  const groups = complete ? [...kinds, ['all', asked] as const] : kinds;
  return Object.fromEntries(
    groups.map(([kind, list]) => {
      const { ceiling1, ceiling5 } = scoreOf(kind, list);
      return [kind, { hit1: ceiling1, hit5: ceiling5 }];
    }),
  );
}
