import { fork, type ChildProcess } from 'node:child_process';
import type { StartReader } from '../../../src/main/system/files/files.ts';
import { carryOut, type TaskAnswer } from '../../../src/main/system/files/tasks.ts';

/** Does the task in this very process, and has ended when it is done. Nothing that hangs is to be read with it. */
export const readerHere: StartReader = (task, hear) => ({
  ended: task.do === 'watch' ? new Promise(() => {}) : carryOut(task, hear),
  kill: () => undefined,
});

/** A reader that never says anything, until it is ended. */
export const hungReader: StartReader = () => {
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, kill: () => end() };
};

/** Starts processes of plain Node that run the bundled `reader-script`; `started` gets each. */
export function forkedReaders(script: string, started: (child: ChildProcess) => void): StartReader {
  return (task, hear) => {
    const child = fork(script, [], { serialization: 'advanced', stdio: 'ignore' });
    started(child);
    child.on('message', (answer) => hear(answer as TaskAnswer));
    child.on('error', () => undefined);
    child.send(task, () => undefined);
    return {
      ended: new Promise((resolve) => child.once('exit', () => resolve())),
      kill: () => void child.kill('SIGKILL'),
    };
  };
}
