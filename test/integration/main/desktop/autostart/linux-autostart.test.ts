import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { setLinuxAutostart } from '../../../../../src/main/desktop/autostart/linux-autostart.ts';

const test = base.extend<{ path: string }>({
  // oxlint-disable-next-line no-empty-pattern
  path: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'tidegate-autostart-'));
    await use(join(folder, 'autostart', 'tidegate.desktop'));
    await rm(folder, { recursive: true, force: true });
  },
});
const executable = '/opt/Tidegate/tidegate';

test('the entry comes when it is wanted, and goes when it is not', async ({ path }) => {
  await setLinuxAutostart(path, executable, true);
  expect(await readFile(path, 'utf8')).toContain('Exec="/opt/Tidegate/tidegate"\n');
  await setLinuxAutostart(path, executable, false);
  await expect(stat(path)).rejects.toThrow('ENOENT');
  await setLinuxAutostart(path, executable, false);
});

test('an entry of an older place is written anew', async ({ path }) => {
  await setLinuxAutostart(path, '/home/a/Downloads/tidegate-0.0.9.AppImage', true);
  await setLinuxAutostart(path, executable, true);
  expect(await readFile(path, 'utf8')).toContain('Exec="/opt/Tidegate/tidegate"\n');
});

test('what the user wrote under that name is not taken away', async ({ path }) => {
  const own = '[Desktop Entry]\nType=Application\nName=Mine\nExec=sh -c "sleep 9; tidegate"\n';
  await setLinuxAutostart(path, executable, true);
  await writeFile(path, own);
  await setLinuxAutostart(path, executable, false);
  expect(await readFile(path, 'utf8')).toBe(own);
});

test('the desktop’s own check finds nothing wrong with it, where there is one', async ({ path }) => {
  await setLinuxAutostart(path, '/home/a b/100 % "Tidegate".AppImage', true);
  const checked = await promisify(execFile)('desktop-file-validate', [path]).catch((error: unknown) => error);
  if (checked instanceof Error && 'code' in checked && checked.code === 'ENOENT') return;
  expect(checked).toMatchObject({ stdout: '', stderr: '' });
});
