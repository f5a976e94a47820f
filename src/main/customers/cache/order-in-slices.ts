import type { Customer } from '#shared/customer/customer.ts';
import { foldText } from '#shared/search/normalise.ts';
import { compareAToZ, type Placed } from '#shared/search/order.ts';
import { inSlices, type SliceClock } from '../../system/process/in-slices.ts';

/** How many are sorted at once. */
const portion = 2_000;

/** What `fromAToZ` gives, in slices: portions are sorted, then merged two by two. */
export async function fromAToZInSlices(
  customers: Iterable<Customer>,
  clock?: SliceClock,
): Promise<readonly Customer[]> {
  const placed: Placed[] = [];
  const place = (customer: Customer) => void placed.push({ customer, sortText: foldText(customer.name) });
  await inSlices(customers, place, clock);
  const starts = Array.from({ length: Math.ceil(placed.length / portion) }, (_, index) => index * portion);
  let parts: (readonly Placed[])[] = [];
  const sort = (start: number) => void parts.push(placed.slice(start, start + portion).sort(compareAToZ));
  await inSlices(starts, sort, clock);
  while (parts.length > 1) {
    const merged: (readonly Placed[])[] = [];
    for (let at = 0; at < parts.length; at += 2) {
      const both: Placed[] = [];
      await inSlices(merge(parts[at] ?? [], parts[at + 1] ?? []), (each) => void both.push(each), clock);
      merged.push(both);
    }
    parts = merged;
  }
  const ordered: Customer[] = [];
  await inSlices(parts[0] ?? [], ({ customer }) => void ordered.push(customer), clock);
  return ordered;
}

function* merge(one: readonly Placed[], other: readonly Placed[]): Generator<Placed> {
  let next = 0;
  for (const each of one) {
    for (let rival = other[next]; rival && compareAToZ(rival, each) < 0; rival = other[(next += 1)])
      yield rival;
    yield each;
  }
  yield* other.slice(next);
}
