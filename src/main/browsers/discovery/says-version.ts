import { execFile } from 'node:child_process';

/** A browser prints its version at once; one that is a script for something else must not hold anything up. */
const patienceMilliseconds = 3_000;

const answers = new Map<string, Promise<string | undefined>>();

/**
 * What a program that the user named prints of its version; nothing when it prints none in time. Each program is asked
 * once: `mark` changes when another file lies at the path.
 */
export function saysVersion(path: string, mark: string): Promise<string | undefined> {
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
