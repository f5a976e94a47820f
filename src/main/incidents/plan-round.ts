import { provingKinds, type Customer } from '#shared/customer/customer.ts';
import { troubleOf } from '#shared/incidents/incidents.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { isKnownToServe, servingAccount } from '#shared/access/serving-account.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

const minute = 60_000;

/** The least time between two questions to a tenant, whatever the setting, the user or a server says. */
const leastMinutes = 10;

/** The time after a refusal, which stands until somebody changes something in the tenant. */
const refusedMinutes = 6 * 60;

/** Each failure in a row doubles the time until the next question, up to this. */
const mostFailedMinutes = 60;

/** Up to this part of the time is added at random, so that tenants are not all asked at the same moment. */
const spread = 0.2;

/** What is remembered of a tenant's questions, in milliseconds since the epoch. */
export interface Asked {
  readonly at: number;
  /** The tenant is not asked before then. */
  readonly next: number;
  /** A server wants no question before then, not even at the user's wish. 0 for no such wait. */
  readonly until: number;
  /** How many failed in a row. */
  readonly failures: number;
}

/** A customer who can be asked, and as whom. */
export interface Candidate {
  readonly tenantId: TenantId;
  readonly account: AccountStatus;
}

/** What decides who is asked in a round, and in which order. */
export interface RoundContext {
  readonly customers: Iterable<Customer>;
  readonly accounts: readonly AccountStatus[];
  /** Newest first. */
  readonly recents: readonly TenantId[];
}

/**
 * As whom a customer is asked; nothing where no account that works is known to be let in there: nobody is tried. A contract
 * and a delegation of Azure let nobody in.
 */
export function accountToAsk(
  customer: Customer,
  accounts: readonly AccountStatus[],
): AccountStatus | undefined {
  const isLetIn = customer.accountId !== undefined || customer.access.some((kind) => provingKinds.has(kind));
  const account = isLetIn ? servingAccount(customer, accounts) : undefined;
  return account?.state === 'ok' && isKnownToServe(customer, account) ? account : undefined;
}

/** Whom a round asks at `now`, in this order: favourites, recent customers, the others; among equals who waits longest. */
export function planRound(
  { accounts, customers, recents }: RoundContext,
  asked: ReadonlyMap<TenantId, Asked>,
  now: number,
): readonly Candidate[] {
  const places = new Map(recents.map((tenantId, index) => [tenantId, index]));
  const due: { readonly candidate: Candidate; readonly rank: number; readonly since: number }[] = [];
  for (const customer of customers) {
    const { favourite, hidden, tenantId } = customer;
    const before = asked.get(tenantId);
    if (hidden || (before !== undefined && before.next > now)) continue;
    const account = accountToAsk(customer, accounts);
    if (account === undefined) continue;
    const place = places.get(tenantId);
    const rank = favourite ? 0 : place === undefined ? Number.POSITIVE_INFINITY : 1 + place;
    due.push({ candidate: { tenantId, account }, rank, since: before?.at ?? 0 });
  }
  return due
    .sort((one, other) =>
      one.rank === other.rank ? one.since - other.since : one.rank < other.rank ? -1 : 1,
    )
    .map(({ candidate }) => candidate);
}

/**
 * When the tenant may be asked again. `minutes`: the setting; `random`: 0 to 1. A server that asks for patience gets it,
 * however long.
 */
export function afterAnswer(
  before: Asked | undefined,
  problem: Problem | null,
  at: number,
  minutes: number,
  random: number,
): Asked {
  const regular = Math.max(leastMinutes, minutes);
  const spreadOut = (wait: number): number => at + wait * minute * (1 + random * spread);
  if (problem === null) return { at, next: spreadOut(regular), until: 0, failures: 0 };
  if (troubleOf(problem) !== 'failed')
    return { at, next: spreadOut(Math.max(regular, refusedMinutes)), until: 0, failures: 0 };
  const failures = (before?.failures ?? 0) + 1;
  const wait = Math.max(regular, Math.min(leastMinutes * 2 ** Math.min(failures, 8), mostFailedMinutes));
  const until = problem.kind === 'throttled' ? Date.parse(problem.values.until) : 0;
  return { at, next: Math.max(spreadOut(wait), until), until, failures };
}

/** Brings the next question forward, at the user's wish, to when the tenant may be asked. A server's wait stays. */
export function askedSooner(asked: Asked): Asked {
  return { ...asked, next: Math.min(asked.next, Math.max(asked.at + leastMinutes * minute, asked.until)) };
}

/** Until when nobody at all is asked after this answer; 0 for no such wait. The sign-in is one server for every tenant. */
export function everybodyWaits(problem: Problem | null, signInHost: string): number {
  if (problem?.kind !== 'throttled' || problem.values.host !== signInHost) return 0;
  return Date.parse(problem.values.until);
}
