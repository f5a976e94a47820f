import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** The state of a listening socket in /proc/net/tcp. */
const listening = '0A';

/** What a process holds open of sockets: how many there are of any kind, and the addresses it listens on over TCP. */
export function socketsOf(pid: number): { readonly count: number; readonly listening: readonly string[] } {
  const inodes = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        // It was closed while the others were being read.
        return [];
      }
    }),
  );
  const rows = ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/${pid}/net/${table}`, 'utf8').trim().split('\n').slice(1),
  );
  const fields = rows.map((row) => row.trim().split(/\s+/));
  return {
    count: inodes.size,
    listening: fields
      .filter(([, , , state, , , , , , inode = '']) => state === listening && inodes.has(inode))
      .map(([, address = '']) => address),
  };
}
