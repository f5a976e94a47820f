import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Platform } from '#shared/platform.ts';

/** Where the running Tidegate listens to the command line of its own user. */
export type ChannelPlace =
  /** `folder` is this user's alone, 0700. */
  | { readonly kind: 'socket'; readonly folder: string; readonly path: string }
  /** `key`: the file that both ends have to know, in our own data. */
  | { readonly kind: 'pipe'; readonly path: string; readonly key: string };

export interface ChannelInput {
  readonly platform: Platform;
  /** The folder of our data: two Tidegates with two folders have two channels. */
  readonly root: string;
  /** The file of the key, see ChannelPlace. */
  readonly key: string;
  /** XDG_RUNTIME_DIR, where it is set: made for this user by the system, and gone when they log out. */
  readonly runtimeFolder: string | undefined;
  /** Holds the socket where its path would be too long otherwise. */
  readonly temporaryFolder: string;
}

/** What fits into sockaddr_un.sun_path with its NUL: 104 on macOS, 108 on Linux (unix(4), unix(7)). */
const longestPath = 103;

/** The channel's place, always the same for the same input. */
export function planChannel({
  key,
  platform,
  root,
  runtimeFolder,
  temporaryFolder,
}: ChannelInput): ChannelPlace {
  const id = createHash('sha256').update(root).digest('hex').slice(0, 16);
  if (platform === 'win32') return { kind: 'pipe', path: `\\\\.\\pipe\\tidegate-${id}`, key };
  const folders = [
    ...(runtimeFolder !== undefined && posix.isAbsolute(runtimeFolder)
      ? [posix.join(runtimeFolder, `tidegate-${id}`)]
      : []),
    posix.join(root, 'channel'),
    posix.join(temporaryFolder, `tidegate-${id}`),
  ];
  const places = folders.map((folder) => ({ folder, path: posix.join(folder, 'socket') }));
  const [fits = { folder: '/tmp', path: `/tmp/tidegate-${id}/socket` }] = places.filter(
    ({ path }) => Buffer.byteLength(path) <= longestPath,
  );
  return { kind: 'socket', ...fits };
}
