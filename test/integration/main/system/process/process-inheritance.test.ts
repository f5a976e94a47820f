import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleScript } from '../../../support/bundle.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

let folder: string;
let script: string;
beforeAll(async () => {
  folder = await temporaryFolder('inherited-');
  script = await bundleScript(join(import.meta.dirname, '../../../support/starter.ts'), folder);
});
afterAll(() => removeFolder(folder));

it.runIf(process.platform === 'linux')(
  'what a process has open, and would hand on, does not reach what it starts',
  async () => {
    const secret = await open(join(folder, 'secret'), 'w+');
    const child = spawn(process.execPath, [script], {
      // What is handed over like this is handed on as well, as Chromium's own files are.
      stdio: ['ignore', 'pipe', 'inherit', secret.fd, 'ignore', secret.fd, 'pipe'],
    });
    let told = '';
    child.stdout?.on('data', (text: Buffer) => (told += text.toString()));
    await once(child, 'close');
    await secret.close();
    const { before, after } = JSON.parse(told) as Record<'before' | 'after', string[]>;
    expect(before).toContain(join(folder, 'secret'));
    expect(new Set(after)).toEqual(new Set(['/dev/null']));
  },
);

it.runIf(process.platform === 'linux')('a program that is not there is told as ever', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [script, '/nowhere/browser']);
  expect(stdout).toBe('ENOENT');
});
