import type { Observation, ObservedCustomer } from '#shared/customer/customer.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

/** Fewer customers or ends may well go at once. */
const fewest = 3;

type Listed = ReadonlyMap<ObservedCustomer['tenantId'], ObservedCustomer>;

/**
 * SECURITY: Why a whole listing is not believed before the user says that it is true: it is empty after one that was not, or has
 * lost more than half, and at least three, of the customers or of the ends of access that the one before had. A role
 * that has lapsed and a server that answers from a part of its data look like that. `host`: who answered, to name.
 * Errors: `list-shrunk`, `ends-shrunk`.
 */
export function doubtOf(before: Observation | undefined, listed: Listed, host: string): Problem | undefined {
  // The own tenant is always there and nobody's customer: a list of it alone is an empty one.
  const had = (before?.customers ?? []).filter(
    ({ access, lastListed }) => access !== 'own' && lastListed === undefined,
  );
  const isEmpty = ![...listed.values()].some(({ access }) => access !== 'own');
  const stayed = had.filter(({ tenantId }) => listed.has(tenantId));
  if ((isEmpty && had.length > 0) || hasShrunk(had.length, stayed.length))
    return problem('list-shrunk', { host, before: String(had.length), now: String(stayed.length) });
  const ending = stayed.filter(({ ends }) => ends !== undefined);
  const still = ending.filter(({ tenantId }) => listed.get(tenantId)?.ends !== undefined);
  return hasShrunk(ending.length, still.length)
    ? problem('ends-shrunk', { host, before: String(ending.length), now: String(still.length) })
    : undefined;
}

function hasShrunk(had: number, stayed: number): boolean {
  return had - stayed >= fewest && stayed < had / 2;
}
