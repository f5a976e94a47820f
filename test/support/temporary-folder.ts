import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder of the system's for passing things, whose name begins as told. */
export const temporaryFolder = (name: string): Promise<string> => mkdtemp(join(tmpdir(), name));

/**
 * Removes a folder with all that is in it. What a test has called off, or a process that ends, may still write there for a
 * moment, and Windows holds a file until the last process has let go of it: so it is tried again for some seconds.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
