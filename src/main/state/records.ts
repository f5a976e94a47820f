import type { Platform } from '#shared/platform.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { ProfileRecords } from '../browsers/profiles/profile-records.ts';
import { readSalt, type Salt } from '../browsers/profiles/salt.ts';
import { AnnotationStore } from '../customers/annotations/annotation-store.ts';
import { Directory } from '../customers/store/directory.ts';
import { ObservationStore } from '../customers/store/observations.ts';
import { Journal } from './journal/journal.ts';
import type { Paths } from './paths.ts';
import { openSettingsFile } from './settings/electron-settings-file.ts';
import { readPolicy } from './settings/policy.ts';
import { SettingsService } from './settings/settings-service.ts';
import { UsageStore } from './usage/usage-store.ts';

/** Everything that outlives the application, read from disk but for the list, which takes its time. */
export interface Records {
  readonly settings: SettingsService;
  /** The customer list, which has still to be read. */
  readonly directory: Directory;
  readonly usage: UsageStore;
  readonly journal: Journal;
  readonly profiles: ProfileRecords;
  /** See browsers/profiles/salt. */
  readonly salt: Result<string, Problem>;
  /** What could not be read and was set aside or left alone. */
  readonly problems: readonly Problem[];
}

/** The list as it is on disk; not read yet. */
export function directoryIn(paths: Paths, now: () => Date, { ownTenant }: Settings): Directory {
  return new Directory(
    new ObservationStore(paths.observations),
    new AnnotationStore(paths.annotations),
    now,
    ownTenant,
  );
}

/** Reads all files but those of the list at once: none of them needs another. */
export async function openRecords(paths: Paths, platform: Platform, now: () => Date): Promise<Records> {
  const usage = new UsageStore(paths.usage);
  const profiles = new ProfileRecords(paths.profiles);
  const [settingsFile, policy, salt, usageProblem, profilesProblem] = await Promise.all([
    openSettingsFile(paths.settingsFolder),
    readPolicy(platform),
    readSalt(paths.installation),
    usage.load(),
    profiles.load(),
  ]);
  const settings = new SettingsService(settingsFile.file, policy);
  const problems = [
    settingsFile.problem,
    ...policy.problems,
    ...settings.problems,
    salt.problem,
    usageProblem,
    profilesProblem,
  ];
  return {
    settings,
    directory: directoryIn(paths, now, settings.current),
    usage,
    journal: new Journal(paths.journal, () => settings.current.journal),
    profiles,
    salt: saltOrWhyNot(salt),
    problems: problems.filter((each) => each !== undefined),
  };
}

function saltOrWhyNot({ salt, problem: trouble }: Salt): Result<string, Problem> {
  return salt === undefined
    ? err(trouble ?? problem('profile-unwritable', { path: '', reason: '' }))
    : ok(salt);
}
