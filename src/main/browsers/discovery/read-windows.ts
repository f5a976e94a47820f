import { lstat, stat } from 'node:fs/promises';
import { systemRegistry } from '../../system/process/registry.ts';
import { textsIn } from '../../system/process/registry-export.ts';
import { isInStore, registryKeys, windowsCandidates, type WindowsScan } from './plan-windows.ts';

/** Reads five keys of the registry and looks which files are there. What cannot be read is as if it were not there. */
export async function scanWindows(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WindowsScan> {
  const { read } = systemRegistry(environment);
  const keys = await Promise.all(registryKeys.map(read));
  const registry = textsIn(keys.flatMap((each) => each ?? []));
  const programFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432', 'LOCALAPPDATA'].flatMap(
    (name) => {
      const folder = environment[name];
      return folder && /^[A-Za-z]:\\/.test(folder) ? [folder] : [];
    },
  );
  const candidates = windowsCandidates({ registry, programFolders });
  const existing = await Promise.all(candidates.map(async (path) => ((await isFile(path)) ? [path] : [])));
  return { registry, programFolders: [...new Set(programFolders)], existingFiles: existing.flat() };
}

async function isFile(path: string): Promise<boolean> {
  try {
    // What starts a package of the Store is a link that no call of the file system follows.
    return isInStore(path) ? !(await lstat(path)).isDirectory() : (await stat(path)).isFile();
  } catch {
    return false;
  }
}
