import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/**
 * Ends what this process leaves running, once it has ended itself; Linux only. An application that it has started (one
 * of `except`) has inherited the pipes by which Chromium's helpers notice our end: they would live on with it, and hold
 * our output open. To end them before us crashes us, so a shell does it, which waits for our end.
 */
export function endHelpersAfterUs(except: ReadonlySet<number>): void {
  const helpers = descendantsOf(process.pid, except);
  if (helpers.length === 0) return;
  const script = 'while kill -0 "$1" 2>/dev/null; do sleep 0.02; done; shift; kill -KILL "$@" 2>/dev/null';
  const words = [process.pid, ...helpers].map(String);
  spawn('/bin/sh', ['-c', script, 'sh', ...words], { detached: true, stdio: 'ignore' })
    .on('error', () => undefined)
    .unref();
}

/** Empty where the system does not tell: only Linux has /proc. */
function descendantsOf(pid: number, except: ReadonlySet<number>): readonly number[] {
  return childrenOf(pid)
    .filter((child) => !except.has(child))
    .flatMap((child) => [child, ...descendantsOf(child, except)]);
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8')
        .split(' ')
        .map(Number)
        .filter((child) => child > 0),
    );
  } catch {
    return [];
  }
}
