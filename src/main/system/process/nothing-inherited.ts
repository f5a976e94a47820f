import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import type { StdioOptions } from 'node:child_process';

/** The flag among those that Linux tells of an open file: it is closed where another program is started (proc_pid_fdinfo(5)). */
const closedOnStart = 0o2000000;

/**
 * Starts a program with `start`, which hands what it gets to `spawn` as `stdio`. SECURITY: the program gets none of our open
 * files. On Linux Chromium leaves most of its own open to whatever is started: a browser would hold sockets, pipes and
 * files of ours as long as it runs, and with them the helper processes of a Tidegate that was killed. Node cannot close
 * them in between; so the null device takes the place of each.
 */
export function withNothingInherited<T>(start: (stdio: StdioOptions) => T): T {
  const open = process.platform === 'linux' ? inheritedFiles() : [];
  if (open.length === 0) return start('ignore');
  const nowhere = openSync('/dev/null', 'r+');
  try {
    const last = Math.max(...open);
    const taken = new Set(open);
    return start(Array.from({ length: last + 1 }, (_, at) => (taken.has(at) ? nowhere : 'ignore')));
  } finally {
    closeSync(nowhere);
  }
}

/** The descriptors from 3 on that a program would inherit. */
function inheritedFiles(): readonly number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => descriptor > 2 && isInherited(descriptor));
}

function isInherited(descriptor: number): boolean {
  try {
    const flags = /^flags:\s*([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8'))?.[1];
    return flags !== undefined && (Number.parseInt(flags, 8) & closedOnStart) === 0;
  } catch {
    // Closed meanwhile, as the one by which the folder itself was read.
    return false;
  }
}
