import type { Platform } from '#shared/platform.ts';

export interface Machine {
  readonly platform: Platform;
  /** The user's home folder. */
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}
