import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSalt } from '../../../../../src/main/browsers/profiles/salt.ts';
import { browsersFolder } from '../stub-browser.ts';
import { isWindows, modeHere } from '../../../../support/systems.ts';

describe('the secret that folder ids are made with', () => {
  it('is made once, kept for this user only, and is another one elsewhere', async () => {
    const folder = await browsersFolder();
    const first = await readSalt(join(folder, 'salt.json'));
    expect(first).toEqual({ salt: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(await readSalt(join(folder, 'salt.json'))).toEqual(first);
    expect((await stat(join(folder, 'salt.json'))).mode & 0o777).toBe(modeHere(0o600));
    expect((await readSalt(join(folder, 'other.json'))).salt).not.toBe(first.salt);
  });

  it('says so when its file was damaged, and keeps the damaged one', async () => {
    const folder = await browsersFolder();
    const path = join(folder, 'salt.json');
    await writeFile(path, '{"version":1,"data":"short"}');
    const reading = await readSalt(path);
    expect(reading.problem?.kind).toBe('storage-corrupt');
    expect(await readdir(folder)).toHaveLength(2);
    expect(await readSalt(path)).toEqual({ salt: reading.salt });
  });

  it('is not made up where it cannot be kept: the next start would have another one', async () => {
    const folder = await browsersFolder();
    await writeFile(join(folder, 'file'), '');
    const reading = await readSalt(join(folder, 'file', 'salt.json'));
    expect(reading.salt).toBeUndefined();
    expect(reading.problem?.kind).toBe(isWindows ? 'storage-unwritable' : 'storage-unreadable');
  });
});
