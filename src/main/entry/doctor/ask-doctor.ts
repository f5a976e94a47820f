import { execFile } from 'node:child_process';
import type { Diagnosis } from './diagnosis.ts';

/** A doctor who does not answer in this time is given up, in milliseconds. */
const patience = 60_000;

/**
 * Has the command line's doctor look, in a process of its own: one doctor for both, and no stall for whoever uses the
 * application meanwhile. `starter`: the executable and its first arguments. Nothing when it does not answer.
 */
export function askDoctor(starter: readonly [string, ...string[]]): Promise<Diagnosis | undefined> {
  const [executable, ...args] = starter;
  // It needs no screen.
  const headless = process.platform === 'linux' ? ['--ozone-platform=headless'] : [];
  return new Promise((resolve) => {
    execFile(
      executable,
      [...args, ...headless, 'doctor', '--json'],
      { shell: false, windowsHide: true, timeout: patience, maxBuffer: 4 * 1024 * 1024 },
      // It ends with 1 where something is to be mended.
      (_error, stdout) => resolve(readDiagnosis(stdout)),
    );
  });
}

/** The last line is the answer: a runtime may have something to say before. */
export function readDiagnosis(output: string): Diagnosis | undefined {
  try {
    const told = JSON.parse(output.trim().split('\n').at(-1) ?? '') as { kind?: unknown };
    return told.kind === 'doctor' ? (told as unknown as Diagnosis) : undefined;
  } catch {
    return undefined;
  }
}
