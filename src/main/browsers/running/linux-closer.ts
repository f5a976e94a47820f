import type { Closer } from './close-browsers.ts';
import { heldFolders } from './held-folders.ts';
import { holderOf } from './lock-holder.ts';

/** Closes by a signal to the process that the lock names. */
export const linuxCloser: Closer = {
  holders: async (folders) => {
    const held = await heldFolders(folders, 'linux');
    const lines = held.map(async (folder) => {
      const pid = await holderOf(folder);
      return [folder.path, pid === undefined ? [] : [pid]] as const;
    });
    return new Map(await Promise.all(lines));
  },
  ask: (pid) => {
    try {
      return Promise.resolve(process.kill(pid, 'SIGTERM'));
    } catch (error) {
      return Promise.resolve(error instanceof Error && 'code' in error && error.code === 'ESRCH');
    }
  },
};
