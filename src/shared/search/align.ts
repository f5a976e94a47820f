/** What a slip costs, in tenths of an edit: the more ways a slip can go wrong, the less likely is this one. */
const missing = 9;
const doubled = 8;
const swapped = 9;
const neighbour = 10;
const other = 11;

/** Keys that touch on a QWERTY board; QWERTZ and AZERTY share most of them. */
const board = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const touching = new Uint8Array(128 * 128);
board.forEach((row, y) => {
  Array.from(row, (key, x) => {
    for (const other of [row[x + 1], board[y + 1]?.[x], board[y + 1]?.[x - 1]]) {
      if (other === undefined) continue;
      touching[(key.charCodeAt(0) << 7) | other.charCodeAt(0)] = 1;
      touching[(other.charCodeAt(0) << 7) | key.charCodeAt(0)] = 1;
    }
  });
});

function replaceCost(typed: number, meant: number): number {
  if (typed === meant) return 0;
  return (typed | meant) < 128 && touching[(typed << 7) | meant] === 1 ? neighbour : other;
}

/** How many slips a query of this length may have. */
export function allowedEdits(length: number): number {
  if (length < 3) return 0;
  return length < 5 ? 1 : length < 9 ? 2 : 3;
}

/** The cheapest reading of what was typed as a head of the text from one place on. `cost` is in tenths of an edit. */
export interface Alignment {
  readonly cost: number;
  readonly end: number;
}

export const tenthsPerEdit = 10;

/** Work space for `align`, made once per index: three rows of the table, and how many cells were filled in so far. */
export class AlignmentTable {
  previous = new Int32Array(128);
  current = new Int32Array(128);
  beforeLast = new Int32Array(128);
  cells = 0;
}

const impossible = 10_000;

/**
 * Restricted Damerau-Levenshtein distance between all of `typed` and the cheapest head of `text` from `start` on.
 * Only a band around the diagonal is filled in, and a row without any cell within `most` ends it.
 */
export function align(
  typed: string,
  text: string,
  start: number,
  most: number,
  table: AlignmentTable,
): Alignment | undefined {
  const band = Math.floor(most / doubled);
  const length = Math.min(text.length - start, typed.length + band);
  if (typed.length - length > band) return undefined;
  let { previous, current, beforeLast } = table;
  for (let column = 0; column <= length; column++)
    previous[column] = column <= band ? column * missing : impossible;
  for (let row = 1; row <= typed.length; row++) {
    const typedCode = typed.charCodeAt(row - 1);
    const first = Math.max(1, row - band);
    const last = Math.min(length, row + band);
    table.cells += last - first + 1;
    // An extra letter: cheap if it repeats the one before it.
    const extra = row > 1 && typed.charCodeAt(row - 2) === typedCode ? doubled : other;
    current[first - 1] = first === 1 ? previous[0]! + extra : impossible;
    let least = current[first - 1]!;
    for (let column = first; column <= last; column++) {
      const code = text.charCodeAt(start + column - 1);
      let cost = previous[column - 1]! + replaceCost(typedCode, code);
      cost = Math.min(cost, current[column - 1]! + missing);
      if (column < row + band) cost = Math.min(cost, previous[column]! + extra);
      if (row > 1 && column > 1 && typedCode !== code) {
        const crossed =
          typedCode === text.charCodeAt(start + column - 2) && typed.charCodeAt(row - 2) === code;
        if (crossed) cost = Math.min(cost, beforeLast[column - 2]! + swapped);
      }
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (last < length) current[last + 1] = impossible;
    if (least > most) return undefined;
    [beforeLast, previous, current] = [previous, current, beforeLast];
  }
  return cheapestEnd(previous, typed.length, length, band, most);
}

function cheapestEnd(
  row: Int32Array,
  typed: number,
  length: number,
  band: number,
  most: number,
): Alignment | undefined {
  let cost = impossible;
  let end = -1;
  for (let column = Math.max(0, typed - band); column <= Math.min(length, typed + band); column++) {
    const here = row[column]!;
    // Of equal ends the one that explains more of the text.
    if (here <= cost) [cost, end] = [here, column];
  }
  return cost <= most ? { cost, end } : undefined;
}
