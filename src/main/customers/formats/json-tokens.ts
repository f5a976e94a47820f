/** So many tokens without a value make a pause, for who reads in slices. */
export const pauseAfter = 5_000;

export interface Token {
  /** Its first character. */
  readonly sign: string;
  readonly at: number;
  readonly end: number;
  /** How many brackets are open around it; a bracket is not around itself. */
  readonly depth: number;
}

/** Brackets, commas, strings and other values; white space and colons are passed over. */
export function* tokens(json: string, from: number): Generator<Token> {
  const pattern = /"[^"\\]*(?:\\[^][^"\\]*)*"?|[[\]{},]|[^\s:"[\]{},]+/g;
  pattern.lastIndex = from;
  let depth = 0;
  for (let match = pattern.exec(json); match !== null; match = pattern.exec(json)) {
    const sign = match[0].charAt(0);
    if (sign === ']' || sign === '}') depth -= 1;
    yield { sign, at: match.index, end: pattern.lastIndex, depth };
    if (sign === '[' || sign === '{') depth += 1;
  }
}
