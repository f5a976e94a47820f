import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openLog } from '../../../../../src/main/system/log/electron-log.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder('tidegate-log-');
});
afterEach(() => removeFolder(folder));

it('no secret reaches the log’s file, by whatever method it was written', async () => {
  const log = openLog(folder);
  log.info('asked with client_secret=one');
  log.warn('refused: {"secret":"two"}');
  log.error('failed', new Error('https://a.example/?sig=three'));
  log.error('failed again', 'password: four');
  const text = await readFile(join(folder, 'tidegate.log'), 'utf8');
  for (const word of ['asked with', 'refused', 'failed', 'failed again']) expect(text).toContain(word);
  expect(text).not.toMatch(/\b(one|two|three|four)\b/);
  expect(text.match(/\[removed\]/g)).toHaveLength(4);
});
