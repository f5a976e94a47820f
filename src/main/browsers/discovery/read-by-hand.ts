import { constants } from 'node:fs';
import { access, readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Platform } from '../browser.ts';
import { leadsToInterpreter } from '../launch/real-program.ts';
import { isKnownBrowser, type HandListing } from './by-hand.ts';
import { saysVersion } from './says-version.ts';

export async function readByHand(path: string, platform: Platform): Promise<HandListing> {
  try {
    // SECURITY: before it could be asked for its version.
    if (await leadsToInterpreter(path, platform)) return unusable(path);
    const found = await stat(path);
    await access(path, constants.X_OK);
    const listing = { path, usable: found.isFile(), beside: await readdir(dirname(path)) };
    // Elsewhere a program that is asked for its version opens a window.
    const isAsked = platform === 'linux' && listing.usable && !isKnownBrowser(listing, platform);
    if (!isAsked) return listing;
    return { ...listing, says: (await saysVersion(path, `${found.mtimeMs} ${found.size}`)) ?? '' };
  } catch {
    return unusable(path);
  }
}

function unusable(path: string): HandListing {
  return { path, usable: false, beside: [] };
}
