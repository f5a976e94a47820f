import { stat } from 'node:fs/promises';
import { queryRegistry } from '../../system/process/registry.ts';
import { parseRegistryOutput } from '../../system/process/registry-output.ts';
import { defaultBrowserKey, registryKeys, windowsCandidates, type WindowsListing } from './plan-windows.ts';

/** Runs `reg query` on five keys and looks which files are there. What cannot be read is as if it were not there. */
export async function readWindowsListing(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<WindowsListing> {
  const outputs = await Promise.all([
    ...registryKeys.map((key) => queryRegistry(environment, key, '/s')),
    queryRegistry(environment, defaultBrowserKey, '/v', 'ProgId'),
  ]);
  const registry = outputs.flatMap(parseRegistryOutput);
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
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
