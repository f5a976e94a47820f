import { readFileSync } from 'node:fs';
import { thisPlatform } from './this-platform.ts';

/**
 * Whether a process with this id runs; one of another user counts. One that has ended and that nobody has waited for does
 * not: in a container such a process may stay for good.
 */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
  return thisPlatform !== 'linux' || !hasEnded(pid);
}

/** Source: proc_pid_stat(5). The state follows the name, which may hold brackets itself. */
function hasEnded(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^\) [ZXx] /.test(stat.slice(stat.lastIndexOf(')')));
  } catch {
    return false;
  }
}
