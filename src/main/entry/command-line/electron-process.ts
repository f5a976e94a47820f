import { exitNow } from '../../system/process/exit-now.ts';
import { app } from 'electron';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endHelpersAfterUs } from './own-children.ts';
import { makeTemporaryFolder, removeTemporaryFolder } from './temporary-folder.ts';

/** An Electron of its own beside the application's, that leaves nothing on the disk. */
export interface CommandLineProcess {
  /** The data folder of the application. */
  readonly root: string;
  /** A folder for this process alone; it goes with it. */
  readonly temporary: string;
  /** What starts the application: its executable, and the arguments that the runtime needs. */
  readonly starter: readonly [executable: string, ...args: string[]];
  /** The applications that it has started: they stay. */
  readonly started: Set<number>;
}

/**
 * Turns this process, before Electron is ready, into one that only answers its terminal: no lock, no window, no
 * graphics, and its own files in a folder that goes with it.
 */
export function becomeCommandLine(root: string, starter: CommandLineProcess['starter']): CommandLineProcess {
  const temporary = makeTemporaryFolder(tmpdir());
  app.setPath('userData', join(temporary, 'electron'));
  app.setPath('sessionData', join(temporary, 'electron'));
  app.disableHardwareAcceleration();
  app.on('window-all-closed', () => {});
  return { root, temporary, starter, started: new Set() };
}

/** Ends the command line: its helpers go, its temporary folder goes, and nothing is left to save. */
export function endCommandLine({ started, temporary }: CommandLineProcess, code: number): void {
  if (started.size > 0) endHelpersAfterUs(started);
  removeTemporaryFolder(temporary);
  exitNow(code);
}
