import type { TenantId } from '../tenant/tenant-id.ts';
import type { Usage } from '../status/usage.ts';
import { queryMemoryKey } from './query.ts';

const day = 24 * 60 * 60 * 1000;
/** Half-life of an open, in milliseconds: the PowerToys command palette's three days. */
export const halfLife = 3 * day;

const maxRecents = 50;
const maxChoices = 1000;
/** An open this faint (30 days old) no longer counts and is not kept. */
const faintest = 2 ** -10;

/** How many opens of the customer are remembered, each halved every three days. `now` is in milliseconds. */
export function scoreAt(usage: Usage, tenantId: TenantId, now: number): number {
  const kept = Object.hasOwn(usage.scores, tenantId) ? usage.scores[tenantId] : undefined;
  // A clock that was put back must not make an old open grow.
  return kept === undefined ? 0 : kept.score * 2 ** (-Math.max(0, now - kept.at) / halfLife);
}

/** All customers that were opened lately, with their scores. */
export function usesAt(usage: Usage, now: number): [TenantId, number][] {
  const ids = Object.keys(usage.scores) as TenantId[];
  return ids.map((id) => [id, scoreAt(usage, id, now)]);
}

/** What the query opened last. */
export function choiceOf(usage: Usage, query: string): TenantId | undefined {
  const key = queryMemoryKey(query);
  return Object.hasOwn(usage.choices, key) ? usage.choices[key] : undefined;
}

/** Usage after the customer was opened with the query (blank when it was opened from elsewhere). */
export function remember(usage: Usage, tenantId: TenantId, query: string, now: number): Usage {
  const scores: Record<TenantId, { score: number; at: number }> = {};
  for (const [id, kept] of Object.entries(usage.scores) as [TenantId, { score: number; at: number }][]) {
    if (scoreAt(usage, id, now) >= faintest) scores[id] = kept;
  }
  scores[tenantId] = { score: scoreAt(usage, tenantId, now) + 1, at: now };
  const key = queryMemoryKey(query);
  const others = Object.entries(usage.choices).filter(([known]) => known !== key);
  const choices: [string, TenantId][] =
    key === '' ? others : [...others.slice(1 - maxChoices), [key, tenantId]];
  return {
    ...usage,
    recents: [tenantId, ...usage.recents.filter((id) => id !== tenantId)].slice(0, maxRecents),
    scores,
    choices: Object.fromEntries(choices),
  };
}
