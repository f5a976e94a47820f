/** Numbers of several runs, in the row's unit. */
export interface Runs {
  readonly median: number;
  readonly p95: number;
  /** As measured, in order. */
  readonly runs: readonly number[];
}

/** How the row's one number comes from its runs. */
export type Measure =
  /** The median of the quotients of the pairs. */
  | 'times the floor'
  /** The 95th percentile of Tidegate's runs. */
  | 'p95'
  /** The same, less the median of the floor's runs. */
  | 'p95 over the floor'
  /** The largest of Tidegate's runs. */
  | 'worst'
  /** How much Tidegate's is less than what it stands beside: for shares, where more is better. */
  | 'below it';

/** One line of the table: what was measured of Tidegate beside what nothing can be better than. */
export interface Comparison {
  readonly row: string;
  readonly what: string;
  readonly unit: 'ms' | 'MiB' | '%';
  readonly tidegate: Runs;
  /** What the floor is. */
  readonly beside: string;
  readonly floor: Runs | null;
  /** Half of the range in which nine of ten of the floor's own runs lie, by their median: the machine's noise. */
  readonly noise: number | null;
  readonly measure: Measure;
  readonly value: number;
  readonly target: number | null;
  readonly met: boolean | null;
}

export interface Measured {
  readonly row: string;
  readonly what: string;
  readonly unit: Comparison['unit'];
  readonly tidegate: readonly number[];
  readonly beside: string;
  /** Paired with Tidegate's runs by position; empty when there is no floor. */
  readonly floor: readonly number[];
  readonly measure: Measure;
  /** The largest value that is good enough. */
  readonly target?: number;
}

export function compare(measured: Measured): Comparison {
  const { row, what, unit, beside, measure, target } = measured;
  const tidegate = runsOf(measured.tidegate);
  const floor = measured.floor.length === 0 ? null : runsOf(measured.floor);
  const value = valueOf(measure, tidegate, floor);
  return {
    ...{ row, what, unit, tidegate, beside, floor, measure, value },
    noise: floor === null ? null : noiseOf(floor),
    target: target ?? null,
    met: target === undefined ? null : value <= target,
  };
}

function valueOf(measure: Measure, tidegate: Runs, floor: Runs | null): number {
  switch (measure) {
    case 'times the floor':
      return percentile(
        tidegate.runs.map((run, index) => run / (floor?.runs[index] ?? Number.NaN)),
        0.5,
      );
    case 'p95':
      return tidegate.p95;
    case 'p95 over the floor':
      return tidegate.p95 - (floor?.median ?? Number.NaN);
    case 'worst':
      return Math.max(...tidegate.runs);
    case 'below it':
      return (floor?.median ?? Number.NaN) - tidegate.median;
  }
}

function runsOf(runs: readonly number[]): Runs {
  return { median: percentile(runs, 0.5), p95: percentile(runs, 0.95), runs };
}

function noiseOf({ runs, median }: Runs): number {
  return median === 0 ? 0 : (percentile(runs, 0.95) - percentile(runs, 0.05)) / 2 / median;
}

/** The value below which this share of the values lies, between two of them in proportion. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}
