import { spawn } from 'node:child_process';

/** What a process that was killed had said. */
export interface Killed {
  readonly said: string;
  /** What it complained of, when it ended before it was killed. */
  readonly endedByItself: string | undefined;
}

/** Starts a script in plain Node and kills it so many milliseconds after its first word. */
export async function killAfter(
  script: string,
  args: readonly string[],
  milliseconds: number,
): Promise<Killed> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaint = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
    said += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
  // 'close' comes when everything that was said has been read as well.
  const signal = await new Promise((resolve) => child.once('close', (_code, name) => resolve(name)));
  return { said, endedByItself: signal === 'SIGKILL' ? undefined : `${said}${complaint}` };
}
