import { execFile } from 'node:child_process';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test as base } from 'vitest';
import { testOnLinux } from '../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const module = pathToFileURL(join(import.meta.dirname, '../../../tools/lib/system-packages.mjs')).href;

interface Machine {
  /** What a tool of this project says that needs these, as an ordinary user without a terminal. */
  readonly need: (call: string, environment?: Readonly<Record<string, string>>) => Promise<string>;
  /** From now on sudo does what it is asked for. */
  readonly freeSudo: () => Promise<void>;
  /** What it was asked for and did. */
  readonly sudo: () => Promise<string>;
}

const test = base.extend<{ machine: Machine }>({
  // oxlint-disable-next-line no-empty-pattern
  machine: async ({}, use) => {
    const folder = await temporaryFolder('tidegate-apt-');
    const called = join(folder, 'called');
    const free = join(folder, 'free');
    // A Debian with nothing on it, where everything could be installed.
    const commands = {
      'dpkg-query': 'exit 1',
      'apt-cache': `shift; for name; do printf '%s:\\n  Installed: (none)\\n  Candidate: 1\\n' "$name"; done`,
      'apt-get': 'exit 1',
      sudo: `[ -e ${free} ] && echo "$@" >> ${called}`,
    };
    for (const [name, script] of Object.entries(commands)) {
      await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`);
      await chmod(join(folder, name), 0o755);
    }
    await use({
      need: async (call, environment = {}) => {
        const script =
          `process.getuid = () => 1000; Object.defineProperty(process, 'platform', { value: 'linux' }); const { ensureSystemPackages } = await import('${module}');` +
          `await ensureSystemPackages(${call}).catch((error) => console.log(error.message));`;
        const { CI: _, ...env } = process.env;
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--input-type=module', '-e', script],
          { env: { ...env, ...environment, PATH: `${folder}:/usr/bin:/bin` } },
        );
        return stdout;
      },
      freeSudo: () => writeFile(free, ''),
      sudo: () => readFile(called, 'utf8').catch(() => ''),
    });
    await removeFolder(folder);
  },
});

const linuxTest = testOnLinux(test, { because: 'no other system has packages that a tool can ask for' });

linuxTest('whoever has to install something is told all of it, in one command', async ({ machine }) => {
  const said = await machine.need("['electron', 'screen'], ['windows']");
  const command = /^ {2}sudo apt-get install --no-install-recommends (.*)$/m.exec(said)?.[1]?.split(' ');
  expect(command).toEqual(expect.arrayContaining(['unzip', 'libnss3', 'xvfb', 'wine']));
});

linuxTest('what may be missing stops nobody', async ({ machine }) => {
  expect(await machine.need("[], ['windows']")).toBe('');
});

linuxTest('a continuous integration that may use sudo installs without a question', async ({ machine }) => {
  await machine.freeSudo();
  await machine.need("['unpacking']", { CI: 'true' });
  expect(await machine.sudo()).toMatch(/apt-get .*install .*unzip/);
});

linuxTest('one that may not is told what to install, as everybody', async ({ machine }) => {
  expect(await machine.need("['unpacking']", { CI: 'true' })).toContain('--no-install-recommends unzip');
});

linuxTest('nobody else is helped with sudo before they were asked', async ({ machine }) => {
  await machine.freeSudo();
  expect(await machine.need("['unpacking']")).toContain('--no-install-recommends unzip');
  expect(await machine.sudo()).toBe('');
});
