import { byKind } from './by-kind.ts';
import type { Asked } from './measure.ts';

/** A way of typing in which a library found more than Tidegate, beyond what chance explains. */
export interface Loss {
  readonly kind: string;
  readonly engine: string;
  readonly hit: 'hit1' | 'hit5';
  /** Tidegate's share less the library's, over the queries that both answered; from -1 to 1. */
  readonly difference: number;
  /** Half the width of its 95 % interval. */
  readonly margin: number;
}

/** Where the paired difference of two engines' answers lies wholly below nothing. */
export function losses(ours: readonly Asked[], engine: string, theirs: readonly Asked[]): readonly Loss[] {
  const answers = new Map(theirs.map((answer) => [keyOf(answer), answer]));
  return [...byKind(ours)].flatMap(([kind, list]) =>
    (['hit1', 'hit5'] as const).flatMap((hit) => {
      const most = hit === 'hit1' ? 1 : 5;
      const differences = list.flatMap((answer) => {
        const other = answers.get(keyOf(answer));
        return other === undefined ? [] : [Number(answer.rank <= most) - Number(other.rank <= most)];
      });
      const { mean, margin } = interval(differences);
      return mean + margin < 0 ? [{ kind, engine, hit, difference: mean, margin }] : [];
    }),
  );
}

function keyOf({ kind, q, gold }: Asked): string {
  return JSON.stringify([kind, q, gold]);
}

/** Mean and half the width of its 95 % interval, by the normal approximation; of one value nothing can be said. */
function interval(values: readonly number[]): { readonly mean: number; readonly margin: number } {
  const n = values.length;
  if (n < 2) return { mean: 0, margin: Number.POSITIVE_INFINITY };
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  return { mean, margin: 1.96 * Math.sqrt(variance / n) };
}
