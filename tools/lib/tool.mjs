import { Stop } from './log.mjs';
import { interrupt, tidyUp } from './run.mjs';

/** @type {(() => Promise<void> | void)[]} */
const closers = [];

/** Remembers how to undo or end something when the tool ends, in whatever way. @param {() => Promise<void> | void} closer */
export function atEnd(closer) {
  closers.push(closer);
}

async function close() {
  for (let closer = closers.pop(); closer; closer = closers.pop()) {
    try {
      await closer();
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
  }
}

/**
 * Runs a tool: its result is the exit code, a Stop is printed plainly, and everything it opened is closed.
 * @param {() => Promise<number>} work
 */
export async function tool(work) {
  const state = { interrupted: false };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      state.interrupted = true;
      process.exitCode = 130;
      interrupt('SIGTERM');
    });
  }
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = 1;
    if (!state.interrupted)
      process.stderr.write(error instanceof Stop ? `\n${error.message}\n` : `${describe(error)}\n`);
  } finally {
    tidyUp();
    await close();
    if (state.interrupted) process.exitCode = 130;
  }
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
