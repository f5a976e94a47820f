import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '#shared/problems/problem.ts';
import { JsonFile } from '../../system/storage/json-file.ts';

export interface Salt {
  /** Undefined when the file cannot be used, or none can be made: then no profile folder can be named. */
  readonly salt: string | undefined;
  readonly problem?: Problem;
}

/**
 * The secret of this installation that folder ids are made with: 32 random bytes in hexadecimal, made at the first
 * start. Another one would give every customer a new, empty profile, so one that is only out of reach is never replaced.
 */
export async function readSalt(path: string): Promise<Salt> {
  const file = new JsonFile<string>({
    record: 'profile-names',
    path,
    version: 1,
    schema: z.string().regex(/^[0-9a-f]{64}$/),
    empty: '',
  });
  const { value, problem } = await file.read();
  if (value !== '') return { salt: value };
  const salt = randomBytes(32).toString('hex');
  const written = await file.write(salt);
  if (!written.ok) return { salt: undefined, problem: written.error };
  return { salt, ...(problem ? { problem } : {}) };
}
