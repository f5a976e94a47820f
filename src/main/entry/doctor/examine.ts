import { accessSync, constants, existsSync } from 'node:fs';
import { release } from 'node:os';
import type { Problem } from '#shared/problems/problem.ts';
import { policiesAt } from '#shared/status/policy-effect.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Discovery } from '../../browsers/browser.ts';
import type { Directory } from '../../customers/store/directory.ts';
import type { Paths } from '../../state/paths.ts';
import { thisPlatform } from '../../system/process/this-platform.ts';
import type { RunningState } from '../channel/wire.ts';
import type { FileFound } from '../command-line/disk-copy.ts';
import type { Surroundings } from './surroundings.ts';
import type { Diagnosis } from './diagnosis.ts';
import { hideHome } from './hide-home.ts';

export interface ExamineOptions {
  readonly version: string;
  readonly paths: Paths;
  /** The home folder, told as `~`: its path holds the user's name. */
  readonly home: string;
  readonly settings: Settings;
  readonly directory: Pick<Directory, 'observations'>;
  readonly files: readonly FileFound[];
  readonly policyProblems: readonly Problem[];
  readonly discovery: Discovery;
  readonly browserProblem: Problem | undefined;
  readonly store: string | null;
  readonly running: RunningState | null;
  readonly surroundings: Surroundings;
  readonly now: Date;
}

/** Puts together what was found. It writes nothing. */
export function examine(options: ExamineOptions): Diagnosis {
  const { directory, discovery, files, home, paths, running, settings, store, version } = options;
  const hidden = (path: string): string => hideHome(path, home, thisPlatform);
  const { versions, platform, arch } = process;
  return {
    version,
    runtime: {
      electron: versions.electron,
      chromium: versions.chrome,
      node: versions.node,
    },
    system: `${platform} ${arch} ${release()}`,
    data: { folder: hidden(paths.root), writable: isWritable(paths.root) },
    files,
    policyProblems: options.policyProblems,
    browsers: discovery.browsers.map((browser) => ({
      id: browser.id,
      name: browser.name,
      version: browser.version ?? null,
      isDefault: browser.isDefault,
      policies: policiesAt(settings.isolation, browser.policies ?? []),
    })),
    refusedBrowsers: discovery.refused.map(({ name, path, reason }) => ({
      name,
      path: hidden(path),
      reason,
    })),
    browserProblem: options.browserProblem?.kind ?? null,
    surroundings: options.surroundings,
    at: options.now.toISOString(),
    signIns: {
      wanted: settings.clientId !== null,
      keep: settings.persistTokens,
      onDisk: existsSync(paths.tokens),
      store,
    },
    running,
    lastSync: directory
      .observations()
      .filter(({ source }) => source !== 'list')
      .map(({ at, customers, source }) => ({ source, at, customers: customers.length })),
  };
}

/** A folder that is not there yet can be made as long as its data can: what counts is one that is there. */
function isWritable(folder: string): boolean {
  if (!existsSync(folder)) return true;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
