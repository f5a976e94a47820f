import { existsSync, readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** What the program `arguments` was started with. */
export interface Written {
  readonly args: readonly string[];
  readonly environment: readonly string[];
}

/** Waits until it has written that down. */
export async function readWritten(file: string): Promise<Written> {
  await expect.poll(() => existsSync(file)).toBe(true);
  const texts = readFileSync(file, 'utf8').split('\0');
  const end = texts.indexOf('');
  return {
    args: texts.slice(0, end).map((text) => text.slice(1)),
    environment: texts.slice(end + 1).filter((text) => text !== ''),
  };
}
