/** What belongs to each way of typing, in the order in which the ways first come. */
export function byKind<T extends { readonly kind: string }>(
  list: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const group = groups.get(each.kind);
    if (group === undefined) groups.set(each.kind, [each]);
    else group.push(each);
  }
  return groups;
}
