/** What the doctor found, in the user's language: the same that `tidegate doctor` tells. It names no customer and no account. */
export interface CheckUp {
  readonly healthy: boolean;
  /** What is to be mended, and how; the most urgent first. */
  readonly complaints: readonly string[];
  /** What is worth knowing, and what can be done about it. */
  readonly notes: readonly string[];
  /** All that was found, as lines of text. */
  readonly facts: string;
}

/** Which Tidegate this is, and on what it runs. */
export interface About {
  readonly version: string;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  /** Such as `linux x64 6.1.0`. */
  readonly system: string;
  /** Absolute path of the folder with Tidegate's data. */
  readonly dataFolder: string;
}

/** What of Tidegate's own the system can be asked to show: its data, its log, the licences of what it contains. */
export const ownPlaces = ['data', 'log', 'licences'] as const;
export type OwnPlace = (typeof ownPlaces)[number];
