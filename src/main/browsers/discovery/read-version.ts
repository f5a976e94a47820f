import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from '../browser.ts';

/** How the files beside a browser are read. Each rejects, or gives nothing, when it cannot. */
export interface VersionFiles {
  /** The folder of a program, links followed. */
  readonly realFolder: (program: string) => Promise<string>;
  readonly namesIn: (folder: string) => Promise<readonly string[]>;
  readonly textOf: (file: string) => Promise<string>;
}

/** For programs in places of the system's. */
const onDisk: VersionFiles = {
  realFolder: async (program) => dirname(await realpath(program)),
  namesIn: (folder) => readdir(folder),
  textOf: (file) => readFile(file, 'utf8'),
};

/**
 * A browser with its version, as far as the files beside it tell: Firefox's `application.ini`, the folder of Chromium's
 * family on Windows that is named by the version, a bundle's Info.plist. No browser is started for it.
 */
export async function withVersion(browser: Browser, files: VersionFiles = onDisk): Promise<Browser> {
  const version = await readVersion(browser, files).catch(() => undefined);
  return version === undefined ? browser : { ...browser, version };
}

async function readVersion({ brand, executable }: Browser, files: VersionFiles): Promise<string | undefined> {
  const folder = await files.realFolder(executable);
  if (brand === 'firefox') {
    // A bundle has it beside its programs.
    const inBundle = executable.includes('.app/Contents/MacOS/');
    const file = inBundle
      ? join(folder, '..', 'Resources', 'application.ini')
      : join(folder, 'application.ini');
    return /^Version=(\d+(?:\.\d+)*)/m.exec(await files.textOf(file))?.[1];
  }
  if (executable.includes('.app/Contents/MacOS/')) {
    const info = await files.textOf(join(folder, '..', 'Info.plist'));
    return /<key>CFBundleShortVersionString<\/key>\s*<string>([\d.]+)<\/string>/.exec(info)?.[1];
  }
  const versions = (await files.namesIn(folder)).filter((name) => /^\d+(\.\d+){3}$/.test(name));
  return versions.toSorted((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10)).at(-1);
}
