import { tmpdir, homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone these tools belong to. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** True where this process may create users, install system packages and write to /var. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * Where prepared things are kept between runs, outside the clone. Root's own cache lies behind a folder that
 * nobody else can enter, and what is cached here must be readable for the ordinary user that runs it.
 */
export function cacheFolder() {
  if (isRoot()) return '/var/cache/tidegate';
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'tidegate');
  if (process.platform === 'win32' && LOCALAPPDATA)
    return join(LOCALAPPDATA, 'Tidegate development', 'cache');
  return join(homedir() || tmpdir(), '.cache', 'tidegate');
}
