import { z } from 'zod';
import type { Annotation } from '#shared/customer/customer.ts';
import { isolationLevels } from '#shared/customer/isolation.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import type { Annotations } from '../merge/merge.ts';

type Stored = Readonly<Record<string, Annotation>>;

const annotationsSchema: z.ZodType<Stored> = z.record(
  z.string().refine((text) => parseTenantId(text) === text),
  // Loose: what a newer Tidegate lets users write is kept, though this one does not know it.
  z.looseObject({
    name: z.string().exactOptional(),
    aliases: z.array(z.string()).exactOptional(),
    tags: z.array(z.string()).exactOptional(),
    favourite: z.boolean().exactOptional(),
    hidden: z.boolean().exactOptional(),
    note: z.string().exactOptional(),
    instruction: z.object({ text: z.string(), atLaunch: z.boolean() }).exactOptional(),
    colour: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .exactOptional(),
    links: z.array(z.object({ name: z.string(), url: z.string() })).exactOptional(),
    browser: z.string().exactOptional(),
    isolation: z.enum(isolationLevels).exactOptional(),
    ownProfile: z.string().exactOptional(),
    accountId: z.string().exactOptional(),
  }),
);

/** What the user wrote about customers, in a file of its own: nothing but the user changes it. */
export class AnnotationStore {
  readonly #file: JsonFile<Stored>;

  constructor(path: string) {
    this.#file = new JsonFile<Stored>({
      record: 'notes',
      path,
      version: 1,
      schema: annotationsSchema,
      empty: {},
    });
  }

  async load(): Promise<{ readonly annotations: Annotations; readonly problem?: Problem }> {
    const { value, problem } = await this.#file.read();
    // The schema has parsed every key as a tenant id.
    const annotations = new Map(Object.entries(value) as [TenantId, Annotation][]);
    return problem ? { annotations, problem } : { annotations };
  }

  /** Errors: `storage-unwritable`, `storage-newer`. */
  save(annotations: Annotations): Promise<Result<void, Problem>> {
    return this.#file.write(Object.fromEntries(annotations));
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }
}
