/** A text and which parts of it were searched for. */
export interface MarkedText {
  readonly text: string;
  /** [start, end) in UTF-16 units. */
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

export interface TextPart {
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/** The text cut where its marks begin and end. Ranges may touch, overlap or come in any order. */
export function partsOf({ text, ranges }: MarkedText): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const take = (end: number, marked: boolean): void => {
    if (end <= done) return;
    parts.push({ start: done, text: text.slice(done, end), marked });
    done = end;
  };
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    take(Math.min(start, text.length), false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return parts;
}
