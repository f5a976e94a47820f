import { extname, resolve, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

export interface AppFile {
  /** Absolute path inside the served folder. */
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file that an `app://` request names, or nothing. SECURITY: the path is decoded once, resolved, and must then
 * lie inside the folder and be of a kind we serve; everything doubtful is refused rather than repaired.
 */
export function appFileFor(folder: string, method: string, url: string, host: string): AppFile | undefined {
  if (method !== 'GET') return undefined;
  const name = pathOf(url, host);
  if (name === undefined || /[\0\\]/.test(name)) return undefined;
  const path = resolve(folder, `.${name}`);
  const contentType = types[extname(path)];
  return path.startsWith(folder + sep) && contentType !== undefined ? { path, contentType } : undefined;
}

function pathOf(url: string, host: string): string | undefined {
  try {
    const parsed = new URL(url);
    if (parsed.protocol !== 'app:' || parsed.host !== host || parsed.username !== '') return undefined;
    const name = decodeURIComponent(parsed.pathname);
    // An encoded dot or slash that survives decoding as a way up is caught by resolve; a second encoding never is.
    return name.includes('%') ? undefined : name;
  } catch {
    return undefined;
  }
}
