import { readdir, readFile, rm, stat, writeFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { JsonFile } from '../../../../../src/main/system/storage/json-file.ts';
import { modeHere } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await temporaryFolder('tidegate-storage-');
  path = join(folder, 'inner', 'numbers.json');
});
afterEach(() => removeFolder(folder));

const numbers = (version = 1) =>
  new JsonFile({
    record: 'notes',
    path,
    version,
    schema: z.array(z.number()),
    empty: [],
    upgrades: { 1: (old) => (old as number[]).map((n) => n * 2) },
  });

async function write(text: string): Promise<void> {
  await mkdir(join(folder, 'inner'), { recursive: true });
  await writeFile(path, text);
}

describe('a JSON file', () => {
  it('that is not there yet is empty, without a problem', async () => {
    expect(await numbers().read()).toEqual({ value: [] });
  });

  it('keeps what is written, for its owner only, and leaves nothing beside it', async () => {
    expect(await numbers().write([1, 2])).toEqual({ ok: true, value: undefined });
    expect(await numbers().read()).toEqual({ value: [1, 2] });
    expect((await stat(path)).mode & 0o777).toBe(modeHere(0o600));
    expect(await readdir(join(folder, 'inner'))).toEqual(['numbers.json']);
  });

  it('ends with the newest of many values asked for at once', async () => {
    const file = numbers();
    const results = await Promise.all(Array.from({ length: 50 }, (_, n) => file.write([n])));
    expect(results.every((result) => result.ok)).toBe(true);
    expect((await numbers().read()).value).toEqual([49]);
  });

  it.each([
    ['cut off', '{"version":1,"data":[1,'],
    ['empty', ''],
    ['of another shape', '{"version":1,"data":["one"]}'],
    ['not ours', '[1,2]'],
    ['of a version that cannot be', '{"version":-1,"data":[1]}'],
  ])('that is %s is set aside whole and reported', async (_name, text) => {
    await write(text);
    const { value, problem } = await numbers().read();
    expect(value).toEqual([]);
    expect(problem).toMatchObject({ kind: 'storage-corrupt', values: { record: 'notes' } });
    const aside = problem?.kind === 'storage-corrupt' ? problem.values.setAside : '';
    expect(await readFile(aside, 'utf8')).toBe(text);
    // And the next write works.
    expect(await numbers().write([3])).toMatchObject({ ok: true });
  });

  it('of an older version is brought up to date', async () => {
    await write('{"version":1,"data":[1,2]}');
    expect(await numbers(2).read()).toEqual({ value: [2, 4] });
  });

  it('of a newer version is reported and never overwritten', async () => {
    const text = '{"version":9,"data":{"future":true}}';
    await write(text);
    const file = numbers();
    expect((await file.read()).problem?.kind).toBe('storage-newer');
    expect(await file.write([1])).toMatchObject({ ok: false, error: { kind: 'storage-newer' } });
    expect(await readFile(path, 'utf8')).toBe(text);
  });

  it('that cannot be written is a problem that names it, and the old content stays', async () => {
    await numbers().write([1]);
    await rm(join(folder, 'inner'), { recursive: true });
    // A file where the folder should be: no one, not even root, can write below it.
    await writeFile(join(folder, 'inner'), 'in the way');
    const result = await numbers().write([2]);
    expect(result).toMatchObject({ ok: false, error: { kind: 'storage-unwritable', values: { path } } });
  });

  it('that is a folder is reported and left alone', async () => {
    await mkdir(path, { recursive: true });
    const file = numbers();
    expect((await file.read()).problem?.kind).toBe('storage-unreadable');
    expect(await file.write([1])).toMatchObject({ ok: false });
  });
});
