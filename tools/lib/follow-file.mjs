import { open } from 'node:fs/promises';

/** Milliseconds between two looks. */
const pause = 200;

/**
 * Prints what a file is given, while it grows: for programs that can write to nothing but a file.
 * @param {string} path
 * @param {NodeJS.WritableStream} output
 * @returns {Promise<() => Promise<void>>} prints the rest and ends
 */
export async function followFile(path, output) {
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(64 * 1024);
  let at = 0;
  let reading = Promise.resolve();
  const readOn = async () => {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      output.write(Buffer.from(buffer.subarray(0, bytesRead)));
    }
  };
  const next = () => (reading = reading.then(readOn));
  const timer = setInterval(() => void next(), pause);
  return async () => {
    clearInterval(timer);
    await next();
    await file.close();
  };
}
