import { execFile } from 'node:child_process';

/**
 * What a tool of the system prints, or nothing if it is missing, fails or takes longer than ten seconds.
 * No shell; `file` is absolute. `more`: what it finds in its environment besides ours. Output that is not UTF-8 comes with replacement characters.
 */
export function runTool(
  file: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile(
      file,
      [...args],
      {
        env: { ...process.env, ...more },
        shell: false,
        windowsHide: true,
        timeout: 10_000,
        maxBuffer: 16 * 1024 * 1024,
      },
      (error, stdout) => {
        resolve(error ? undefined : stdout);
      },
    );
  });
}
