import type { Platform } from '#shared/platform.ts';
import type { Browser, Discovery } from '../browser.ts';
import { isDoubtful, planByHand } from './by-hand.ts';
import type { Machine } from './machine.ts';
import { planLinux } from './plan-linux.ts';
import { planMacos } from './plan-macos.ts';
import { planWindows } from './plan-windows.ts';
import { readByHand, type HandFiles } from './read-by-hand.ts';
import { scanLinux } from './read-linux.ts';
import { scanMacos } from './read-macos.ts';
import { withOwnProfiles } from './read-own-profiles.ts';
import { withPolicies } from './read-policies.ts';
import { withVersion, type VersionFiles } from './read-version.ts';
import { scanWindows } from './read-windows.ts';

const discoverers: Readonly<Record<Platform, (machine: Machine) => Promise<Discovery>>> = {
  linux: async (machine) => planLinux(await scanLinux(machine)),
  win32: async ({ environment }) => planWindows(await scanWindows(environment)),
  darwin: async ({ home }) => planMacos(await scanMacos(home)),
};

/**
 * Looks which browsers are here, and what is known of each. `byHand`: a path that the user gave, or null; what is found
 * there comes last, because only a choice makes it the right one. Takes tens of milliseconds; nothing is started but the
 * system's own tools, and once what lies at that path if nothing else tells what it is.
 */
export async function discoverBrowsers(
  machine: Machine,
  files: HandFiles,
  byHand: string | null = null,
): Promise<Discovery> {
  const { browsers, refused } = await discoverers[machine.platform](machine);
  const scan = byHand === null ? undefined : await readByHand(byHand, machine.platform, files);
  const given = scan && planByHand(scan, machine.platform);
  const all = given ? [...browsers, given] : browsers;
  return {
    browsers: await Promise.all(
      all.map((browser) => describe(browser, machine, browser === given ? scan?.versionFiles : undefined)),
    ),
    refused,
    ...(byHand !== null && given === undefined && { unusablePath: byHand }),
    ...(scan?.usable && isDoubtful(scan) && { doubtfulPath: scan.path }),
  };
}

async function describe(
  browser: Browser,
  machine: Machine,
  versionFiles: VersionFiles | undefined,
): Promise<Browser> {
  return withPolicies(await withOwnProfiles(await withVersion(browser, versionFiles), machine), machine);
}
