/** A version that is newer than this one. */
export interface Found {
  readonly version: string;
  /** In bytes, as the feed says. */
  readonly size: number;
}

/** What brings a newer version: electron-updater behind its guards. Rejections are explained by update-problem. */
export interface Updater {
  /** Looks into the feed; nothing when this is the newest version. */
  look(): Promise<Found | undefined>;
  /** Downloads what was found and checks it; to be installed by `restart`. `signal` gives it up: the promise rejects. */
  fetch(found: Found, signal?: AbortSignal): Promise<void>;
  /** Ends this Tidegate and starts the new one. `failed` is told why that does not come about. */
  restart(failed: (error: unknown) => void): void;
}
