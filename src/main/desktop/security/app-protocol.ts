import type { ProtocolRequest, ProtocolResponse } from 'electron';
import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';
import { appFileFor } from './app-files.ts';
import { contentSecurityPolicy } from './csp.ts';

export const appScheme = 'app';
const appHost = 'tidegate';
export const appOrigin = `${appScheme}://${appHost}`;

export type PageName = 'finder' | 'setup' | 'settings';

export function pageUrl(page: PageName): string {
  return `${appOrigin}/${page}/index.html`;
}

/** What `protocol.registerSchemesAsPrivileged` is told, before ready. */
export const appSchemePrivileges = {
  scheme: appScheme,
  privileges: { standard: true, secure: true },
} as const;

/**
 * Answers requests of our windows from the built pages in `folder`, and from nowhere else. For `registerBufferProtocol`:
 * a start waits for its answers, and `protocol.handle` first reads Node's whole fetch (40 ms) and then hands a body over
 * piece by piece on the main thread, which has other work.
 */
export class AppFiles {
  readonly #folder: string;
  /** The folder itself, when something was first asked for. */
  #root: string | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  readonly answer = (
    { method, url }: ProtocolRequest,
    respond: (response: ProtocolResponse) => void,
  ): void => {
    const file = appFileFor(this.#folder, method, url, appHost);
    const content = file && this.#read(file.path);
    if (file === undefined || content === undefined) return respond(refused);
    respond({
      data: content,
      // No opener policy: no window opens another, and with one Chromium starts each page's process twice.
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      },
    });
  };

  /** At once: they are few, small and our own, and a page that starts waits for them. */
  #read(path: string): Buffer | undefined {
    try {
      // SECURITY: a link inside the folder must not lead out of it.
      this.#root ??= realpathSync(this.#folder);
      const real = realpathSync(path);
      return real.startsWith(this.#root + sep) ? readFileSync(real) : undefined;
    } catch {
      return undefined;
    }
  }
}

const refused: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };
