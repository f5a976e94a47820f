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
export function appProtocolHandler(folder: string): (request: Request) => Promise<Response> {
  const refused = () => new Response(null, { status: 404 });
  return async (request) => {
    const file = appFileFor(folder, request.method, request.url, appHost);
    if (file === undefined) return refused();
    try {
      // SECURITY: a link inside the folder must not lead out of it.
      const [real, root] = await Promise.all([realpath(file.path), realpath(folder)]);
      if (!real.startsWith(root + sep)) return refused();
      return new Response(new Uint8Array(await readFile(real)), {
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
  };
}
