import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Desktop } from '../../world/desktop.ts';
import { applicationPath, executable } from './application.ts';

/** Starts Tidegate as a click on its icon, or on a link, does, with nobody looking into it. */
export function startBare(desktop: Desktop, ...words: readonly string[]) {
  const child = spawn(executable, [applicationPath, ...desktop.electronArgs, ...words], {
    env: { ...desktop.env },
    stdio: 'ignore',
  });
  return { child, ended: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]> };
}
