import type { Cloud } from '../../shared/cloud.ts';
import type { Observation } from '../../shared/customer.ts';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SyncStatus } from '../../shared/status.ts';
import type { Account, TokenSource } from '../identity/identity.ts';
import type { Directory } from './directory.ts';
import type { Source } from './sources/source.ts';

export interface SyncParts {
  readonly accounts: { accounts(): Promise<readonly Account[]> };
  readonly tokens: TokenSource;
  readonly sources: readonly Source[];
  readonly directory: Pick<Directory, 'replace' | 'observations'>;
  readonly cloud: () => Cloud;
  readonly now: () => Date;
}

/**
 * Asks every source, for every account, which customers there are. One run at a time: who asks while it runs gets its
 * outcome. What fails changes nothing of the list.
 */
export class Sync {
  readonly #parts: SyncParts;
  readonly #listeners = new Set<(status: SyncStatus) => void>();
  #run: { readonly outcome: Promise<Result<void, Problem>>; readonly abort: AbortController } | undefined;
  #problem: Problem | null = null;

  constructor(parts: SyncParts) {
    this.#parts = parts;
  }

  get status(): SyncStatus {
    const { lastSuccess, empty } = summarize(this.#parts.directory.observations());
    return { running: this.#run !== undefined, lastSuccess, problem: this.#problem, empty };
  }

  onChange(listener: (status: SyncStatus) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Settles when every account has been asked; with the first problem if there was one. Errors: `cancelled`, those of
   * TokenSource, of the sources and of the disk.
   */
  run(): Promise<Result<void, Problem>> {
    if (this.#run === undefined) {
      const abort = new AbortController();
      const outcome = this.#askAll(abort.signal).finally(() => {
        this.#run = undefined;
        this.#tell();
      });
      this.#run = { outcome, abort };
      this.#tell();
    }
    return this.#run.outcome;
  }

  /** Ends a run that is under way and starts another: who is signed in has changed. */
  async restart(): Promise<Result<void, Problem>> {
    const previous = this.#run?.outcome;
    this.cancel();
    await previous;
    return this.run();
  }

  /** The run that is under way settles with `cancelled`; accounts that were done by then stay done. */
  cancel(): void {
    this.#run?.abort.abort();
  }

  async #askAll(signal: AbortSignal): Promise<Result<void, Problem>> {
    let first: Result<void, Problem> = ok(undefined);
    for (const account of await this.#parts.accounts.accounts())
      for (const source of this.#parts.sources) {
        if (signal.aborted) return err(problem('cancelled', {}));
        const asked = await this.#ask(source, account, signal);
        if (!asked.ok && asked.error.kind === 'cancelled') return asked;
        if (first.ok) first = asked;
      }
    this.#problem = first.ok ? null : first.error;
    return first;
  }

  async #ask(source: Source, account: Account, signal: AbortSignal): Promise<Result<void, Problem>> {
    const { accounts, tokens, directory, now } = this.#parts;
    const cloud = this.#parts.cloud();
    const tenantId = account.homeTenantId;
    const token = await tokens.token({ account, tenantId, scopes: source.scopes(cloud), signal });
    if (!token.ok) return token;
    // SECURITY: a token for another tenant would list that tenant's view; TokenSource promises this, and here it counts.
    if (token.value.tenantId !== tenantId)
      return err(problem('token-wrong-tenant', { wanted: tenantId, got: token.value.tenantId }));
    const listing = await source.list({ account, token: token.value.value, cloud, signal });
    if (!listing.ok) return listing;
    if (signal.aborted) return err(problem('cancelled', {}));
    const signedIn = await accounts.accounts();
    // Signed out meanwhile: what came must not bring the account's customers back.
    if (!signedIn.some(({ id }) => id === account.id)) return ok(undefined);
    const { customers } = listing.value;
    return directory.replace({
      source: source.id,
      accountId: account.id,
      at: now().toISOString(),
      customers,
    });
  }

  #tell(): void {
    const { status } = this;
    for (const listener of this.#listeners) listener(status);
  }
}

/** What the observations on disk say of past syncs, so that a restart forgets nothing. */
function summarize(observations: readonly Observation[]): Pick<SyncStatus, 'lastSuccess' | 'empty'> {
  const synced = observations.filter(({ accountId }) => accountId !== undefined);
  return {
    lastSuccess:
      synced
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? null,
    empty:
      synced.length > 0 && synced.every(({ customers }) => customers.every(({ access }) => access === 'own')),
  };
}
