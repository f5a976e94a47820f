import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from '../browser.ts';

/**
 * A browser with its version, as far as the files beside it tell: Firefox's `application.ini`, the folder of Chromium's
 * family on Windows that is named by the version, a bundle's Info.plist. No browser is started for it.
 */
export async function withVersion(browser: Browser): Promise<Browser> {
  const version = await readVersion(browser).catch(() => undefined);
  return version === undefined ? browser : { ...browser, version };
}

async function readVersion({ brand, executable }: Browser): Promise<string | undefined> {
  const folder = dirname(await realpath(executable));
  if (brand === 'firefox') {
    // A bundle has it beside its programs.
    const inBundle = executable.includes('.app/Contents/MacOS/');
    const file = inBundle
      ? join(folder, '..', 'Resources', 'application.ini')
      : join(folder, 'application.ini');
    return /^Version=(\d+(?:\.\d+)*)/m.exec(await readFile(file, 'utf8'))?.[1];
  }
  if (executable.includes('.app/Contents/MacOS/')) {
    const info = await readFile(join(folder, '..', 'Info.plist'), 'utf8');
    return /<key>CFBundleShortVersionString<\/key>\s*<string>([\d.]+)<\/string>/.exec(info)?.[1];
  }
  const versions = (await readdir(folder)).filter((name) => /^\d+(\.\d+){3}$/.test(name));
  return versions.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10)).at(-1);
}
