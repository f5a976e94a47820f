import type { Customer } from '../customer/customer.ts';
import type { TenantId } from '../tenant/tenant-id.ts';
import { AlignmentTable } from './align.ts';
import { lookAlikeKey } from './core.ts';
import { DomainOwners } from './domain-owners.ts';
import { Grams } from './grams.ts';
import { domainsOf } from '../customer/customer-domains.ts';
import { pairsOfDigits } from './id-parts.ts';
import { type Key, keysOf, masksOf } from './key.ts';
import { LookAlikes } from './look-alikes.ts';
import { fold, foldText } from './normalise.ts';
import { compareAToZ, type Placed } from './order.ts';
import { grown, PackedTexts } from './packed.ts';
import { Tagged } from './tagged.ts';

/** From so many changes on A to Z is sorted anew when next asked for, instead of being kept in order. */
const manyChanges = 500;

/** A change of the list; `reset` empties it first. The same shape as the contract's ListDelta. */
export interface IndexDelta {
  readonly reset: boolean;
  readonly ordered?: boolean;
  readonly upsert: readonly Customer[];
  readonly remove: readonly TenantId[];
}

/** One customer as the index holds it. `keys` are ids: positions in the columns of keys. */
export class IndexedCustomer implements Placed {
  readonly slot: number;
  customer: Customer;
  /** Both are set when the keys are made: see SearchIndex.complete. */
  firstKey = 0;
  keyCount = 0;
  /** Made when it is first needed: a list that comes in order is shown without. */
  #sortText: string | undefined;

  constructor(slot: number, customer: Customer) {
    this.slot = slot;
    this.customer = customer;
  }

  get sortText(): string {
    return (this.#sortText ??= foldText(this.customer.name));
  }

  /** Shares the text that the key of the name holds, so that it is in memory once. */
  set sortText(text: string) {
    this.#sortText = text;
  }
}

/** So many customers' keys, or names' pairs of letters, are made in a few milliseconds. */
const batchSize = 200;

/**
 * Everything searching needs to know of the customers, worked out once per customer. A change costs as much as the
 * customers it names: their old rows stay behind as holes, and the index is packed when holes outnumber rows.
 * What only a query needs is made later, step by step (`warm`) or when the first query comes: for 10,000 customers it
 * takes longer than all else that has to happen before the list can be shown.
 */
export class SearchIndex {
  /** By slot; a hole is undefined. For this folder only. */
  bySlot: (IndexedCustomer | undefined)[] = [];
  /** By key id. For this folder only. */
  keys: Key[] = [];
  slotOfKey: number[] = [];
  /** Letters of each key; 0 for a hole, which no query passes. For this folder only. */
  masks = new Int32Array(256);
  /** The same, but 0 for a domain: slips and letters in order are looked for in names and aliases. */
  nameMasks = new Int32Array(256);
  /** Letters that begin the words of each key. For this folder only. */
  startMasks = new Int32Array(256);
  pairMasks = new Int32Array(256);
  tripleMasks = new Int32Array(256);
  texts = new PackedTexts();
  /** Per slot the tenant id's pairs of digits. For this folder only. */
  idPairs = new Int32Array(128);
  /** Per slot, for the search under way. For this folder only. */
  rungs = new Int32Array(128);
  bestKeys = new Int32Array(128);
  uses = new Float64Array(128);
  readonly table = new AlignmentTable();

  #slotOf = new Map<TenantId, number>();
  /** Slots below this one have their keys. */
  #keysDone = 0;
  #grams: Grams | undefined;
  /** Keys below this id have their pairs of letters in `#grams`. */
  #gramsDone = 0;
  #lookAlikes = new LookAlikes();
  /** Slots below this one are among `#lookAlikes`. */
  #lookAlikesDone = 0;
  #owners = new DomainOwners();
  /** Slots below this one are among `#owners`. */
  #ownersDone = 0;
  readonly #lookAlikeOf = new Map<number, boolean>();
  #order: IndexedCustomer[] | undefined;
  #places: Int32Array | undefined;
  /** Made anew after each change. */
  #tagged: Tagged | undefined;

  constructor(customers: Iterable<Customer> = []) {
    for (const customer of customers) this.#upsert(customer);
  }

  get size(): number {
    return this.#slotOf.size;
  }

  get(tenantId: TenantId): Customer | undefined {
    return this.indexed(tenantId)?.customer;
  }

  apply(delta: IndexDelta): void {
    this.#tagged = undefined;
    if (delta.upsert.length + delta.remove.length > manyChanges) this.#order = undefined;
    if (delta.reset) this.#keepOnly(new Set(delta.upsert.map((customer) => customer.tenantId)));
    for (const tenantId of delta.remove) this.#remove(tenantId);
    const isFirst = this.size === 0;
    for (const customer of delta.upsert) this.#upsert(customer);
    if (isFirst && delta.ordered === true) this.#order = this.bySlot.filter((entry) => entry !== undefined);
    if (this.bySlot.length > 2 * this.size + 256) this.#pack();
  }

