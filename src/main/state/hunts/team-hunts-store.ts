import { z } from 'zod';
import { JsonFile } from '../../system/storage/json-file.ts';
import { huntsSchema } from './hunt-schema.ts';
import type { ReadHunts } from './parse-hunts.ts';

/** The last good reading of a team's list of hunts. */
export interface TeamHuntsRecord extends ReadHunts {
  /** The path or address it was read from. */
  readonly place: string;
  /** What the server or the disk calls that version; absent when it calls it nothing. */
  readonly version?: string;
}

const schema: z.ZodType<TeamHuntsRecord | null> = z
  .object({
    place: z.string(),
    version: z.string().exactOptional(),
    hunts: huntsSchema,
    leftOut: z.object({ count: z.number(), first: z.string() }).exactOptional(),
  })
  .nullable();

export function teamHuntsFile(path: string): JsonFile<TeamHuntsRecord | null> {
  return new JsonFile({ record: 'team-hunts', path, version: 1, schema, empty: null });
}
