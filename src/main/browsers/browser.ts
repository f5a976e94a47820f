import type { BrowserPolicyStatus, OwnProfileStatus } from '#shared/status/status.ts';

/** The browsers Tidegate opens customers in, in the order they are preferred. */
export const brands = ['edge', 'chrome', 'brave', 'vivaldi', 'chromium', 'firefox'] as const;
export type Brand = (typeof brands)[number];

/** From the most to the least stable. Brave's Nightly counts as canary, Vivaldi's Snapshot as dev. */
export const channels = ['stable', 'beta', 'dev', 'canary'] as const;
export type Channel = (typeof channels)[number];

/** What keeps a browser from writing where it likes. A snap writes below `~/snap/<name>/common` only. */
export type Confinement = { readonly kind: 'none' } | { readonly kind: 'snap'; readonly name: string };

/** A browser of this machine that customers can be opened in. */
export interface Browser {
  /** Stable between starts and updates: `edge`, `chrome-beta`, `chromium-snap`. Also the name of its data folder. */
  readonly id: string;
  readonly brand: Brand;
  readonly channel: Channel;
  /** As its maker writes it, such as `Microsoft Edge Beta`. */
  readonly name: string;
  /** Absolute path of what is started. */
  readonly executable: string;
  readonly confinement: Confinement;
  /** The system opens web links in it. */
  readonly isDefault: boolean;
  /** Such as `156.0.7100.12`; absent where nothing tells it without starting the browser. */
  readonly version?: string;
  /** The user's own profiles in it; absent where it has none, or Tidegate cannot reach them. */
  readonly own?: OwnBrowserData;
  /** Policies of an administrator that take effect on customers' profiles; absent when there are none. */
  readonly policies?: readonly BrowserPolicyStatus[];
}

/** The user's own data of a browser. Only ever read. */
export interface OwnBrowserData {
  /** Absolute. */
  readonly dataFolder: string;
  readonly profiles: readonly OwnProfileStatus[];
}

/**
 * A browser that is here and is not offered, and why.
 * `flatpak`: every start is a sandbox of its own, where neither our folder nor the running browser can be counted on.
 * `store`: Windows keeps what it writes in a place of its own.
 */
export interface RefusedBrowser {
  readonly name: string;
  readonly path: string;
  readonly reason: 'flatpak' | 'store';
}

export interface Discovery {
  /** Best first, one for each id. */
  readonly browsers: readonly Browser[];
  readonly refused: readonly RefusedBrowser[];
  /** The path that the user gave, when no executable file lies there. */
  readonly unusablePath?: string;
  /** The path that the user gave, when what lies there does not say that it is a browser. */
  readonly doubtfulPath?: string;
}
