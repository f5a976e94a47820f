import { isDeepStrictEqual } from 'node:util';
import type { Customer } from '#shared/customer/customer.ts';
import {
  afterFailure,
  noIncidents,
  type CustomerIncidents,
  type IncidentCount,
  type IncidentPause,
  type IncidentsStatus,
} from '#shared/incidents/incidents.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { AccountStatus } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Account } from '../identity/identity.ts';
import {
  accountToAsk,
  afterAnswer,
  askedSooner,
  everybodyWaits,
  planRound,
  type Asked,
  type Candidate,
} from './plan-round.ts';

/** Customers asked at the same time. */
export const atOnce = 4;

export interface IncidentRoundsOptions {
  readonly settings: () => Pick<Settings, 'incidents' | 'incidentMinutes' | 'cloud' | 'clientId'>;
  readonly customers: () => ReadonlyMap<TenantId, Customer>;
  readonly accounts: () => readonly AccountStatus[];
  readonly recents: () => readonly TenantId[];
  readonly ask: (
    account: Account,
    tenantId: TenantId,
    signal: AbortSignal,
  ) => Promise<Result<IncidentCount, Problem>>;
  /** Forgets the tokens: counting was switched off, or an account signed out. */
  readonly forget: () => void;
  /** Why no tenant may be asked now; null when all may. */
  readonly pause: () => 'locked' | 'offline' | null;
  readonly signInHost: () => string;
  /** Takes what windows show. Answers that come close together are told at once. */
  readonly tell: (status: IncidentsStatus) => void;
  /** Takes each new count of a customer, with the count before it. */
  readonly counted?: (tenantId: TenantId, count: IncidentCount, before: IncidentCount | undefined) => void;
  readonly now: () => number;
  readonly random: () => number;
  /** Calls again and again, about every minute; returns how to stop it. */
  readonly everyMinute: (tick: () => void) => () => void;
  /** Runs something once, a moment later; returns how to call it off. */
  readonly soon: (run: () => void) => () => void;
  /** Runs something after a pause, in which the main thread can turn to what the user does. */
  readonly breathe: (run: () => void) => void;
  /** Reports an exception, which is a bug of Tidegate. */
  readonly failed: (error: unknown) => void;
}

/**
 * Asks customers' tenants, in rounds, how many incidents are active there: who waits longest and is used most first, few
 * at a time, none more often than its last answer allows. Answers are kept in memory only.
 */
export class IncidentRounds {
  readonly #options: IncidentRoundsOptions;
  readonly #asked = new Map<TenantId, Asked>();
  readonly #known = new Map<TenantId, CustomerIncidents>();
  #queue: Candidate[] = [];
  #asking = 0;
  /** Aborts every request under way. */
  #stop = new AbortController();
  #stopTimer: (() => void) | undefined;
  #tellLater: (() => void) | undefined;
  /** The sign-in server wants no request before then, in milliseconds since the epoch. */
  #until = 0;
  #offline = false;
  /** The time of the last tick. */
  #seen = 0;
  #revision = 0;
  /** What was told last, without its revision. */
  #told: Omit<IncidentsStatus, 'revision'> | undefined;
  /** The registration and cloud that the answers came from: for another one they mean nothing. */
  #identity = '';

  constructor(options: IncidentRoundsOptions) {
    this.#options = options;
  }

  /** Begins to ask, if counting is switched on, and looks again every minute. */
  start(): void {
    this.#stopTimer ??= this.#options.everyMinute(() => this.tick());
    this.follow();
  }

  /** Ends for good. Answers that are still to come are dropped. */
  close(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#tellLater?.();
    this.#stop.abort();
    this.#queue = [];
  }

