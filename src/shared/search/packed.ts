import type { Key } from './key.ts';
import { scriptMask } from './mask.ts';

/** Columns that grow: the larger copy of one. */
export function grown<T extends Int32Array | Uint16Array | Uint8Array | Float64Array>(
  column: T,
  least: number,
): T {
  if (least <= column.length) return column;
  const larger = new (column.constructor as new (length: number) => T)(Math.max(least, 2 * column.length));
  larger.set(column);
  return larger;
}

/**
 * All keys' letters and word starts, one after the other in memory. A step that must look at thousands of names spends
 * its time waiting for memory; here they come in the order in which they are read.
 */
export class PackedTexts {
  codes = new Uint16Array(4096);
  /** By key id, and one more: where its letters begin in `codes`. */
  textAt = new Int32Array(256);
  /** Offsets within the key's own letters. */
  starts = new Uint8Array(1024);
  startsAt = new Int32Array(256);
  coreStarts = new Uint8Array(256);
  /** Of all keys that were ever added: what has others fits none. */
  scripts = 0;

  add(id: number, key: Key): void {
    const textAt = this.textAt[id]!;
    const startsAt = this.startsAt[id]!;
    this.codes = grown(this.codes, textAt + key.text.length);
    this.starts = grown(this.starts, startsAt + key.starts.length);
    this.textAt = grown(this.textAt, id + 2);
    this.startsAt = grown(this.startsAt, id + 2);
    this.coreStarts = grown(this.coreStarts, id + 1);
    this.scripts |= scriptMask(key.text);
    for (let i = 0; i < key.text.length; i++) this.codes[textAt + i] = key.text.charCodeAt(i);
    this.starts.set(key.starts, startsAt);
    this.textAt[id + 1] = textAt + key.text.length;
    this.startsAt[id + 1] = startsAt + key.starts.length;
    this.coreStarts[id] = key.coreStart;
  }
}
