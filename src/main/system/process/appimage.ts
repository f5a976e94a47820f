import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Environment = Record<string, string | undefined>;

/**
 * Makes this process's environment what it was before an AppImage's starter changed it, so that nothing started from here
 * inherits the changes: browsers, and the system's own tools. The libraries of this process are loaded by now.
 * `executable`: of this process, absolute. Gives the AppImage's file, if this is one and not a program started by another.
 */
export function leaveAppImage(environment: NodeJS.ProcessEnv, executable: string): string | undefined {
  const folder = dirname(executable);
  // Whoever is started by another program's AppImage lies elsewhere, and leaves that one's environment alone.
  if (!existsSync(join(folder, 'AppRun'))) return undefined;
  const file = environment['APPIMAGE'];
  const folders = [folder, ...otherName(folder, environment['APPDIR'])];
  for (const [name, value] of Object.entries(withoutAppImage(environment, folders))) {
    if (value === undefined) delete environment[name];
    else environment[name] = value;
  }
  return file;
}

/** The name that the starter used for the folder, where a link leads to it. */
function otherName(folder: string, appDir: string | undefined): readonly string[] {
  try {
    return appDir !== undefined && realpathSync(appDir) === folder ? [appDir] : [];
  } catch {
    return [];
  }
}

/** Set by the runtime of an AppImage: they tell the program inside about itself. */
const ownNames = ['APPIMAGE', 'APPDIR', 'ARGV0', 'OWD'] as const;

/** What the starter appends to XDG_DATA_DIRS. Source: `generateAppRunScript` of app-builder-lib 26.17. */
const appendedDataFolders = ':/usr/share/gnome:/usr/local/share/:/usr/share/';

/**
 * What has to change in an environment so that a program started from an AppImage finds it as it was before: each
 * variable's old value, `undefined` for one that was not there. An AppImage's starter puts folders of its own before
 * `PATH`, `LD_LIBRARY_PATH` and others. A browser would load our old libraries from there, and lose them when we quit.
 * `folders`: where the program's own files lie, absolute, without a slash at the end.
 */
export function withoutAppImage(environment: Readonly<Environment>, folders: readonly string[]): Environment {
  const changes: Environment = {};
  for (const [name, value] of Object.entries(environment)) {
    const restored = value === undefined ? undefined : restore(name, value, folders);
    if (restored !== value) changes[name] = restored;
  }
  for (const name of ownNames) if (environment[name] !== undefined) changes[name] = undefined;
  return changes;
}

function restore(name: string, value: string, folders: readonly string[]): string | undefined {
  const entries = value.split(':');
  const left = entries.filter((entry) => !folders.some((folder) => isWithin(entry, folder)));
  if (left.length === entries.length) return value;
  const text = left.join(':');
  const before = name === 'XDG_DATA_DIRS' ? cutEnd(`:${text}`, appendedDataFolders).replace(/^:+/, '') : text;
  return before === '' ? undefined : before;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function cutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length) : text;
}
