import { Emitter } from '#shared/events/emitter.ts';
import { z } from 'zod';
import { remember } from '#shared/search/frecency.ts';
import type { PageId } from '#shared/portals/page.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { forget, noUsage, restore, type Usage } from '#shared/status/usage.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';

const usageSchema: z.ZodType<Usage> = z.object({
  recents: z.array(tenantIdSchema),
  scores: z.record(z.string(), z.object({ score: z.number(), at: z.number() })),
  choices: z.record(z.string(), tenantIdSchema),
  pages: z
    .record(
      z.string(),
      z.custom<PageId>((id) => typeof id === 'string'),
    )
    .exactOptional(),
  read: z.record(z.string(), z.string()).exactOptional(),
});

/** What was opened, how often and by which query: `usage.json`. */
export class UsageStore {
  readonly #file: JsonFile<Usage>;
  readonly #changes = new Emitter<Usage>();
  #usage: Usage = noUsage;

  constructor(path: string) {
    this.#file = new JsonFile({ record: 'usage', path, version: 1, schema: usageSchema, empty: noUsage });
  }

  get current(): Usage {
    return this.#usage;
  }

  async load(): Promise<Problem | undefined> {
    const { value, problem } = await this.#file.read();
    this.#usage = value;
    return problem;
  }

  /** Remembers that this query opened this customer, now; and which of its pages, where it was one. */
  async record(opened: TenantId, query: string, now: number, page?: PageId): Promise<Problem | undefined> {
    const usage = remember(this.#usage, opened, query, now);
    const pages = page === undefined ? {} : { pages: { ...usage.pages, [opened]: page } };
    const written = await this.#take({ ...usage, ...pages });
    return written.ok ? undefined : written.error;
  }

  /** The user has read this customer's standing instruction: `mark` stands for its text. */
  acknowledge(tenantId: TenantId, mark: string): Promise<Result<void, Problem>> {
    return this.#take({ ...this.#usage, read: { ...this.#usage.read, [tenantId]: mark } });
  }

  /** Forgets that this customer was ever opened. */
  forget(tenantId: TenantId): Promise<Result<void, Problem>> {
    return this.#take(forget(this.#usage, tenantId));
  }

  /** Brings a customer's use back as it was `before` it was forgotten. */
  restore(tenantId: TenantId, before: Usage): Promise<Result<void, Problem>> {
    return this.#take(restore(this.#usage, tenantId, before));
  }

  onChange(listener: (usage: Usage) => void): () => void {
    return this.#changes.on(listener);
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  #take(usage: Usage): Promise<Result<void, Problem>> {
    this.#usage = usage;
    this.#changes.tell(usage);
    return this.#file.write(usage);
  }
}
