import { randomBytes } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '../../system/storage/replace-file.ts';

const form = /^[0-9a-f]{64}$/;

/** What both ends of the channel know and nobody else can read; nothing when it is not there. */
export async function readChannelKey(file: string): Promise<string | undefined> {
  const text = (await readFile(file, 'utf8').catch(() => '')).trim();
  return form.test(text) ? text : undefined;
}

/** Reads the key, and makes it when it is not there. Throws the file system's error when it cannot. */
export async function makeChannelKey(file: string): Promise<string> {
  const known = await readChannelKey(file);
  if (known !== undefined) return known;
  const key = randomBytes(32).toString('hex');
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await replaceFile(file, `${key}\n`);
  return key;
}
