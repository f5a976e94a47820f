import { win32 } from 'node:path';
import { runTool } from '../../system/process/run-tool.ts';
import type { Environment } from '../../system/process/start-environment.ts';
import type { WindowsProcess } from '../../system/process/windows-processes.ts';
import type { Closer } from './close-browsers.ts';
import { heldFolders } from './held-folders.ts';
import { startedWith } from './windows-command-line.ts';

/**
 * Windows' lock names nobody: the holder is the process that was started with the folder. It is asked by its windows,
 * as the cross at their top does.
 * `list`: the processes that run now; nothing when the system does not tell.
 */
export function windowsCloser(
  environment: Environment,
  list: () => Promise<readonly WindowsProcess[] | undefined>,
): Closer {
  // SECURITY: by its full path, or the current folder would be searched first.
  const taskkill = win32.join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  return {
    holders: async (folders) => {
      const held = await heldFolders(folders, 'win32');
      const processes = held.length === 0 ? [] : ((await list()) ?? []);
      return new Map(held.map(({ path }) => [path, startedWith(processes, path)]));
    },
    // SECURITY: never with /F, which would end it with what is being typed in it.
    ask: async (pid) => (await runTool(taskkill, ['/PID', String(pid)])) !== undefined,
  };
}
