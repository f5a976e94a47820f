/** A query in the language of advanced hunting (KQL), under a name that the finder finds it by. */
export interface Hunt {
  /** One line, 1 to `huntLimits.name` characters; no two hunts of a list have it, in any case. */
  readonly name: string;
  /** May hold `{tenantId}`, `{domain}` and `{name}`; 1 to `huntLimits.query` characters. */
  readonly query: string;
}

/** In characters and entries. `all`: the queries of a list together, because every window holds them. */
export const huntLimits = { name: 80, query: 8_000, hunts: 200, all: 400_000 } as const;

/** What makes two names the same one. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** The first name that two of them share; nothing when each has its own. */
export function sharedName(hunts: readonly Pick<Hunt, 'name'>[]): string | undefined {
  const seen = new Set<string>();
  return hunts.find(({ name }) => seen.size === seen.add(nameKey(name)).size)?.name;
}

/** The user's own hunts, then those of the team that no own one has the name of. SECURITY: a list never takes the place of an own one. */
export function allHunts(own: readonly Hunt[], team: readonly Hunt[]): readonly Hunt[] {
  const names = new Set(own.map(({ name }) => nameKey(name)));
  return [...own, ...team.filter(({ name }) => !names.has(nameKey(name)))];
}
