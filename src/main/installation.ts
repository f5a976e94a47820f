import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Problem } from '../shared/problem.ts';
import { JsonFile } from './storage/json-file.ts';

const schema = z.object({ salt: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * The secret of this installation that makes the names of profile folders unguessable: 32 random bytes in hex, made
 * once. Losing it loses no data, but customers then get new, empty profiles.
 */
export async function loadSalt(path: string): Promise<{ readonly salt: string; readonly problem?: Problem }> {
  const file = new JsonFile({ path, version: 1, schema, empty: { salt: '' } });
  const { value, problem } = await file.read();
  if (value.salt !== '') return { salt: value.salt };
  const salt = randomBytes(32).toString('hex');
  const written = await file.write({ salt });
  const trouble = problem ?? (written.ok ? undefined : written.error);
  return trouble ? { salt, problem: trouble } : { salt };
}