  indexed(tenantId: TenantId): IndexedCustomer | undefined {
    const slot = this.#slotOf.get(tenantId);
    return slot === undefined ? undefined : this.bySlot[slot];
  }

  /** Makes all keys that are still missing, for `most` slots: a query needs them all. */
  complete(most = Number.POSITIVE_INFINITY): void {
    const end = Math.min(this.bySlot.length, this.#keysDone + most);
    for (; this.#keysDone < end; this.#keysDone++) {
      const entry = this.bySlot[this.#keysDone];
      if (entry !== undefined) this.#addKeys(entry);
    }
  }

  /** Makes a little of what is otherwise made at the keystroke that needs it. False when nothing is left to make. */
  warm(): boolean {
    // Look-alikes first: the list on the screen waits for them.
    if (this.#lookAlikesDone < this.bySlot.length) {
      this.#addLookAlikes(batchSize);
      return true;
    }
    if (this.#keysDone < this.bySlot.length) {
      this.complete(batchSize);
      return true;
    }
    this.places();
    this.tagged();
    this.#addOwners();
    this.#grams ??= new Grams();
    this.#addGrams(this.#grams, batchSize);
    return this.#gramsDone < this.keys.length;
  }

  /** All customers from A to Z. */
  aToZ(): readonly IndexedCustomer[] {
    if (this.#order === undefined) {
      this.#order = this.bySlot.filter((entry) => entry !== undefined).sort(compareAToZ);
      this.#places = undefined;
    }
    return this.#order;
  }

  /** Per slot the place from A to Z. */
  places(): Int32Array {
    const order = this.aToZ();
    if (this.#places === undefined) {
      const places = new Int32Array(this.bySlot.length);
      order.forEach((entry, place) => (places[entry.slot] = place));
      this.#places = places;
    }
    return this.#places;
  }

  tagged(): Tagged {
    return (this.#tagged ??= new Tagged(this.aToZ()));
  }

  /**
   * Whether look-alikes can be told in next to no time. After a great change that takes longer than all else that a
   * list needs.
   */
  get lookAlikesReady(): boolean {
    return this.bySlot.length - this.#lookAlikesDone <= manyChanges;
  }

  looksLikeAnother(slot: number): boolean {
    this.#addLookAlikes(Number.POSITIVE_INFINITY);
    // Asked again at each keystroke for the same few.
    let known = this.#lookAlikeOf.get(slot);
    if (known === undefined) this.#lookAlikeOf.set(slot, (known = this.#lookAlikes.has(slot)));
    return known;
  }

  /** The same, of a customer that was found by other means than a search. */
  isLookAlike(tenantId: TenantId): boolean {
    const slot = this.#slotOf.get(tenantId);
    return slot !== undefined && this.looksLikeAnother(slot);
  }

  /** The customers that list the nearest domain above this one, and that domain. */
  ownersAbove(
    domain: string,
  ): { readonly domain: string; readonly customers: readonly Customer[] } | undefined {
    this.#addOwners();
    const found = this.#owners.above(domain);
    return (
      found && {
        domain: found.domain,
        customers: found.slots.flatMap((slot) => this.bySlot[slot]?.customer ?? []),
      }
    );
  }

  /** Pairs of letters of all names and aliases, made when first asked for. */
  grams(): Grams {
    this.complete();
    this.#grams ??= new Grams();
    this.#addGrams(this.#grams, Number.POSITIVE_INFINITY);
    return this.#grams;
  }

  #upsert(customer: Customer): void {
    const known = this.indexed(customer.tenantId);
    if (known !== undefined && sameKeys(known.customer, customer)) {
      known.customer = customer;
      return;
    }
    if (known !== undefined) this.#remove(customer.tenantId);
    const slot = this.bySlot.length;
    const entry = new IndexedCustomer(slot, customer);
    this.bySlot.push(entry);
    this.#slotOf.set(customer.tenantId, slot);
    this.#makeRoom();
    if (this.#order !== undefined) this.#order.splice(placeFor(this.#order, entry), 0, entry);
    this.#places = undefined;
    // Clearing makes a new table even where the map is empty, and a whole list comes through here.
    if (this.#lookAlikeOf.size > 0) this.#lookAlikeOf.clear();
  }

  #addLookAlikes(most: number): void {
    const end = Math.min(this.bySlot.length, this.#lookAlikesDone + most);
    for (; this.#lookAlikesDone < end; this.#lookAlikesDone++) {
      const entry = this.bySlot[this.#lookAlikesDone];
      if (entry !== undefined) this.#lookAlikes.add(entry.slot, likenessOf(entry.customer));
    }
  }

  #addOwners(): void {
    for (; this.#ownersDone < this.bySlot.length; this.#ownersDone++) {
      const entry = this.bySlot[this.#ownersDone];
      if (entry !== undefined) this.#owners.add(entry.slot, domainsOf(entry.customer));
    }
  }

  #addKeys(entry: IndexedCustomer): void {
    const keys = keysOf(entry.customer);
    const [name] = keys;
    if (name?.field === 'name') entry.sortText = name.text;
    this.idPairs[entry.slot] = pairsOfDigits(entry.customer.tenantId);
    entry.firstKey = this.keys.length;
    entry.keyCount = keys.length;
    for (const key of keys) this.#addKey(entry.slot, key);
  }

  #addKey(slot: number, key: Key): void {
    const id = this.keys.length;
    this.keys.push(key);
    this.slotOfKey.push(slot);
    this.masks = grown(this.masks, id + 1);
    this.nameMasks = grown(this.nameMasks, id + 1);
    this.startMasks = grown(this.startMasks, id + 1);
    this.pairMasks = grown(this.pairMasks, id + 1);
    this.tripleMasks = grown(this.tripleMasks, id + 1);
    const { mask, pairMask, startMask, tripleMask } = masksOf(key);
    this.masks[id] = mask;
    this.nameMasks[id] = key.field === 'domain' ? 0 : mask;
    this.startMasks[id] = startMask;
    this.pairMasks[id] = pairMask;
    this.tripleMasks[id] = tripleMask;
    this.texts.add(id, key);
  }

  #addGrams(grams: Grams, most: number): void {
    const end = Math.min(this.keys.length, this.#gramsDone + most);
    for (; this.#gramsDone < end; this.#gramsDone++) {
      const key = this.keys[this.#gramsDone];
      if (key !== undefined && this.nameMasks[this.#gramsDone] !== 0) grams.add(this.#gramsDone, key);
    }
  }

  #remove(tenantId: TenantId): void {
    const entry = this.indexed(tenantId);
    if (entry === undefined) return;
    this.#slotOf.delete(tenantId);
    this.bySlot[entry.slot] = undefined;
    for (let id = entry.firstKey; id < entry.firstKey + entry.keyCount; id++) {
      const key = this.keys[id];
      if (key !== undefined && key.field !== 'domain' && id < this.#gramsDone) this.#grams?.forget(key);
      this.masks[id] = 0;
      this.nameMasks[id] = 0;
    }
    if (this.#order !== undefined) this.#order.splice(placeFor(this.#order, entry), 1);
    this.#places = undefined;
    this.#lookAlikes.remove(entry.slot);
    if (entry.slot < this.#ownersDone) this.#owners.remove(entry.slot, domainsOf(entry.customer));
    this.#lookAlikeOf.clear();
  }

  #makeRoom(): void {
    this.idPairs = grown(this.idPairs, this.bySlot.length);
    this.rungs = grown(this.rungs, this.bySlot.length);
    this.bestKeys = grown(this.bestKeys, this.bySlot.length);
    this.uses = grown(this.uses, this.bySlot.length);
  }

  /** A new list is mostly the old one: customers that stay keep their rows. */
  #keepOnly(tenantIds: ReadonlySet<TenantId>): void {
    const gone = [...this.#slotOf.keys()].filter((tenantId) => !tenantIds.has(tenantId));
    if (gone.length === this.size) this.#clear();
    else for (const tenantId of gone) this.#remove(tenantId);
  }

  #clear(): void {
    this.bySlot = [];
    this.keys = [];
    this.slotOfKey = [];
    this.texts = new PackedTexts();
    this.#lookAlikeOf.clear();
    this.#slotOf = new Map();
    this.#keysDone = this.#gramsDone = this.#lookAlikesDone = this.#ownersDone = 0;
    this.#lookAlikes = new LookAlikes();
    this.#owners = new DomainOwners();
    this.#grams = this.#order = this.#places = undefined;
  }

  #pack(): void {
    const kept = this.bySlot.filter((entry) => entry !== undefined);
    this.#clear();
    for (const entry of kept) this.#upsert(entry.customer);
  }
}

/** The place of the customer in the order, or where it belongs. */
function placeFor(order: readonly IndexedCustomer[], entry: IndexedCustomer): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = order[middle];
    if (there !== undefined && compareAToZ(there, entry) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function likenessOf(customer: Customer): string {
  return lookAlikeKey(fold(customer.name));
}

/** True if the customer is found by the same texts as before. */
function sameKeys(a: Customer, b: Customer): boolean {
  return (
    a.name === b.name &&
    a.defaultDomain === b.defaultDomain &&
    sameTexts(a.domains, b.domains) &&
    sameTexts(a.aliases, b.aliases)
  );
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
