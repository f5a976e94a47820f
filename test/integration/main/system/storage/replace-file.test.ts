import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { replaceFile } from '../../../../../src/main/system/storage/replace-file.ts';
import { itOnUnix, modeHere } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'files' });

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder('replace-');
  path = join(folder, 'usage.json');
});
afterEach(() => removeFolder(folder));

const mode = async (of: string) => (await stat(of)).mode & 0o777;

unixIt('a link that was planted for the file being written is not followed', async () => {
  const theirs = join(folder, 'theirs');
  await writeFile(theirs, 'theirs');
  await chmod(theirs, 0o644);
  await symlink(theirs, `${path}.tmp`);
  await replaceFile(path, 'ours');
  expect(await readFile(theirs, 'utf8')).toBe('theirs');
  expect(await mode(theirs)).toBe(0o644);
  expect(await readFile(path, 'utf8')).toBe('ours');
  expect((await readdir(folder)).sort()).toEqual(['theirs', 'usage.json']);
});

it('a file that was left there gives neither its content nor its mode', async () => {
  await writeFile(`${path}.tmp`, 'much that a kill has left behind');
  await chmod(`${path}.tmp`, 0o666);
  await replaceFile(path, 'ours');
  expect(await readFile(path, 'utf8')).toBe('ours');
  expect(await mode(path)).toBe(modeHere(0o600));
});

it('what was readable for others is not any more', async () => {
  await writeFile(path, 'old');
  await chmod(path, 0o644);
  await replaceFile(path, 'ours', 'over-a-kill');
  expect(await mode(path)).toBe(modeHere(0o600));
});
