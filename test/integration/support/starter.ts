import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, writeSync } from 'node:fs';
import { withNothingInherited } from '../../../src/main/system/process/nothing-inherited.ts';

// Starts a program with and without our open files, and tells which it has; or why it cannot be started.
const [program] = process.argv.slice(2);
if (program === undefined) {
  const before = await filesWith((start) => start(['ignore', 'ignore', 'ignore', 3, 'ignore', 5]));
  writeSync(1, JSON.stringify({ before, after: await filesWith(withNothingInherited) }));
} else {
  const child = withNothingInherited((stdio) => spawn(program, { stdio }));
  const [error] = (await once(child, 'error').catch((reason: unknown) => [reason])) as [{ code?: string }];
  writeSync(1, String(error.code));
}

type Start = <T>(start: (stdio: StdioOptions) => T) => T;

async function filesWith(start: Start): Promise<readonly string[]> {
  const child = start((stdio) => spawn('sleep', ['600'], { stdio }));
  await once(child, 'spawn');
  const folder = `/proc/${child.pid}/fd`;
  const files = readdirSync(folder).flatMap((name) => fileAt(`${folder}/${name}`));
  child.kill('SIGKILL');
  return files;
}

/** Nothing for one that is closed meanwhile: the program itself opened it, to read its libraries. */
function fileAt(path: string): readonly string[] {
  try {
    return [readlinkSync(path)];
  } catch {
    return [];
  }
}
