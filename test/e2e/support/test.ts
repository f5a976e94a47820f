import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { prepareDesktop, type Desktop } from '../../world/desktop.ts';
import { readStarts, type BrowserStart } from '../../world/browser.ts';
import { replaceFirefox } from '../../world/default-browser.ts';
import { writeFirefoxWrapper } from '../../world/firefox.ts';
import { endAllIn } from '../../world/processes.ts';
import { openTunnel } from '../../world/tunnel.ts';
import { startWorld, type World, type WorldOptions } from '../../world/world.ts';
import { startTidegate, type Application } from './application.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

interface Fixtures {
  /** What the local Microsoft has; a test file sets it with `test.use`. */
  readonly worldOptions: WorldOptions;
  /** More of Electron's own switches; a test file sets them with `test.use`. */
  readonly switches: readonly string[];
  /** More of the browsers' own switches; a test file sets them with `test.use`. */
  readonly browserSwitches: readonly string[];
  readonly world: World;
  /** A fresh home with nothing of Tidegate in it. */
  readonly desktop: Desktop;
  /** Makes the Firefox of the desktop one that finds the world, and records its starts. Name it before `start`. */
  readonly firefox: { readonly starts: () => Promise<readonly BrowserStart[]> };
  /** Starts Tidegate on the desktop; whatever it and its browsers leave running is ended after the test. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<Application>;
}

export const test = base.extend<Fixtures>({
  worldOptions: [{}, { option: true }],
  switches: [[], { option: true }],
  browserSwitches: [[], { option: true }],
  world: async ({ worldOptions }, use) => {
    const world = await startWorld(worldOptions);
    await use(world);
    await world.stop();
  },
  desktop: async ({ browserSwitches, world }, use) => {
    const home = await temporaryFolder('tg-');
    const desktop = await prepareDesktop({ home, world, switches: browserSwitches });
    await use(desktop);
    await desktop.endOwnBrowser();
    await endAllIn(home);
    await removeFolder(home);
  },
  firefox: async ({ desktop, world }, use) => {
    const home = desktop.env['HOME'] ?? '';
    const tunnel = await openTunnel(world.port);
    const path = join(home, 'bin', 'firefox-esr');
    const starts = join(home, 'starts', 'firefox');
    await writeFirefoxWrapper({
      path,
      caCertificate: world.caCertificate,
      tunnelPort: tunnel.port,
      folder: join(home, 'firefox-parts'),
      starts,
    });
    await replaceFirefox(home, path);
    await use({ starts: () => readStarts(starts) });
    await tunnel.close();
  },
  start: async ({ desktop, switches }, use) => {
    const started: Application[] = [];
    await use(async (environment) => {
      const application = await startTidegate(
        { ...desktop, electronArgs: [...desktop.electronArgs, ...switches] },
        environment,
      );
      started.push(application);
      await application.started();
      return application;
    });
    for (const application of started) {
      await application.quit();
      await application.endBrowsers();
    }
  },
});

export { expect } from '@playwright/test';
