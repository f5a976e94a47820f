import { readFile, realpath } from 'node:fs/promises';
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

/** Answers requests of our windows from the built pages in `folder`, and from nowhere else. */
export class AppFiles {
  readonly #folder: string;
  /** Settles when a page has first been given all it asked for: its process has started, and it has its code. */
  readonly codeGiven: Promise<void>;
  #tellCodeGiven: () => void = () => {};
  /** Requests that are being answered. */
  #open = 0;

  constructor(folder: string) {
    this.#folder = folder;
    this.codeGiven = new Promise((resolve) => (this.#tellCodeGiven = resolve));
  }

  /** For `protocol.handle`. */
  readonly answer = async (request: Request): Promise<Response> => {
    this.#open += 1;
    const response = await this.#read(request);
    this.#open -= 1;
    // A page's own text names its code, which it then asks for all at once.
    if (this.#open === 0 && !request.url.endsWith('.html')) this.#tellCodeGiven();
    return response;
  };

  async #read(request: Request): Promise<Response> {
    const file = appFileFor(this.#folder, request.method, request.url, appHost);
    if (file === undefined) return refused();
    try {
      // SECURITY: a link inside the folder must not lead out of it.
      const [real, root] = await Promise.all([realpath(file.path), realpath(this.#folder)]);
      if (!real.startsWith(root + sep)) return refused();
      const content = new Uint8Array(await readFile(real));
      return new Response(content, {
        headers: {
          'content-type': file.contentType,
          'content-security-policy': contentSecurityPolicy,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
          'cache-control': 'no-store',
        },
      });
    } catch {
      return refused();
    }
  }
}

function refused(): Response {
  return new Response(null, { status: 404 });
}
