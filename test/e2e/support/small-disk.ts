import { chmod, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desktop } from '../../world/desktop.ts';
import { executable, startTidegate, type Application } from './application.ts';
import { dataOf } from './data.ts';

/** A Tidegate whose data folder is a disk of its own, as large as a few windows need and no larger. */
export interface OnSmallDisk {
  readonly application: Application;
  /** Writes until nothing more fits. */
  fill(): Promise<void>;
  /** Makes room again. */
  free(): Promise<void>;
  /** Where a file of the data folder is to be found from here: the disk is mounted for the application only. */
  path(name: string): string;
}

const megabytes = 32;

/**
 * Starts Tidegate with a tmpfs mounted as its data folder: a real disk that really fills, without any right. Who mounts
 * is root of a name space of their own; the second name space gives the application its ordinary user back.
 */
export async function startOnSmallDisk(desktop: Desktop): Promise<OnSmallDisk> {
  const data = dataOf(desktop);
  const starter = join(desktop.env['HOME'] ?? '', 'bin', 'on-small-disk');
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  await writeFile(
    starter,
    `#!/bin/sh
exec unshare --user --map-root-user --mount sh -c '
  mkdir -p "$1" && mount -t tmpfs -o size=${megabytes}m,mode=700 small "$1" && shift &&
  exec unshare --user --map-user=${user} --map-group=${group} "$@"' sh '${data}' '${executable}' "$@"
`,
  );
  await chmod(starter, 0o755);
  const application = await startTidegate(desktop, {}, starter);
  const path = (name: string) => join(`/proc/${application.process.pid}/root`, data, name);
  return {
    application,
    path,
    async fill() {
      const block = Buffer.alloc(1024 * 1024);
      for (const bytes of [block.length, 64 * 1024, 4096]) {
        for (let n = 0; ; n += 1) {
          const file = path(`filler-${bytes}-${n}`);
          const written = await writeFile(file, block.subarray(0, bytes)).then(
            () => true,
            () => false,
          );
          if (written) continue;
          // What was written of the last one stays: nothing more fits.
          break;
        }
      }
    },
    async free() {
      for (let n = 0; n < megabytes; n += 1) {
        await truncate(path(`filler-${1024 * 1024}-${n}`)).catch(() => undefined);
        await rm(path(`filler-${1024 * 1024}-${n}`), { force: true });
      }
    },
  };
}
