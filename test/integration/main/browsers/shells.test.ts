import { Files } from '../../../../src/main/system/files/files.ts';
import { readerHere } from '../../support/readers.ts';
import { chmod, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { readByHand } from '../../../../src/main/browsers/discovery/read-by-hand.ts';
import { ProcessLauncher } from '../../../../src/main/browsers/launch/process-launcher.ts';
import { planLaunch } from '../../../../src/main/browsers/launch/plan-launch.ts';
import { ok } from '#shared/problems/result.ts';
import { aRequest } from '../../../unit/main/browsers/plans.ts';
import { itOnUnix } from '../../../support/systems.ts';
import { thisPlatform } from '../../../../src/main/system/process/this-platform.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'launch' });

let folder: string;
beforeEach(async () => (folder = await temporaryFolder('tidegate-shells-')));
afterEach(() => removeFolder(folder));

const chromium = {
  id: 'chromium',
  brand: 'chromium',
  channel: 'stable',
  name: 'Chromium',
  executable: '/nowhere/chromium',
  confinement: { kind: 'none' },
  isDefault: false,
} as const;

const launcher = () =>
  new ProcessLauncher({
    environment: process.env,
    platform: thisPlatform,
    records: { get: () => undefined, put: () => Promise.resolve(ok(undefined)) },
    looks: { apply: () => Promise.resolve() },
    now: () => new Date(),
  });

/** What the user's own command, run for a hostile name and link, comes to. */
async function run(customCommand: string, url: string, name: string) {
  const plan = planLaunch(chromium, aRequest({ level: 'custom', customCommand, url, name }), {
    platform: 'linux',
    home: folder,
    dataRoot: folder,
    salt: 'salt',
    hosts: () => ['security.microsoft.com'],
  });
  return plan.ok ? launcher().launch(plan.value) : plan;
}

describe('a command of the user’s own', () => {
  unixIt('gives the program each value as one argument, and no sign of a shell in the address', async () => {
    const program = join(folder, 'opener');
    const written = join(folder, 'argv');
    await writeFile(
      program,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${written}.part'; mv '${written}.part' '${written}'\n`,
    );
    await chmod(program, 0o700);
    const hostile = `$(touch ${folder}/ran);\`touch ${folder}/ran\`|touch ${folder}/ran`;
    const url = `https://security.microsoft.com/x?q=a;$(id)|b&tid=1#(c)!d`;
    const started = await run(`${program} --n={name} --open={url} {tenantId}`, url, hostile);
    if (!started.ok) throw new Error(started.error.kind);
    await started.value.settled;
    const [name, open, tenantId, ...more] = (await readFile(written, 'utf8')).split('\n');
    expect(name).toMatch(/^--n=/);
    expect(open).toBe('--open=https://security.microsoft.com/x?q=a%3B%24%28id%29%7Cb&tid=1#%28c%29%21d');
    expect(tenantId).toMatch(/^[0-9a-f-]{36}$/);
    expect(more).toEqual(['']);
    await expect(readFile(join(folder, 'ran'))).rejects.toThrow('ENOENT');
  });

  unixIt(
    'starts no shell, whatever the link to it is called, and however many links lead there',
    async () => {
      const first = join(folder, 'first');
      const opener = join(folder, 'opener');
      await symlink('/bin/sh', first);
      await symlink(first, opener);
      const written = join(folder, 'ran');
      const outcome = await run(
        `${opener} -c "touch ${written}" {url}`,
        'https://security.microsoft.com/',
        'x',
      );
      expect(outcome).toEqual({ ok: false, error: { kind: 'shell-refused', values: { program: opener } } });
      await expect(readFile(written)).rejects.toThrow('ENOENT');
    },
  );
});

describe('a browser given by its path', () => {
  unixIt('that is a shell, or a link to one, is none and is not asked for its version', async () => {
    const written = join(folder, 'asked');
    const shell = join(folder, 'bash');
    await writeFile(shell, `#!/bin/sh\ntouch '${written}'\n`);
    await chmod(shell, 0o700);
    const browser = join(folder, 'browser');
    await symlink(shell, browser);
    for (const path of [shell, browser, '/bin/sh'])
      expect(await readByHand(path, 'linux', new Files(readerHere))).toMatchObject({ path, usable: false });
    await expect(readFile(written)).rejects.toThrow('ENOENT');
  });
});
