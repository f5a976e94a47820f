import { listProcesses } from '../../system/process/windows-processes.ts';
import type { Environment } from '../../system/process/start-environment.ts';
import type { Platform } from '#shared/platform.ts';
import type { Closer } from './close-browsers.ts';
import { linuxCloser } from './linux-closer.ts';
import { windowsCloser } from './windows-closer.ts';

const closers: Readonly<Record<Platform, ((environment: Environment) => Closer) | undefined>> = {
  linux: () => linuxCloser,
  win32: (environment) => windowsCloser(environment, () => listProcesses(environment)),
  darwin: undefined,
};

/** What closes browsers on a system; nothing where that is not offered. */
export function closerOf(platform: Platform, environment: Environment): Closer | undefined {
  return closers[platform]?.(environment);
}
