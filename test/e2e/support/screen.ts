import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { output } from './application.ts';

const run = promisify(execFile);

/** A picture of the whole screen, for people to look at: `<name>.png` in the results. */
export async function photograph(name: string): Promise<void> {
  await mkdir(output, { recursive: true });
  await run('import', ['-window', 'root', join(output, `${name}.png`)]);
}

/** Moves the window whose title holds this text, and makes it as large as two of them side by side can be. */
export async function moveWindow(title: string, x: number, y: number): Promise<void> {
  await run('wmctrl', ['-r', title, '-e', `0,${x},${y},980,640`]);
}
