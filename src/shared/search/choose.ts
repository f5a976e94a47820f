import type { Usage } from '../status/usage.ts';
import { choiceOf, usesAt } from './frecency.ts';
import type { SearchIndex } from './index.ts';
import { compareAToZ } from './order.ts';
import { levelOf, noRung, qualityOf } from './ladder.ts';

/**
 * Slots of the best `limit` customers on the ladder, best first. Use counts only between customers of one level: what
 * this query chose before, then opens and favourites, then how good the match is, the shorter name, accents as typed, A to Z.
 */
export function chooseBest(
  index: SearchIndex,
  typed: string,
  usage: Usage,
  now: number,
  limit: number,
): number[] {
  const { rungs, bySlot } = index;
  const used = fillUses(index, usage, now);
  const choice = choiceOf(usage, typed);
  const chosen = choice === undefined ? undefined : index.indexed(choice)?.slot;
  const written = asWritten(typed.trim());
  const better = (a: number, b: number): boolean => compareSlots(index, chosen, written, a, b) < 0;
  const best: number[] = [];
  for (let slot = 0; slot < bySlot.length; slot++) {
    if (rungs[slot] === noRung) continue;
    if (best.length === limit && (limit === 0 || !better(slot, best[limit - 1]!))) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (better(slot, best[middle]!)) high = middle;
      else low = middle + 1;
    }
    best.splice(low, 0, slot);
    if (best.length > limit) best.pop();
  }
  for (const slot of used) index.uses[slot] = 0;
  return best;
}

/** Puts opens into the column of uses; returns the slots to take back. */
function fillUses(index: SearchIndex, usage: Usage, now: number): number[] {
  const used: number[] = [];
  for (const [tenantId, use] of usesAt(usage, now)) {
    const slot = index.indexed(tenantId)?.slot;
    if (slot === undefined) continue;
    index.uses[slot] = use;
    used.push(slot);
  }
  return used;
}

/** Case apart, the text with its accents, however they are composed. */
function asWritten(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

function compareSlots(
  index: SearchIndex,
  chosen: number | undefined,
  written: string,
  a: number,
  b: number,
): number {
  const { rungs, uses, bySlot } = index;
  const level = levelOf(rungs[a]!) - levelOf(rungs[b]!);
  if (level !== 0) return level;
  if (a === chosen) return -1;
  if (b === chosen) return 1;
  const first = bySlot[a]!;
  const second = bySlot[b]!;
  // A favourite counts as one open made just now.
  const use = uses[b]! + Number(second.customer.favourite) - uses[a]! - Number(first.customer.favourite);
  return (
    use ||
    qualityOf(rungs[a]!) - qualityOf(rungs[b]!) ||
    first.sortText.length - second.sortText.length ||
    Number(asWritten(second.customer.name).includes(written)) -
      Number(asWritten(first.customer.name).includes(written)) ||
    compareAToZ(first, second)
  );
}
