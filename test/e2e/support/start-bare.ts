import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { applicationPath, executable, type Starting } from './application.ts';

/** Starts Tidegate as a click on its icon, or on a link, does, with nobody looking into it. */
export function startBare(desktop: Starting, ...words: readonly string[]) {
  const child = spawn(executable, [applicationPath, ...desktop.electronArgs, ...words], {
    env: { ...desktop.env },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]> };
}
