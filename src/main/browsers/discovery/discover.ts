import type { Discovery, Platform } from '../browser.ts';
import { planLinux } from './plan-linux.ts';
import { planMacos } from './plan-macos.ts';
import { planWindows } from './plan-windows.ts';
import { readLinuxListing } from './read-linux.ts';
import { readMacosListing } from './read-macos.ts';
import { readWindowsListing } from './read-windows.ts';

export interface Machine {
  readonly platform: Platform;
  /** The user's home folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const discoverers: Readonly<Record<Platform, (machine: Machine) => Promise<Discovery>>> = {
  linux: async (machine) => planLinux(await readLinuxListing(machine)),
  win32: async ({ environment }) => planWindows(await readWindowsListing(environment)),
  darwin: async ({ home }) => planMacos(await readMacosListing(home)),
};

/** Looks which browsers are here. Takes tens of milliseconds; nothing found is an empty list. */
export function discoverBrowsers(machine: Machine): Promise<Discovery> {
  return discoverers[machine.platform](machine);
}
