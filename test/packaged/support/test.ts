import { test as base } from 'vitest';
import { prepareDesktop, type Desktop } from '../../world/desktop.ts';
import { endAllIn } from '../../world/processes.ts';
import { startTrayHost, type TrayHost } from '../../world/tray-host.ts';
import { startWorld, type World } from '../../world/world.ts';
import { Packaged, type StartOptions } from './packaged.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

interface Fixtures {
  readonly world: World;
  readonly host: TrayHost;
  /** What stands behind the browsers of the desktop; a test file sets it with `test.override`. */
  readonly chromium: string;
  /** A fresh home with nothing of Tidegate in it. */
  readonly desktop: Desktop;
  /** Starts the package on the desktop; it and whatever it leaves running is ended after the test. */
  readonly start: (options?: StartOptions) => Packaged;
}

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  world: async ({}, use) => {
    const world = await startWorld();
    await use(world);
    await world.stop();
  },
  // oxlint-disable-next-line no-empty-pattern
  host: async ({}, use) => {
    const host = await startTrayHost();
    await use(host);
    await host.stop();
  },
  chromium: '/usr/bin/chromium',
  desktop: async ({ world, chromium }, use) => {
    const home = await temporaryFolder('tg-');
    await use(await prepareDesktop({ home, world, chromium }));
    await endAllIn(home);
    await removeFolder(home);
  },
  start: async ({ desktop, host }, use) => {
    const started: Packaged[] = [];
    await use((options) => {
      const application = new Packaged(desktop, host, options);
      started.push(application);
      return application;
    });
    for (const application of started.filter((each) => each.isRunning())) await application.kill();
  },
});

export { expect } from 'vitest';
