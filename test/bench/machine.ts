import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

/** Where and when was measured: numbers of another machine are not to be compared. */
export interface Machine {
  /** ISO 8601, the day. */
  readonly date: string;
  readonly processor: string;
  readonly cores: number;
  /** GiB. */
  readonly memory: number;
  readonly system: string;
  readonly node: string;
  /** Null when no Electron was started. */
  readonly electron: string | null;
}

export function describeMachine(electron: string | undefined): Machine {
  const processors = cpus();
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memory: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    electron:
      electron === undefined ? null : execFileSync(electron, ['--version'], { encoding: 'utf8' }).trim(),
  };
}
