import { app, utilityProcess } from 'electron';
import { join } from 'node:path';
import type { StartReader } from './files.ts';
import type { TaskAnswer } from './tasks.ts';

/** A utility process of Electron's: the package has no other Node that it could start. Only when the app is ready. */
export const startReader: StartReader = (task, hear) => {
  const script = join(app.getAppPath(), 'out', 'main', 'reader.cjs');
  const child = utilityProcess.fork(script, [], { stdio: 'ignore', serviceName: 'Tidegate reader' });
  let unwanted = false;
  child.once('spawn', () => {
    if (unwanted) end(child.pid);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between processes there is none
    else child.postMessage(task);
  });
  child.on('message', (answer: TaskAnswer) => hear(answer));
  return {
    ended: new Promise((resolve) => child.once('exit', () => resolve())),
    kill: () => {
      unwanted = true;
      end(child.pid);
    },
  };
};

/** Not by a polite signal: what waits for a share that is gone hears none. */
function end(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
