import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, win32 } from 'node:path';

type Program = 'arguments' | 'console' | 'holder' | 'processes';

const folder = process.env['TIDEGATE_TEST_PROGRAMS'];

/** A small program that the lane built from programs/<name>.c. */
export function program(name: Program): string {
  if (folder === undefined) throw new Error('TIDEGATE_TEST_PROGRAMS is not set: run "npm test -- windows".');
  return win32.join(folder, `${name}.exe`);
}

/** Puts a program where another one is looked for. */
export function standIn(path: string, name: Program = 'arguments'): string {
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(program(name), path);
  return path;
}
