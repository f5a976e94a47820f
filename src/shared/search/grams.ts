import type { Key } from './key.ts';

/**
 * Which keys share pairs of letters with a query. A pair is two letters side by side or with one between, in either
 * order: a letter left out, doubled or swapped leaves most of the pairs as they were.
 */
export class Grams {
  readonly #postings = new Map<number, number[]>();
  readonly #live = new Map<number, number>();
  #keys = 0;
  #scores = new Float32Array(1024);

  add(id: number, key: Key): void {
    this.#keys++;
    for (const pair of pairsOf(key.text)) {
      const posting = this.#postings.get(pair);
      if (posting === undefined) this.#postings.set(pair, [id]);
      else posting.push(id);
      this.#live.set(pair, (this.#live.get(pair) ?? 0) + 1);
    }
    if (id >= this.#scores.length) this.#scores = new Float32Array(Math.max(id + 1, 2 * this.#scores.length));
  }

  /** The key stays in the postings until the index is packed, but no longer counts. */
  forget(key: Key): void {
    this.#keys--;
    for (const pair of pairsOf(key.text)) this.#live.set(pair, (this.#live.get(pair) ?? 1) - 1);
  }

  /** For each key id how much it shares with the text: rare pairs count more. Valid until the next call. */
  score(text: string): { readonly scores: Float32Array; readonly most: number } {
    const scores = this.#scores;
    scores.fill(0);
    let most = 0;
    for (const pair of pairsOf(text)) {
      const posting = this.#postings.get(pair);
      const live = this.#live.get(pair) ?? 0;
      if (posting === undefined || live === 0) continue;
      const weight = Math.log2(1 + this.#keys / live);
      most += weight;
      for (let i = 0; i < posting.length; i++) scores[posting[i]!]! += weight;
    }
    // Sums of 32-bit numbers may end a little above the sum of 64-bit ones.
    return { scores, most: most * 1.0001 };
  }
}

/** Each pair once, as a small integer; letters beyond the first 512 share numbers, which costs a vain candidate at most. */
function pairsOf(text: string): Set<number> {
  const pairs = new Set<number>();
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The first letter is the one that is most often right.
    if (i === 0) pairs.add(pairOf(code, 1));
    if (i + 1 < text.length) pairs.add(pairOf(code, text.charCodeAt(i + 1)));
    if (i + 2 < text.length) pairs.add(pairOf(code, text.charCodeAt(i + 2)));
  }
  return pairs;
}

function pairOf(a: number, b: number): number {
  const low = Math.min(a, b) & 511;
  const high = Math.max(a, b) & 511;
  return (low << 9) | high;
}
