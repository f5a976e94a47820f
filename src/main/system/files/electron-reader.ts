import { carryOut, type Task } from './tasks.ts';

// What runs in a reader process: see files.ts.
const { parentPort } = process;
parentPort.once('message', ({ data }: { readonly data: Task }) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- between processes there is none
  void carryOut(data, (answer) => parentPort.postMessage(answer));
});
