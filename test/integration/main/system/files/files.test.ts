import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Files, type StartReader } from '../../../../../src/main/system/files/files.ts';
import { isAlive } from '../../../../../src/main/system/process/is-alive.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { bundleScript } from '../../../support/bundle.ts';
import { forkedReaders } from '../../../support/readers.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ because: 'an ordinary user of Windows may make no symbolic link' });

const most = 1024 * 1024;
let folder: string;
let start: StartReader;
let started: ChildProcess[];

beforeAll(async () => {
  folder = await temporaryFolder('files-');
  await writeFile(path('there.csv'), 'x');
  const script = await bundleScript(join(import.meta.dirname, '../../../support/reader-script.ts'), folder);
  start = forkedReaders(script, (child) => started.push(child));
});
afterAll(() => removeFolder(folder));
beforeEach(() => {
  started = [];
});

const path = (name: string): string => join(folder, name);
const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null ? once(child, 'exit') : Promise.resolve();

describe('a file that the user named', () => {
  it('is read whole, and not again while it is the known version', async () => {
    const files = new Files(start);
    await writeFile(path('list.csv'), 'Contoso\n');
    const read = await files.read(path('list.csv'), { mostBytes: most });
    if (!read.ok || read.value === 'unchanged') throw new Error('it was read');
    expect(Buffer.from(read.value.bytes).toString()).toBe('Contoso\n');
    const known = read.value.version;
    expect(await files.read(path('list.csv'), { mostBytes: most, known })).toEqual(ok('unchanged'));
    await utimes(path('list.csv'), 1, 1);
    expect(await files.read(path('list.csv'), { mostBytes: most, known })).toMatchObject({ ok: true });
    await Promise.all(started.map(ended));
    expect(started.map(({ pid }) => isAlive(pid ?? 0))).toEqual([false, false, false]);
  });

  unixIt('that a link names is read; one that is not there, or out of reach, is told', async () => {
    const files = new Files(start);
    await symlink(path('there.csv'), path('link.csv'));
    expect(await files.read(path('link.csv'), { mostBytes: most })).toMatchObject({ ok: true });
    expect(await files.read(path('nowhere.csv'), { mostBytes: most })).toMatchObject({
      error: { kind: 'list-unreadable', values: { reason: expect.stringContaining('ENOENT') as string } },
    });
  });

  it('is refused when it is too big, also when it does not say so', async () => {
    const files = new Files(start);
    const tooBig = err(problem('list-too-big', { megabytes: '1' }));
    await writeFile(path('big.csv'), Buffer.alloc(most + 1));
    expect(await files.read(path('big.csv'), { mostBytes: most })).toEqual(tooBig);
    await writeFile(path('fits.csv'), Buffer.alloc(most));
    expect(await files.read(path('fits.csv'), { mostBytes: most })).toMatchObject({ ok: true });
    // The kernel's files are regular, and have no size.
    if (process.platform !== 'linux') return;
    const small = err(problem('list-too-big', { megabytes: String(16 / 1024 / 1024) }));
    expect(await files.read('/proc/self/maps', { mostBytes: 16 })).toEqual(small);
  });

  it.runIf(process.platform === 'linux').each([
    ['fileKind.pipe', () => execFileSync('mkfifo', [path('pipe')]), 'pipe'],
    ['fileKind.folder', () => mkdir(path('folder')), 'folder'],
    ['fileKind.device', () => symlink('/dev/zero', path('zero')), 'zero'],
    ['fileKind.socket', () => once(createServer().listen(path('socket')).unref(), 'listening'), 'socket'],
  ])('is refused by name when it is %s', async (what, make, name) => {
    await make();
    const files = new Files(start);
    const refused = err(problem('not-a-file', { file: path(name), what }));
    expect(await files.read(path(name), { mostBytes: most })).toEqual(refused);
    expect(await files.write(path(name), Buffer.from('x'))).toEqual(refused);
  });

  unixIt(
    'is written in the place of what it held, also through a link; nothing else is touched',
    async () => {
      const files = new Files(start);
      await writeFile(path('export.csv'), 'much that was there before');
      await chmod(path('export.csv'), 0o640);
      await symlink(path('export.csv'), path('export-link.csv'));
      expect(await files.write(path('export-link.csv'), Buffer.from('new'))).toEqual(ok(undefined));
      expect(await readFile(path('export.csv'), 'utf8')).toBe('new');
      expect((await stat(path('export.csv'))).mode & 0o777).toBe(0o640);
      expect(await files.write(path('no/folder.csv'), Buffer.from('x'))).toMatchObject({
        error: { kind: 'export-unwritable' },
      });
    },
  );
});

