import { z } from 'zod';
import type { Cloud } from '#shared/settings/cloud.ts';
import { scopeOf } from '#shared/settings/permissions.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Account, TokenSource } from '../../identity/identity.ts';
import { refusedFor } from '../../identity/proof-needed.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { findTenantInformation, type TenantInformation } from './tenant-information.ts';

export interface NameLookupOptions {
  /** Absolute path of the file that remembers the answers. */
  readonly path: string;
  readonly api: Pick<ApiClient, 'get'>;
  readonly tokens: TokenSource;
  readonly cloud: () => Cloud;
  /** The setting in force: whether anything may be asked at all. */
  readonly mayAsk: () => boolean;
}

type Known = Readonly<Record<string, TenantInformation>>;

const knownSchema: z.ZodType<Known> = z.record(
  z.string().refine((text) => parseTenantId(text) === text),
  z.object({ name: z.string().exactOptional(), defaultDomain: z.string().exactOptional() }),
);

/** How many questions are open at once. */
const atOnce = 4;

/** How many tenants are asked about for one listing; the next sync goes on with the rest. */
const atMost = 200;

/**
 * The names of tenants that a source left blank, each asked for once and then remembered, also that there is none. What
 * goes wrong here is no trouble of the source: the customers only stay without a name.
 */
export class NameLookup {
  readonly #options: NameLookupOptions;
  readonly #file: JsonFile<Known>;
  #known: Promise<Map<TenantId, TenantInformation>> | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #problem: Problem | null = null;

  constructor(options: NameLookupOptions) {
    this.#options = options;
    const schema = knownSchema;
    this.#file = new JsonFile({ record: 'synced-list', path: options.path, version: 1, schema, empty: {} });
  }

  /** Why names could not be looked up the last time; null when they could, or nothing had to be. */
  get problem(): Problem | null {
    return this.#options.mayAsk() ? this.#problem : null;
  }

  /** What is remembered. */
  known(): Promise<ReadonlyMap<TenantId, TenantInformation>> {
    return this.#load();
  }

  /** Asks about those that are not known yet; those who ask at the same time follow each other. */
  ask(tenantIds: Iterable<TenantId>, account: Account, signal: AbortSignal): Promise<void> {
    const next = this.#last.then(() => this.#ask(tenantIds, account, signal));
    this.#last = next.catch(() => undefined);
    return next;
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  async #ask(tenantIds: Iterable<TenantId>, account: Account, signal: AbortSignal): Promise<void> {
    const known = await this.#load();
    const unknown = [...tenantIds].filter((tenantId) => !known.has(tenantId)).slice(0, atMost);
    if (unknown.length === 0 || !this.#options.mayAsk()) return;
    const asked = await this.#askAll(unknown, known, account, signal);
    const written = await this.#file.write(Object.fromEntries(known));
    const failure = asked.ok ? written : asked;
    if (failure.ok) this.#problem = null;
    else if (failure.error.kind !== 'cancelled') this.#problem = failure.error;
  }

  async #askAll(
    tenantIds: readonly TenantId[],
    known: Map<TenantId, TenantInformation>,
    account: Account,
    signal: AbortSignal,
  ): Promise<Result<void, Problem>> {
    const cloud = this.#options.cloud();
    const tenantId = account.homeTenantId;
    const scopes = [scopeOf('names', cloud)];
    const { tokens } = this.#options;
    const asked = { account, tenantId, scopes, signal };
    const token = await tokens.token(asked);
    if (!token.ok) return token;
    // SECURITY: see TokenSource, and account-listings.
    if (token.value.tenantId !== tenantId)
      return err(problem('token-wrong-tenant', { wanted: tenantId, got: token.value.tenantId }));
    const request = { token: token.value.value, signal };
    const waiting = tenantIds.values();
    let first: Problem | undefined;
    const work = async () => {
      for (const each of waiting) {
        // The first failure is one for all: no permission, no network, no patience left.
        if (first !== undefined) return;
        const found = await findTenantInformation(this.#options.api, cloud.graph, each, request);
        if (found.ok) known.set(each, found.value);
        else first = found.error;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return first === undefined ? ok(undefined) : err(refusedFor(first, asked, tokens));
  }

  #load(): Promise<Map<TenantId, TenantInformation>> {
    this.#known ??= this.#file.read().then(({ value, problem: trouble }) => {
      if (trouble) this.#problem = trouble;
      return new Map(Object.entries(value) as [TenantId, TenantInformation][]);
    });
    return this.#known;
  }
}