  /** Takes up changed settings, accounts and customers. Switched off it forgets everything at once. */
  follow(): void {
    const { cloud, clientId, incidents } = this.#options.settings();
    const identity = JSON.stringify([cloud, clientId]);
    if (!incidents || identity !== this.#identity) this.#forgetAll();
    this.#identity = identity;
    this.#forgetUnreached();
    this.tick();
  }

  /** Asks whoever is due: time has passed, or the computer is unlocked or online again. */
  tick(): void {
    if (this.#stopTimer === undefined || !this.#options.settings().incidents) return;
    this.#offline = false;
    this.#followClock();
    this.#pump();
    this.#tellSoon();
  }

  /** Asks these again at the user's wish, each as soon as its tenant may be asked. */
  askAgain(tenantIds: readonly TenantId[]): void {
    this.#hasten(tenantIds);
    // The next tick plans a new round, with these in their places.
    this.#queue = [];
    this.tick();
  }

  /** Somebody has signed in: the tenants that wanted to see the user are asked again, each as soon as it may be. */
  signedIn(): void {
    const wanting = [...this.#known.values()].filter(({ trouble }) => trouble?.kind === 'sign-in');
    if (wanting.length > 0) this.askAgain(wanting.map(({ tenantId }) => tenantId));
  }

  get status(): IncidentsStatus {
    if (!this.#options.settings().incidents) return { ...noIncidents, revision: this.#revision };
    return {
      revision: this.#revision,
      waiting: this.#queue.length + this.#asking,
      pause: this.#pause(),
      customers: [...this.#known.values()],
    };
  }

  #plan(): readonly Candidate[] {
    const { accounts, customers, now, recents } = this.#options;
    const context = { customers: customers().values(), accounts: accounts(), recents: recents() };
    return planRound(context, this.#asked, now());
  }

  #pause(): IncidentPause | null {
    const told = this.#options.pause();
    if (told !== null) return told;
    if (this.#until > this.#options.now()) return 'throttled';
    return this.#offline ? 'offline' : null;
  }

  #pump(): void {
    while (this.#asking < atOnce && this.#pause() === null) {
      // The list may have grown since the last plan.
      if (this.#queue.length === 0) this.#queue = [...this.#plan()];
      const next = this.#queue.shift();
      if (next === undefined) break;
      if (this.#isStillMeant(next)) this.#begin(next);
    }
    // The list may change until tenants may be asked again: plan a new round then.
    if (this.#pause() !== null) this.#queue = [];
  }

  /** Whether this question still makes sense: the list, the accounts or the clock may have changed since the plan. */
  #isStillMeant({ account, tenantId }: Candidate): boolean {
    const { accounts, customers, now } = this.#options;
    const customer = customers().get(tenantId);
    const asked = this.#asked.get(tenantId);
    return (
      customer !== undefined &&
      accountToAsk(customer, accounts())?.id === account.id &&
      (asked === undefined || asked.next <= now())
    );
  }

  #begin({ account, tenantId }: Candidate): void {
    const { signal } = this.#stop;
    const { failed, now } = this.#options;
    this.#asking += 1;
    const before = this.#asked.get(tenantId);
    // Noted before the answer: a question that is never answered counts too. Only an answer ends a row of failures.
    this.#asked.set(tenantId, {
      ...afterAnswer(before, null, now(), 0, 0),
      failures: before?.failures ?? 0,
    });
    this.#options
      .ask(account, tenantId, signal)
      .then((answer) => {
        // SECURITY: an answer is dropped if counting was switched off meanwhile, or the account that asked signed out.
        if (!signal.aborted) this.#take(tenantId, account, answer);
      }, failed)
      .finally(() => this.#options.breathe(() => this.#takeNext(signal)));
  }

  /** One question has ended: another takes its place. */
  #takeNext(signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#asking -= 1;
    this.#pump();
    this.#tellSoon();
  }

  #take(tenantId: TenantId, account: Account, answer: Result<IncidentCount, Problem>): void {
    const { accounts, counted, customers, now, random, settings, signInHost } = this.#options;
    const customer = customers().get(tenantId);
    if (customer === undefined || accountToAsk(customer, accounts())?.id !== account.id) return;
    const at = now();
    const problem = answer.ok ? null : answer.error;
    this.#until = Math.max(this.#until, everybodyWaits(problem, signInHost()));
    if (problem?.kind === 'offline' || problem?.kind === 'proxy-refused') this.#offline = true;
    const minutes = settings().incidentMinutes;
    this.#asked.set(tenantId, afterAnswer(this.#asked.get(tenantId), problem, at, minutes, random()));
    const before = this.#known.get(tenantId);
    const when = new Date(at).toISOString();
    if (answer.ok) {
      this.#known.set(tenantId, { tenantId, counted: { at: when, count: answer.value }, trouble: null });
      counted?.(tenantId, answer.value, before?.counted?.count);
    } else this.#known.set(tenantId, afterFailure(before, tenantId, when, answer.error));
  }

  /** Where the clock was set back, moves every waiting time back with it: else they would wait for hours, or years. */
  #followClock(): void {
    const now = this.#options.now();
    const back = this.#seen - now;
    this.#seen = now;
    if (back <= 0) return;
    this.#until -= back;
    for (const [tenantId, { at, failures, next, until }] of this.#asked)
      this.#asked.set(tenantId, { at: at - back, next: next - back, until: until - back, failures });
  }

  #forgetAll(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#queue = [];
    this.#asking = 0;
    this.#known.clear();
    this.#options.forget();
    // Keeps when each tenant was asked: switching off and on asks no tenant more often.
    this.#hasten([...this.#asked.keys()]);
    this.#tellNow();
  }

  #hasten(tenantIds: readonly TenantId[]): void {
    for (const tenantId of tenantIds) {
      const asked = this.#asked.get(tenantId);
      if (asked !== undefined) this.#asked.set(tenantId, askedSooner(asked));
    }
  }

  /** Forgets counts that nobody here may see any more: their account signed out, or their customer left the list. */
  #forgetUnreached(): void {
    const accounts = this.#options.accounts();
    let gone = false;
    for (const tenantId of this.#known.keys()) {
      // Not before somebody is known: the list may have to be put together for it.
      const customer = this.#options.customers().get(tenantId);
      const reached = customer !== undefined && accounts.length > 0 && isReached(customer, accounts);
      if (reached) continue;
      this.#known.delete(tenantId);
      this.#hasten([tenantId]);
      gone = true;
    }
    if (gone) this.#options.forget();
    this.#tellNow();
  }

  #tellSoon(): void {
    this.#tellLater ??= this.#options.soon(() => {
      this.#tellLater = undefined;
      this.#tellNow();
    });
  }

  #tellNow(): void {
    const { revision: _before, ...now } = this.status;
    if (isDeepStrictEqual(now, this.#told)) return;
    this.#told = now;
    this.#revision += 1;
    this.#options.tell(this.status);
  }
}

/** Whether an account that is signed in, working or not, is known to reach the customer. */
function isReached(customer: Customer, accounts: readonly AccountStatus[]): boolean {
  return (
    accountToAsk(
      customer,
      accounts.map((account) => ({ ...account, state: 'ok' })),
    ) !== undefined
  );
}
