/** What was counted at one moment: a name, and MiB or a number of things. */
export type Sample = Readonly<Record<string, number>>;

/** How much more the end may have than the middle: a share of it, and as much again as noise makes. */
export interface Allowance {
  readonly share: number;
  readonly plus: number;
}

/**
 * What grew: the median of the last third is compared with that of the middle one. The first third is warmth, and a
 * median does not hear one sample taken while something was under way.
 * @returns a line for each that grew by more than it may; empty where nothing did
 * @throws Error for fewer than nine samples: three thirds of less say nothing
 */
export function growth(
  samples: readonly Sample[],
  allowances: Readonly<Record<string, Allowance>>,
): readonly string[] {
  if (samples.length < 9) throw new Error(`${samples.length} samples say nothing: let it run longer.`);
  const third = Math.floor(samples.length / 3);
  return Object.entries(allowances).flatMap(([name, { share, plus }]) => {
    const values = samples.map((sample) => sample[name] ?? Number.NaN);
    const middle = median(values.slice(third, -third));
    const end = median(values.slice(-third));
    // Turned round, so that what could not be counted counts as grown.
    const flat = end <= middle * (1 + share) + plus;
    return flat ? [] : [`${name} grew from ${middle.toFixed(1)} to ${end.toFixed(1)}`];
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
