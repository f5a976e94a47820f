import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A new folder of the system's for passing things, whose name begins as told. */
export const temporaryFolder = (name: string): Promise<string> => mkdtemp(join(tmpdir(), name));

/**
 * Removes a folder with all that is in it. What a test has called off, or a process that ends, may still write there for a
 * moment, and Windows holds a file until the last process has let go of it: so it is tried again for some seconds. Node's
 * own `maxRetries` multiplies with the depth of what is held, to minutes.
 */
export async function removeFolder(folder: string, triesLeft = 100): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true });
  } catch (error) {
    if (triesLeft === 0) throw error;
    await pause(50);
    await removeFolder(folder, triesLeft - 1);
  }
}
