import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../../../shared/problem.ts';
import { JsonFile } from '../../storage/json-file.ts';

/**
 * The secret of this installation that folder ids are made with: 32 random bytes in hexadecimal, made at the first
 * start. A new one makes every customer start with a new, empty profile, so a problem with its file is reported.
 */
export async function readSalt(path: string): Promise<{ readonly salt: string; readonly problem?: Problem }> {
  const file = new JsonFile<string>({
    path,
    version: 1,
    schema: z.string().regex(/^[0-9a-f]{64}$/),
    empty: '',
  });
  const reading = await file.read();
  if (reading.value !== '') return { salt: reading.value };
  const salt = randomBytes(32).toString('hex');
  const written = await file.write(salt);
  const problem = reading.problem ?? (written.ok ? undefined : written.error);
  return { salt, ...(problem ? { problem } : {}) };
}
