import { spawnSync } from 'node:child_process';
import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aHolder } from '../../../support/holder.ts';
import {
  makeTemporaryFolder,
  removeTemporaryFolder,
} from '../../../../../src/main/entry/command-line/temporary-folder.ts';
import { isWindows } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

it('what ended command lines left goes with the next one; what others use or put there stays', async () => {
  const parent = await temporaryFolder('tidegate temporary ');
  onTestFinished(() => removeFolder(parent));
  const { pid: alive } = await aHolder();
  const { pid: dead } = spawnSync(process.execPath, ['--eval', '']);
  await mkdir(join(parent, `tidegate-cli-${dead}-AbCdEf`, 'electron'), { recursive: true });
  await mkdir(join(parent, `tidegate-cli-${alive}-AbCdEf`));
  await mkdir(join(parent, 'somebody-else'));
  await writeFile(join(parent, 'precious'), 'x');
  // An ordinary user of Windows may make no symbolic link.
  const link = isWindows ? [] : [`tidegate-cli-${dead}-GhIjKl`];
  for (const name of link) await symlink(join(parent, 'somebody-else'), join(parent, name));

  const own = makeTemporaryFolder(parent);
  expect((await readdir(parent)).sort()).toEqual(
    [basename(own), `tidegate-cli-${alive}-AbCdEf`, ...link, 'precious', 'somebody-else'].sort(),
  );
  removeTemporaryFolder(own);
  removeTemporaryFolder(own);
  expect(await readdir(parent)).not.toContain(basename(own));
});
