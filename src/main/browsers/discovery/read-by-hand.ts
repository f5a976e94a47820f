import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { HandListing } from './by-hand.ts';

export async function readByHand(path: string): Promise<HandListing> {
  try {
    const usable = (await stat(path)).isFile();
    await access(path, constants.X_OK);
    return { path, usable, beside: await readdir(dirname(path)) };
  } catch {
    return { path, usable: false, beside: [] };
  }
}
