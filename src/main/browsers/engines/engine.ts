import type { PlatformPath } from 'node:path';
import type { Colour } from '#shared/customer/colour.ts';
import type { Brand } from '../browser.ts';
import type { OwnProfileStatus as OwnProfile } from '#shared/status/status.ts';

/** What a profile shows of whom it is for. */
export interface ProfileLook {
  /** Already fit to be shown: see profiles/display-name. */
  readonly name: string;
  readonly colour: Colour;
}

/** Where one profile lies. All absolute. */
export interface ProfilePlace {
  /** What is made for this profile alone: the folder that is measured and deleted. */
  readonly root: string;
  /**
   * The folder that one running browser process holds, with its lock in it. Many profiles share it, or it is the
   * profile's own.
   */
  readonly dataFolder: string;
  /** Where the profile's own files are. */
  readonly profileFolder: string;
}

/** A file that a new profile is given before the browser's first start. */
export interface SeedFile {
  readonly path: string;
  readonly content: string;
}

/**
 * A file that changes with the profile's look. `change` gets the old content, nothing when there is no such file, and
 * gives the new one, or nothing when the file is to stay as it is. Only while the browser does not run.
 */
export interface Amendment {
  readonly path: string;
  readonly change: (old: string | undefined) => string | undefined;
}

/**
 * What of a profile can be deleted: its caches, which cost no sign-in, and what its sites keep. Paths below
 * `profileFolder`.
 */
export interface Disposable {
  readonly cache: readonly string[];
  readonly siteData: readonly string[];
}

/** What a profile is made with besides its look. */
export interface ProfileOptions {
  /** Firefox on Windows: sign in with the account of Windows. */
  readonly windowsSso: boolean;
}

/** How a kind of browser keeps profiles. Pure: everything here is data or gives data. */
export interface Engine {
  /** `shared`: profiles of one browser share its process and its data folder. `apart`: this one has its own. */
  place(path: PlatformPath, browserFolder: string, id: string, kind: 'shared' | 'apart'): ProfilePlace;
  /** What the browser is started with before the address, which comes last. */
  args(path: PlatformPath, place: ProfilePlace): readonly string[];
  seeds(
    path: PlatformPath,
    place: ProfilePlace,
    brand: Brand,
    look: ProfileLook,
    options: ProfileOptions,
  ): readonly SeedFile[];
  amendments(
    path: PlatformPath,
    place: ProfilePlace,
    brand: Brand,
    look: ProfileLook,
    options: ProfileOptions,
  ): readonly Amendment[];
  /** The files of a data folder that name a profile which has been deleted. Only while the browser does not run. */
  forget(path: PlatformPath, place: ProfilePlace): readonly Amendment[];
  readonly lock: LockFiles;
  readonly disposable: Disposable;
  /** The switches that the user may add, by name without dashes: what the value must look like, or null for none. */
  readonly allowedArguments: Readonly<Record<string, RegExp | null>>;
  /** Of a data folder: the file that tells which version used it last, and how to read it. */
  readonly lastVersion: { readonly file: string; readonly read: (text: string) => string | undefined };
  /** What the user's own profiles are read from: the file, below the user's own data folder of that brand. */
  readonly ownProfiles: OwnProfiles;
}

/** The files by which a running browser holds its data folder. */
export interface LockFiles {
  /** Linux and macOS: a symbolic link whose text names the holder. */
  readonly link: string;
  readonly readLink: (text: string) => LockHolder | undefined;
  /** Windows: a file that the browser has open, for itself alone, as long as it runs. */
  readonly windowsFile: string;
  /** A dead holder's link keeps this browser from starting, or only delays it. */
  readonly removeWhenDead: boolean;
}

export interface LockHolder {
  /** Host name, or nothing when the lock does not tell one that can be compared. */
  readonly host?: string;
  readonly pid: number;
}

export interface OwnProfiles {
  /** Below the user's own data folder of the browser. */
  readonly file: string;
  readonly read: (text: string) => readonly OwnProfile[];
  /** The arguments that open this profile. `dataFolder`: the user's own one. */
  readonly args: (path: PlatformPath, dataFolder: string, profile: OwnProfile) => readonly string[];
}
