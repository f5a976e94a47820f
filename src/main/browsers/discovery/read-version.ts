import { readdir, readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from '../browser.ts';

/** How the files beside a browser are read. Each rejects, or gives nothing, when it cannot. */
export interface VersionFiles {
  /** The folder of a program, links followed. */
  readonly realFolder: (program: string) => Promise<string>;
  readonly namesIn: (folder: string) => Promise<readonly string[]>;
  readonly contentOf: (file: string) => Promise<Uint8Array>;
}

/** Reads the disk directly: for programs in the system's own folders. */
const onDisk: VersionFiles = {
  realFolder: async (program) => dirname(await realpath(program)),
  namesIn: (folder) => readdir(folder),
  contentOf: (file) => readFile(file),
};

/**
 * A browser with its version, as far as its files tell: a program of Windows itself, Firefox's `application.ini`, a
 * bundle's Info.plist, the folder beside a program that is named by the version. No browser is started for it.
 */
export async function withVersion(browser: Browser, files: VersionFiles = onDisk): Promise<Browser> {
  const version = await readVersion(browser, files).catch(() => undefined);
  return version === undefined ? browser : { ...browser, version };
}

async function readVersion({ brand, executable }: Browser, files: VersionFiles): Promise<string | undefined> {
  const textOf = async (file: string) => Buffer.from(await files.contentOf(file)).toString();
  if (/\.exe$/i.test(executable)) {
    // While an update waits for the browser to end, folders of two versions lie beside it: its own word counts.
    const told = versionInExecutable(await files.contentOf(executable));
    if (told !== undefined) return told;
  }
  const folder = await files.realFolder(executable);
  if (brand === 'firefox') {
    // A bundle has it beside its programs.
    const inBundle = executable.includes('.app/Contents/MacOS/');
    const file = inBundle
      ? join(folder, '..', 'Resources', 'application.ini')
      : join(folder, 'application.ini');
    return /^Version=(\d+(?:\.\d+)*)/m.exec(await textOf(file))?.[1];
  }
  if (executable.includes('.app/Contents/MacOS/')) {
    const info = await textOf(join(folder, '..', 'Info.plist'));
    return /<key>CFBundleShortVersionString<\/key>\s*<string>([\d.]+)<\/string>/.exec(info)?.[1];
  }
  const versions = (await files.namesIn(folder)).filter((name) => /^\d+(\.\d+){3}$/.test(name));
  return versions.toSorted(byNumbers).at(-1);
}

function byNumbers(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}

/** How `VS_FIXEDFILEINFO` begins: its signature, and the version of its own form, 1.0 (Microsoft, verrsrc.h). */
const signature = Buffer.from([0xbd, 0x04, 0xef, 0xfe, 0x00, 0x00, 0x01, 0x00]);

/** The version that a program of Windows tells of itself, such as `156.0.7100.12`; nothing where it tells none. */
function versionInExecutable(program: Uint8Array): string | undefined {
  const bytes = Buffer.from(program.buffer, program.byteOffset, program.byteLength);
  const at = bytes.indexOf(signature);
  if (at < 0 || at + 16 > bytes.length) return undefined;
  // Two numbers of 32 bits, the higher first, each of two parts.
  const parts = [10, 8, 14, 12].map((offset) => bytes.readUInt16LE(at + offset));
  return parts.some((part) => part > 0) ? parts.join('.') : undefined;
}
