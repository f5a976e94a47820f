import { resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFileFor } from '../../../../../src/main/desktop/security/app-files.ts';
import { contentSecurityPolicy } from '../../../../../src/main/desktop/security/csp.ts';
import { webPreferences } from '../../../../../src/main/desktop/security/web-preferences.ts';

const serve = (url: string, method = 'GET') => appFileFor(resolve('/app/renderer'), method, url, 'tidegate');

describe('app:// serves', () => {
  it('a page of ours, with its type', () => {
    expect(serve('app://tidegate/finder/index.html')).toEqual({
      path: resolve('/app/renderer/finder/index.html'),
      contentType: 'text/html; charset=utf-8',
    });
  });

  it.each([
    ['a way up', 'app://tidegate/../main/main.js'],
    ['an encoded way up', 'app://tidegate/%2e%2e/main/main.js'],
    ['an encoded slash', 'app://tidegate/..%2fmain.js'],
    ['a double encoding', 'app://tidegate/%252e%252e/main.js'],
    ['a backslash', 'app://tidegate/..%5cmain.js'],
    ['a NUL', 'app://tidegate/finder/index.html%00.js'],
    ['a broken encoding', 'app://tidegate/%zz.js'],
    ['another host', 'app://elsewhere/finder/index.html'],
    ['a user', 'app://me@tidegate/finder/index.html'],
    ['another scheme', 'file:///etc/passwd'],
    ['a kind of file we do not serve', 'app://tidegate/package.json'],
    ['the folder itself', 'app://tidegate/'],
    ['no address', 'nonsense'],
  ])('nothing for %s', (_name, url) => {
    const file = serve(url);
    // What a browser folds away before it asks ("..") may name another file of ours, but never one outside.
    expect(file === undefined || file.path.startsWith(resolve('/app/renderer') + sep)).toBe(true);
    if (!/\/(\.\.|%2e%2e)\//.test(url)) expect(file).toBeUndefined();
  });

  it('nothing but GET', () => {
    expect(serve('app://tidegate/finder/index.html', 'POST')).toBeUndefined();
  });

  it('under a policy that allows no network, no inline script and no plain text made into script', () => {
    expect(contentSecurityPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
    );
  });

  it('into windows that are sandboxed and isolated', () => {
    expect(webPreferences('/preload.cjs', 'windows')).toEqual({
      preload: '/preload.cjs',
      partition: 'windows',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      enableWebSQL: false,
      safeDialogs: true,
      devTools: false,
    });
  });
});
