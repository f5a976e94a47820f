import { execFileSync } from 'node:child_process';
import type { WindowsProcess } from '../../../src/main/system/process/windows-processes.ts';
import { program } from './programs.ts';

/** The processes of this Windows with their real command lines. */
export function processesHere(): readonly WindowsProcess[] {
  const lines = execFileSync(program('processes'), { encoding: 'utf8' }).split('\0').slice(0, -1);
  return lines.map((line) => {
    const tab = line.indexOf('\t');
    return { pid: Number(line.slice(0, tab)), commandLine: line.slice(tab + 1) };
  });
}
