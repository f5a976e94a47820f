import type { Platform } from '#shared/platform.ts';
import type { Log } from '../system/log/log.ts';
import type { Paths } from '../state/paths.ts';
import type { Records } from '../state/records.ts';
import type { StatusStore } from '../state/status/status-store.ts';
import type { Texts } from './texts.ts';

/** What every part of the application stands on. */
export interface Foundation {
  readonly paths: Paths;
  readonly platform: Platform;
  /** The user's home folder. */
  readonly home: string;
  readonly now: () => Date;
  readonly log: Log;
  readonly records: Records;
  readonly status: StatusStore;
  readonly texts: Texts;
  /** Runs work that nobody waits for. An exception of it is a fault of ours and goes to the log. */
  readonly inBackground: (work: Promise<unknown>, what: string) => void;
}
