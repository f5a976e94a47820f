import { constants } from 'node:fs';
import { access, open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbsolute } from 'node:path/posix';
import { defaultsForHttps } from './default-application.ts';
import { linuxCandidates, type DesktopFile, type Executable, type LinuxScan } from './plan-linux.ts';

/** What the reading starts from: the environment the application runs in, and the user's home. */
export interface LinuxPlaces {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const snapCommands = ['/snap/bin', '/var/lib/snapd/snap/bin'];
/** Where desktop files of snaps and flatpaks are, in case the session's XDG_DATA_DIRS leaves them out. */
const exportedData = ['/var/lib/snapd/desktop', '/var/lib/flatpak/exports/share'];
/** Desktop files are short; one that is not is not read. */
const largestDesktopFile = 256 * 1024;

/** Reads files and folders; starts nothing. What cannot be read is as if it were not there. */
export async function scanLinux(places: LinuxPlaces): Promise<LinuxScan> {
  const { home, environment } = places;
  // The base directory specification: empty is as good as unset, and a relative folder is to be ignored.
  const list = (name: string, usual: string): string[] => {
    const folders = (environment[name] ?? '').split(':').filter((folder) => isAbsolute(folder));
    return folders.length > 0 ? folders : usual.split(':');
  };
  const [dataHome = ''] = list('XDG_DATA_HOME', join(home, '.local/share'));
  const [configHome = ''] = list('XDG_CONFIG_HOME', join(home, '.config'));
  const dataFolders = [
    ...new Set([
      dataHome,
      join(dataHome, 'flatpak/exports/share'),
      ...list('XDG_DATA_DIRS', '/usr/local/share:/usr/share'),
      ...exportedData,
    ]),
  ];
  const searchPath = [...new Set([...list('PATH', '/usr/local/bin:/usr/bin:/bin'), ...snapCommands])];
  const applications = dataFolders.map((folder) => join(folder, 'applications'));
  const desktopFiles = (await Promise.all(applications.map(readDesktopFiles))).flat();
  const candidates = linuxCandidates({ searchPath, desktopFiles });
  const executables = (await Promise.all(candidates.map(readExecutable))).filter(
    (found) => found !== undefined,
  );
  const desktops = (environment['XDG_CURRENT_DESKTOP'] ?? '').toLowerCase().split(':').filter(isPlainName);
  const associationFolders = [configHome, ...list('XDG_CONFIG_DIRS', '/etc/xdg'), ...applications];
  const associations = associationFolders.flatMap((folder) =>
    [...desktops.map((desktop) => `${desktop}-mimeapps.list`), 'mimeapps.list'].map((name) =>
      join(folder, name),
    ),
  );
  const texts = (await Promise.all(associations.map(readSmallFile))).filter((text) => text !== undefined);
  return { searchPath, desktopFiles, executables, defaults: defaultsForHttps(texts) };
}

async function readDesktopFiles(folder: string): Promise<DesktopFile[]> {
  let names: string[];
  try {
    names = await readdir(folder);
  } catch {
    return [];
  }
  const wanted = names.filter((name) => name.endsWith('.desktop'));
  const files = await Promise.all(
    wanted.map(async (id) => {
      const text = await readSmallFile(join(folder, id));
      return text === undefined ? [] : [{ id, text }];
    }),
  );
  return files.flat();
}

async function readSmallFile(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    return size <= largestDesktopFile ? await readFile(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

async function readExecutable(path: string): Promise<Executable | undefined> {
  try {
    if (!(await stat(path)).isFile()) return undefined;
    await access(path, constants.X_OK);
    const script = await readScript(path);
    return { path, realPath: await realpath(path), ...(script === undefined ? {} : { script }) };
  } catch {
    return undefined;
  }
}

/** The first 4 KiB of a script; nothing for a binary. */
async function readScript(path: string): Promise<string | undefined> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const head = buffer.toString('utf8', 0, bytesRead);
    return head.startsWith('#!') ? head : undefined;
  } finally {
    await file.close();
  }
}

function isPlainName(name: string): boolean {
  return /^[a-z0-9-]+$/.test(name);
}
