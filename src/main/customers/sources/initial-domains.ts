import { Sequencer } from '#shared/events/sequencer.ts';
import { z } from 'zod';
import { isInitialDomain, parseDomain } from '#shared/tenant/domain.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { ApiClient } from '../../system/net/api-client.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { findInitialDomain } from './service-management.ts';
import type { SourceRequest } from './source.ts';

/** Initial domains by tenant id; null where Microsoft tells none. */
type Known = Readonly<Record<string, string | null>>;

const knownSchema: z.ZodType<Known> = z.record(
  z.string().refine((text) => parseTenantId(text) === text),
  z
    .string()
    .refine((text) => parseDomain(text) === text && isInitialDomain(text))
    .nullable(),
);

/** How many questions are open at once. */
const atOnce = 3;

/** How many customers are asked about for one listing; the next sync goes on with the rest. */
const atMost = 100;

/**
 * The initial domains of customers that only delegated administration lists, each asked for once and then remembered. Pages
 * open by the tenant id as well: what goes wrong here is told to nobody, and tried again at the next sync.
 */
export class InitialDomains {
  readonly #api: Pick<ApiClient, 'get'>;
  readonly #file: JsonFile<Known>;
  #known: Promise<Map<TenantId, string | null>> | undefined;
  readonly #asking = new Sequencer();

  /** `path`: absolute, of the file that remembers the answers. */
  constructor(path: string, api: Pick<ApiClient, 'get'>) {
    this.#api = api;
    this.#file = new JsonFile({ record: 'synced-list', path, version: 1, schema: knownSchema, empty: {} });
  }

  known(): Promise<ReadonlyMap<TenantId, string | null>> {
    return this.#load();
  }

  /** Asks about those that are not known yet; those who ask at the same time follow each other. */
  ask(tenantIds: Iterable<TenantId>, request: SourceRequest): Promise<void> {
    return this.#asking.run(() => this.#ask(tenantIds, request));
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  async #ask(tenantIds: Iterable<TenantId>, { cloud, signal, token }: SourceRequest): Promise<void> {
    const known = await this.#load();
    const unknown = [...tenantIds].filter((tenantId) => !known.has(tenantId)).slice(0, atMost);
    if (unknown.length === 0) return;
    const waiting = unknown.values();
    let failed = false;
    const work = async () => {
      for (const each of waiting) {
        // The first failure is one for all: no permission, no network, no patience left.
        if (failed || signal.aborted) return;
        const found = await findInitialDomain(this.#api, cloud.graph, each, { token, signal });
        if (found.ok) known.set(each, found.value);
        else failed = true;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    await this.#file.write(Object.fromEntries(known));
  }

  #load(): Promise<Map<TenantId, string | null>> {
    this.#known ??= this.#file
      .read()
      .then(({ value }) => new Map(Object.entries(value) as [TenantId, string | null][]));
    return this.#known;
  }
}
