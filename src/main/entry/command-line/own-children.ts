import { readdirSync, readFileSync } from 'node:fs';

/** Chromium's zygotes below a process, at any depth; nothing where the system does not tell (/proc of Linux). */
export function zygotesBelow(pid: number, except: ReadonlySet<number>): readonly number[] {
  const children = childrenOf(pid).filter((child) => !except.has(child) && isZygote(child));
  return children.flatMap((child) => [child, ...zygotesBelow(child, except)]);
}

function isZygote(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=zygote');
  } catch {
    return false;
  }
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