describe.runIf(process.platform === 'linux')('a place that hangs', () => {
  /** Readers that stand still as soon as they are started, as one does that asks a share that is gone. */
  const hanging: StartReader = (task, hear) => {
    const reader = start(task, hear);
    started.at(-1)?.kill('SIGSTOP');
    return reader;
  };
  const reading = { mostBytes: most };

  it('is given up after its time, and its process is ended', async () => {
    const files = new Files(hanging, 50);
    expect(await files.read(path('share.csv'), reading)).toMatchObject({ error: { kind: 'file-hangs' } });
    await Promise.all(started.map(ended));
    expect(started.map(({ pid }) => isAlive(pid ?? 0))).toEqual([false]);
  });

  it('is given up as often as it is cancelled, and leaves nothing behind', async () => {
    const files = new Files(hanging);
    for (let count = 1; count <= 12; count += 1) {
      const cancel = new AbortController();
      const read = files.read(path('share.csv'), { ...reading, signal: cancel.signal });
      await expect.poll(() => started.length).toBe(count);
      cancel.abort();
      expect(await read).toEqual(err(problem('cancelled', {})));
    }
    await Promise.all(started.map(ended));
    expect(started.filter(({ pid }) => isAlive(pid ?? 0))).toEqual([]);
    // This process reaches the disk as before.
    await expect(readFile(path('there.csv'), 'utf8')).resolves.toBe('x');
  });

  it('is not asked a second time while the first hangs, also where no kill ends that', async () => {
    let release = (): void => {};
    let starts = 0;
    const stuck: StartReader = () => {
      starts += 1;
      return { ended: new Promise((resolve) => (release = resolve)), kill: () => undefined };
    };
    const files = new Files(
      (task, hear) => (task.file === path('share.csv') ? stuck : start)(task, hear),
      50,
    );
    for (let count = 0; count < 3; count += 1)
      expect(await files.read(path('share.csv'), reading)).toMatchObject({ error: { kind: 'file-hangs' } });
    expect(starts).toBe(1);
    const patient = new Files(start);
    expect(await patient.read(path('there.csv'), reading)).toMatchObject({ ok: true });
    release();
    await files.read(path('share.csv'), reading);
    expect(starts).toBe(2);
    release();
  });

  it('holds up no other', async () => {
    const files = new Files((task, hear) => (task.file === path('share.csv') ? hanging : start)(task, hear));
    const read = files.read(path('share.csv'), reading);
    await expect.poll(() => started.length).toBe(1);
    expect(await files.read(path('there.csv'), reading)).toMatchObject({ ok: true });
    files.close();
    expect(await read).toMatchObject({ ok: false });
  });
});

it('a file that is watched is told when it changes, until nobody wants to know', async () => {
  const files = new Files((task, hear) =>
    start(task.do === 'watch' ? { ...task, everyMilliseconds: 20 } : task, hear),
  );
  let changes = 0;
  const stop = files.watch(path('watched.csv'), () => (changes += 1));
  // Its process has to have looked once before it can see a change.
  await expect
    .poll(async () => {
      await writeFile(path('watched.csv'), `${Math.random()}`);
      return changes;
    })
    .toBeGreaterThan(0);
  stop();
  await Promise.all(started.map(ended));
  expect(started.map(({ pid }) => isAlive(pid ?? 0))).toEqual([false]);
});
