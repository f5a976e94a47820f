import { carryOut, type Task } from '../../../src/main/system/files/tasks.ts';

// A reader process of plain Node, for tests: electron-reader.ts is that of the application.
process.once('message', (task: Task) => {
  void carryOut(task, (answer) => process.send?.(answer));
});
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
