const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => (at === last ? 0 : at + 1),
  ArrowRight: (at, last) => (at === last ? 0 : at + 1),
  ArrowUp: (at, last) => (at === 0 ? last : at - 1),
  ArrowLeft: (at, last) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: (_at, last) => last,
};

/** Where a key leads in a list that is a column in a wide window and a row in a narrow one; nothing for other keys. */
export function stepTo<T>(key: string, all: readonly T[], from: T): T | undefined {
  return Object.hasOwn(steps, key) ? all[steps[key]?.(all.indexOf(from), all.length - 1) ?? 0] : undefined;
}
