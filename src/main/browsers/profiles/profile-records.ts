import { z } from 'zod';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { JsonFile } from '../../system/storage/json-file.ts';
import { tenantIdSchema } from '../../system/storage/tenant-id-schema.ts';
import { brands } from '../browser.ts';
import type { ProfileLook } from '../engines/engine.ts';
import type { ProfilePlan } from '../launch/launch-plan.ts';
import { isProfileFolderId } from './folder-id.ts';

/** What a profile was last made to look like. */
export interface AppliedLook {
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  readonly windowsSso: boolean;
}

/** What is known of a profile of ours that its folder does not tell. */
export interface ProfileRecord {
  readonly id: string;
  readonly browser: string;
  readonly brand: (typeof brands)[number];
  readonly kind: 'shared' | 'apart';
  readonly dataFolder: string;
  readonly profileFolder: string;
  readonly tenantId?: TenantId;
  readonly accountId?: string;
  readonly applied: AppliedLook;
  /** ISO 8601, UTC. */
  readonly openedAt: string;
}

type Stored = Readonly<Record<string, ProfileRecord>>;

const recordSchema: z.ZodType<Stored> = z.record(
  z.string(),
  z.object({
    id: z.string().refine(isProfileFolderId),
    browser: z.string().min(1),
    brand: z.enum(brands),
    kind: z.enum(['shared', 'apart']),
    dataFolder: z.string(),
    profileFolder: z.string(),
    tenantId: tenantIdSchema.exactOptional(),
    accountId: z.string().exactOptional(),
    applied: z.object({
      name: z.string(),
      colour: z.string().regex(/^#[0-9a-f]{6}$/),
      windowsSso: z.boolean(),
    }),
    openedAt: z.string(),
  }),
);

/**
 * The bindings between profiles and whom they are for. Losing the file loses no profile: folder ids come from the
 * tenant ids, and looks are put on again.
 */
export class ProfileRecords {
  readonly #file: JsonFile<Stored>;
  #records = new Map<string, ProfileRecord>();

  constructor(path: string) {
    this.#file = new JsonFile<Stored>({
      record: 'profile-records',
      path,
      version: 1,
      schema: recordSchema,
      empty: {},
    });
  }

  async load(): Promise<Problem | undefined> {
    const { value, problem } = await this.#file.read();
    this.#records = new Map(Object.entries(value));
    return problem;
  }

  all(): readonly ProfileRecord[] {
    return [...this.#records.values()];
  }

  get(browser: string, kind: ProfileRecord['kind'], id: string): ProfileRecord | undefined {
    return this.#records.get(keyOf({ browser, kind, id }));
  }

  put(record: ProfileRecord): Promise<Result<void, Problem>> {
    this.#records.set(keyOf(record), record);
    return this.#save();
  }

  remove(browser: string, kind: ProfileRecord['kind'], id: string): Promise<Result<void, Problem>> {
    this.#records.delete(keyOf({ browser, kind, id }));
    return this.#save();
  }

  flush(): Promise<void> {
    return this.#file.flush();
  }

  #save(): Promise<Result<void, Problem>> {
    return this.#file.write(Object.fromEntries(this.#records));
  }
}

function keyOf({ browser, kind, id }: Pick<ProfileRecord, 'browser' | 'kind' | 'id'>): string {
  return `${kind}/${browser}/${id}`;
}

export function appliedOf({ look, options }: Pick<ProfilePlan, 'look' | 'options'>): AppliedLook {
  return { name: look.name, colour: look.colour.hex, windowsSso: options.windowsSso };
}

/** Whether a profile looks as it should. */
export function looksLike(applied: AppliedLook, look: ProfileLook, windowsSso: boolean): boolean {
  return (
    applied.name === look.name && applied.colour === look.colour.hex && applied.windowsSso === windowsSso
  );
}

export function recordOf(plan: ProfilePlan, applied: AppliedLook, openedAt: string): ProfileRecord {
  const { id, browser, brand, kind, place, owner } = plan;
  const { dataFolder, profileFolder } = place;
  return { id, browser, brand, kind, dataFolder, profileFolder, ...owner, applied, openedAt };
}
