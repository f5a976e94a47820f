import { dirname } from 'node:path';
import type { Platform } from '#shared/platform.ts';
import type { Files } from '../../system/files/files.ts';
import { isInterpreter } from '../launch/interpreters.ts';
import { isKnownBrowser, type PathScan } from './by-hand.ts';
import type { VersionFiles } from './read-version.ts';
import { execFile } from 'node:child_process';

/** A path that the user gave may hang: it is inspected in a process that can be ended, see system/files. */
export type HandFiles = Pick<Files, 'inspect' | 'read'>;

/** What lies at a path that the user gave, and its files for telling its version. */
export async function readByHand(
  path: string,
  platform: Platform,
  files: HandFiles,
): Promise<PathScan & { readonly versionFiles: VersionFiles }> {
  const found = await files.inspect(path);
  const versionFiles = versionFilesOf(files, found?.realPath ?? path, found?.besideReal ?? []);
  // SECURITY: before it could be started to ask for its version.
  const isRefused = [path, found?.realPath ?? path].some((each) => isInterpreter(each, platform));
  if (found === undefined || isRefused) return { path, usable: false, beside: [], versionFiles };
  const scan = { path, usable: found.isExecutable, beside: found.beside, versionFiles };
  // Elsewhere a program that is asked for its version opens a window.
  const isAsked = platform === 'linux' && scan.usable && !isKnownBrowser(scan, platform);
  return isAsked ? { ...scan, says: (await saysVersion(path, found.mark)) ?? '' } : scan;
}

/** More than any file that tells a version: Edge's program has four million bytes. */
const mostBytes = 32 * 1024 * 1024;

function versionFilesOf(files: HandFiles, realPath: string, beside: readonly string[]): VersionFiles {
  return {
    realFolder: async () => dirname(realPath),
    namesIn: async () => beside,
    contentOf: async (file) => {
      const read = await files.read(file, { mostBytes });
      return read.ok && read.value !== 'unchanged' ? Buffer.from(read.value.bytes) : Buffer.alloc(0);
    },
  };
}

/** A browser prints its version at once; one that is a script for something else must not hold anything up. */
const patienceMilliseconds = 3_000;

const answers = new Map<string, Promise<string | undefined>>();

/**
 * What a program that the user named prints of its version; nothing when it prints none in time. Each program is asked
 * once: `mark` changes when another file lies at the path.
 */
function saysVersion(path: string, mark: string): Promise<string | undefined> {
  const key = `${path}\n${mark}`;
  const known = answers.get(key);
  if (known !== undefined) return known;
  const answer = new Promise<string | undefined>((resolve) => {
    const options = {
      shell: false,
      timeout: patienceMilliseconds,
      killSignal: 'SIGKILL',
      maxBuffer: 65_536,
    } as const;
    execFile(path, ['--version'], options, (error, stdout) => resolve(error ? undefined : stdout));
  });
  answers.set(key, answer);
  return answer;
}
