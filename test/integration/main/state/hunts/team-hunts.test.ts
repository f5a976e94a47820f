import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPlace, type Reading } from '../../../../../src/main/customers/shared-list/read-place.ts';
import { Files } from '../../../../../src/main/system/files/files.ts';
import { teamHuntsFile } from '../../../../../src/main/state/hunts/team-hunts-store.ts';
import { TeamHunts, type TeamHuntsStatus } from '../../../../../src/main/state/hunts/team-hunts.ts';
import type { Problem } from '#shared/problems/problem.ts';
import { ok, type Result } from '#shared/problems/result.ts';
import { readerHere } from '../../../support/readers.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const odd = { name: 'Odd logins', query: 'SigninLogs' };
const usb = { name: 'USB', query: 'DeviceEvents' };

let folder: string;
let place: string | null;
let hunts: TeamHunts;
let told: TeamHuntsStatus[];
/** Reads a place. */
let read: (
  place: string,
  known: string | undefined,
  signal: AbortSignal,
) => Promise<Result<Reading, Problem>>;

const files = new Files(readerHere);

const fromDisk: typeof read = (from, known, signal) =>
  readPlace(
    from,
    known,
    {
      files,
      clientFor: () => {
        throw new Error('these are files');
      },
    },
    signal,
  );

/** A new process, as far as anything can tell. */
async function open(): Promise<Problem | undefined> {
  hunts = new TeamHunts({
    place: () => place,
    file: teamHuntsFile(join(folder, 'team-hunts.json')),
    read: (...asked) => read(...asked),
  });
  told = [];
  hunts.onChange((status) => told.push(status));
  return hunts.load();
}

const write = (value: unknown, name = 'hunts.json') => writeFile(join(folder, name), JSON.stringify(value));
const names = () => hunts.status.hunts.map(({ name }) => name);

beforeEach(async () => {
  folder = await temporaryFolder('hunts-');
  place = join(folder, 'hunts.json');
  read = fromDisk;
  await open();
});
afterEach(async () => {
  hunts.stop();
  await hunts.flush();
  await removeFolder(folder);
});

test('is read when a sync begins, and is there again after a restart without its file', async () => {
  await write([odd, { name: 'Open', query: "' {name}" }]);
  await hunts.followSync(true);
  const leftOut = { kind: 'team-hunts-left-out', values: { count: '1', name: 'Open' } };
  expect(hunts.status).toEqual({ hunts: [odd], problem: leftOut });
  expect(told.at(-1)).toEqual(hunts.status);
  await rm(join(folder, 'hunts.json'));
  await hunts.flush();
  await open();
  expect(hunts.status).toEqual({ hunts: [odd], problem: leftOut });
});

test('is read once a sync, and again at the next', async () => {
  await write([odd]);
  await hunts.followSync(true);
  await write([odd, usb]);
  await hunts.followSync(true);
  expect(names()).toEqual(['Odd logins']);
  await hunts.followSync(false);
  await hunts.followSync(true);
  expect(names()).toEqual(['Odd logins', 'USB']);
});

test('one that has gone or is broken leaves what was last read, and says so', async () => {
  await write([odd]);
  await hunts.read();
  await writeFile(join(folder, 'hunts.json'), '<html>Sign in to the proxy</html>');
  await hunts.read();
  expect(hunts.status).toMatchObject({ hunts: [odd], problem: { kind: 'list-web-page' } });
  await writeFile(join(folder, 'hunts.json'), '[{"name": ');
  await hunts.read();
  expect(hunts.status).toMatchObject({ hunts: [odd], problem: { kind: 'team-hunts-unreadable' } });
  await rm(join(folder, 'hunts.json'));
  await hunts.read();
  expect(hunts.status).toMatchObject({ hunts: [odd], problem: { kind: 'team-hunts-gone' } });
  await write([usb]);
  await hunts.read();
  expect(hunts.status).toEqual({ hunts: [usb], problem: null });
});

test('another place takes the hunts of the one before along, and none takes all', async () => {
  await write([odd]);
  await write([usb], 'other.json');
  await hunts.read();
  place = join(folder, 'other.json');
  const followed = hunts.follow(place);
  expect(names()).toEqual([]);
  await followed;
  expect(names()).toEqual(['USB']);
  place = null;
  await hunts.follow(null);
  expect(hunts.status).toEqual({ hunts: [], problem: null });
});

test('what a place before answers late is not taken', async () => {
  let answer: (reading: Result<Reading, Problem>) => void = () => undefined;
  read = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const reading = hunts.read();
  read = fromDisk;
  await write([usb], 'other.json');
  place = join(folder, 'other.json');
  await hunts.follow(place);
  answer(ok({ bytes: Buffer.from(JSON.stringify([odd])), version: undefined }));
  await reading;
  expect(names()).toEqual(['USB']);
});

test('a record that somebody has changed is set aside', async () => {
  const hostile = { version: 1, data: { place, hunts: [{ name: 'a', query: "' {name}" }] } };
  await writeFile(join(folder, 'team-hunts.json'), JSON.stringify(hostile));
  expect(await open()).toMatchObject({ values: { record: 'team-hunts' } });
  expect(names()).toEqual([]);
  expect((await readdir(folder)).filter((name) => name.startsWith('team-hunts'))).toHaveLength(1);
});
