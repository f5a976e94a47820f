import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { prepareDesktop, type Desktop } from '../../world/desktop.ts';
import { endAllIn } from '../../world/processes.ts';
import { startWorld, type World, type WorldOptions } from '../../world/world.ts';
import { startTidegate, type Application } from './application.ts';

interface Fixtures {
  /** What the local Microsoft has; a test file sets it with `test.use`. */
  readonly worldOptions: WorldOptions;
  readonly world: World;
  /** A fresh home with nothing of Tidegate in it. */
  readonly desktop: Desktop;
  /** Starts Tidegate on the desktop; whatever it and its browsers leave running is ended after the test. */
  readonly start: (environment?: Readonly<Record<string, string>>) => Promise<Application>;
}

export const test = base.extend<Fixtures>({
  worldOptions: [{}, { option: true }],
  world: async ({ worldOptions }, use) => {
    const world = await startWorld(worldOptions);
    await use(world);
    await world.stop();
  },
  desktop: async ({ world }, use) => {
    const home = await mkdtemp(join(tmpdir(), 'tg-'));
    const desktop = await prepareDesktop({ home, world });
    await use(desktop);
    await desktop.endOwnBrowser();
    await endAllIn(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
  start: async ({ desktop }, use) => {
    const started: Application[] = [];
    await use(async (environment) => {
      const application = await startTidegate(desktop, environment);
      started.push(application);
      await application.started();
      return application;
    });
    for (const application of started) {
      await application.quit();
      await application.endBrowser();
    }
  },
});

export { expect } from '@playwright/test';
