/**
 * Which customers have names that are easily taken for one another: the same without legal forms and words such as
 * "Group", or one slip apart. Kept up to date name by name.
 */
export class LookAlikes {
  readonly #names = new Map<number, string>();
  /** How many customers have the key. */
  readonly #count = new Map<string, number>();
  /** Keys by what of them one slip leaves whole; mostly one or a few, for which a set would take several times the room. */
  readonly #near = new Map<string, string[]>();

  /** `key` is `lookAlikeKey` of the customer's name. */
  add(slot: number, key: string): void {
    this.#names.set(slot, key);
    const count = this.#count.get(key) ?? 0;
    this.#count.set(key, count + 1);
    if (count > 0) return;
    for (const part of partsOf(key)) {
      const near = this.#near.get(part);
      if (near === undefined) this.#near.set(part, [key]);
      else near.push(key);
    }
  }

  remove(slot: number): void {
    const key = this.#names.get(slot);
    if (key === undefined) return;
    this.#names.delete(slot);
    const count = this.#count.get(key) ?? 1;
    if (count > 1) {
      this.#count.set(key, count - 1);
      return;
    }
    this.#count.delete(key);
    for (const part of partsOf(key)) {
      const near = this.#near.get(part);
      const at = near?.indexOf(key) ?? -1;
      if (at >= 0) near?.splice(at, 1);
      if (near?.length === 0) this.#near.delete(part);
    }
  }

  has(slot: number): boolean {
    const key = this.#names.get(slot);
    if (key === undefined) return false;
    if ((this.#count.get(key) ?? 0) > 1) return true;
    for (const part of partsOf(key)) {
      for (const other of this.#near.get(part) ?? [])
        if (other !== key && oneSlipApart(key, other)) return true;
    }
    return false;
  }
}

/** Names shorter than this differ too much by one letter to be taken for one another. */
const shortest = 6;
const partLength = 3;

/** One slip cannot touch both ends of a name, so two names one slip apart share at least one of these. */
function partsOf(key: string): readonly string[] {
  if (key.length < shortest) return [];
  return [`^${key.slice(0, partLength)}`, `$${key.slice(-partLength)}`];
}

/** One letter left out, added or replaced, or two side by side swapped. */
export function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let head = 0;
  while (head < short.length && short.charCodeAt(head) === long.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < short.length - head &&
    short.charCodeAt(short.length - 1 - tail) === long.charCodeAt(long.length - 1 - tail)
  )
    tail++;
  const left = short.length - head - tail;
  if (left <= (short.length === long.length ? 1 : 0)) return true;
  return (
    short.length === long.length &&
    left === 2 &&
    short.charCodeAt(head) === long.charCodeAt(head + 1) &&
    short.charCodeAt(head + 1) === long.charCodeAt(head)
  );
}
