import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { closeBrowsers } from '../../src/main/browsers/running/close-browsers.ts';
import { closerOf } from '../../src/main/browsers/running/closer-of.ts';
import type { DataFolder } from '../../src/main/browsers/running/lock-holder.ts';
import { windowsCloser } from '../../src/main/browsers/running/windows-closer.ts';
import { aHolderOf } from './support/holder.ts';
import { processesHere } from './support/processes.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

/** Removed once the stand-ins are gone, because what is registered first is done last. */
async function aRoot(): Promise<string> {
  const root = await temporaryFolder('Kundenprofile Größe 山 ');
  onTestFinished(() => removeFolder(root));
  return root;
}

/** A data folder with a stand-in for its browser: it holds the lock, has a window, and was started as the browser is. */
async function aBrowser(
  root: string,
  brand: 'edge' | 'firefox',
  name: string,
  how: 'lock' | 'stubborn' = 'lock',
) {
  const folder: DataFolder = { brand, path: join(root, name) };
  await mkdir(folder.path);
  const file = join(folder.path, brand === 'firefox' ? 'parent.lock' : 'lockfile');
  const args = brand === 'firefox' ? ['--profile', folder.path] : [`--user-data-dir=${folder.path}`];
  return { folder, child: await aHolderOf(file, how, [...args, 'https://security.microsoft.com/?tid=x']) };
}

const close = (folders: readonly DataFolder[]) =>
  closeBrowsers({
    closer: windowsCloser(process.env, () => Promise.resolve(processesHere())),
    folders: () => Promise.resolve(folders),
  });
const runs = ({ exitCode, signalCode }: ChildProcess) => exitCode === null && signalCode === null;

describe('closing all customers’ browsers', () => {
  it('asks the windows of each, and of no other program', async () => {
    const root = await aRoot();
    const [edge, firefox, other] = await Promise.all([
      aBrowser(root, 'edge', 'edge'),
      aBrowser(root, 'firefox', 'f'),
      aBrowser(root, 'edge', 'edge-of-the-user'),
    ]);
    const gone = [edge, firefox].map(({ child }) => once(child, 'exit'));
    expect(await close([edge.folder, firefox.folder])).toMatchObject({ ok: true });
    // By itself, and not by force.
    expect(await Promise.all(gone)).toEqual([
      [0, null],
      [0, null],
    ]);
    expect(runs(other.child)).toBe(true);
  });

  it('ends nothing by force: a window that asks about unsaved work keeps its browser', async () => {
    const { child, folder } = await aBrowser(await aRoot(), 'edge', 'edge', 'stubborn');
    expect(await close([folder])).toMatchObject({ ok: true });
    expect(await close([folder])).toMatchObject({ ok: true });
    expect(runs(child)).toBe(true);
  });

  it('says where it cannot be known whom to ask', async () => {
    const folder: DataFolder = { brand: 'edge', path: join(await aRoot(), 'edge') };
    await mkdir(folder.path);
    const stranger = await aHolderOf(join(folder.path, 'lockfile'), 'lock');
    expect(await close([folder])).toMatchObject({ ok: false, error: { kind: 'browsers-not-closed' } });
    expect(runs(stranger)).toBe(true);
  });

  // The PowerShell of Wine tells of no process.
  it('says it where this Windows does not tell what runs', async () => {
    const { child, folder } = await aBrowser(await aRoot(), 'edge', 'edge');
    const closed = await closeBrowsers({
      closer: closerOf('win32', process.env),
      folders: () => Promise.resolve([folder]),
    });
    expect(closed).toMatchObject({ ok: false, error: { kind: 'browsers-not-closed' } });
    expect(runs(child)).toBe(true);
  });

  it('has nobody to ask where no browser runs', async () => {
    expect(await close([{ brand: 'edge', path: join(await aRoot(), 'nothing') }])).toMatchObject({
      ok: true,
    });
  });
});
