import { execFile } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { generateAppRunScript } from 'app-builder-lib/out/targets/appimage/appImageUtil.js';
import { vi } from 'vitest';
import { keyboard } from '../e2e/support/keyboard.ts';
import type { Desktop } from '../world/desktop.ts';
import { showFinder, waitForWindow } from './support/finder.ts';
import { packageFolder } from './support/package.ts';
import { dataFolder, type Packaged, type StartOptions } from './support/packaged.ts';
import { expect, test as base } from './support/test.ts';
import { writeUserFiles } from './support/user.ts';

const run = promisify(execFile);
const patience = { timeout: 15_000, interval: 20 };

// The tool that makes an AppImage is not in the registry, so this is what one holds: the package, and beside it the
// starter that the packager writes. `starter` is its path.
const test = base.extend({ chromium: '/bin/true' }).extend<{ starter: string }>({
  // oxlint-disable-next-line no-empty-pattern
  starter: async ({}, use) => {
    const folder = join(dirname(packageFolder), 'mounted');
    await rm(folder, { recursive: true, force: true });
    await run('cp', ['-al', packageFolder, folder]);
    const starter = join(folder, 'AppRun');
    const names = { ExecutableName: 'tidegate', ProductName: 'Tidegate', ProductFilename: 'Tidegate' };
    const files = { DesktopFileName: 'tidegate.desktop', ResourceName: 'appimagekit-tidegate' };
    await writeFile(starter, generateAppRunScript({ ...names, ...files }));
    await chmod(starter, 0o755);
    await use(starter);
    await rm(folder, { recursive: true, force: true });
  },
});

test('a browser gets the environment that Tidegate was started with, in an AppImage as well', async ({
  desktop,
  start,
  starter,
  world,
}) => {
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  await writeUserFiles(dataFolder(desktop), [customer]);
  const own = { LD_LIBRARY_PATH: '/opt/own/lib', XDG_DATA_DIRS: '/opt/own/share:/usr/share/' };
  const mounted = {
    APPDIR: dirname(starter),
    APPIMAGE: '/opt/Tidegate.AppImage',
    ARGV0: './Tidegate.AppImage',
    OWD: '/opt',
  };
  for (const environment of [{}, own]) {
    const plain = await environmentOfBrowser(desktop, start, { environment });
    const inside = await environmentOfBrowser(desktop, start, {
      executable: starter,
      environment: { ...environment, ...mounted },
    });
    expect(inside).toEqual(plain);
    // The very environment that Tidegate was started with.
    const ownOfElectronAndNode = /^(?:ELECTRON|NODE)_/;
    const given = Object.entries({ ...desktop.env, ...environment });
    expect(plain).toEqual(Object.fromEntries(given.filter(([name]) => !ownOfElectronAndNode.test(name))));
  }

  /** What the browser is given, but for what the shell of the starter sets for itself. */
  async function environmentOfBrowser(
    desktop: Desktop,
    start: (options?: StartOptions) => Packaged,
    options: StartOptions,
  ) {
    const before = (await desktop.chromiumStarts()).length;
    const application = start(options);
    await application.started();
    await showFinder();
    await keyboard.type(customer?.name.toLowerCase() ?? '');
    await keyboard.press('Return');
    const opened = await vi.waitFor(async () => {
      const opening = (await desktop.chromiumStarts())[before];
      if (opening === undefined) throw new Error('No browser was started.');
      return opening;
    }, patience);
    await application.kill();
    const { PWD: _folder, SHLVL: _level, _: _program, OLDPWD: _before, ...env } = opened.env;
    return env;
  }
});

test('where the system forbids the sandbox, the starter’s --no-sandbox is refused and explained', async ({
  desktop,
  start,
  starter,
}) => {
  const bin = join(desktop.env['HOME'] ?? '', 'bin');
  await writeFile(join(bin, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  const application = start({ executable: starter });
  await waitForWindow('Error');
  await keyboard.press('Return');
  expect(await application.ended).toBe(2);
  expect(application.printed).toContain('the AppImage did');
});
