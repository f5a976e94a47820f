import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { say } from './log.mjs';

const variable = 'TIDEGATE_RUN_ID';

/**
 * Marks what one lane starts, so that what outlives it (a browser that a failed test left open) can be found and
 * ended, and nothing else. Linux only: elsewhere nothing is found.
 * @returns {{environment: NodeJS.ProcessEnv, end: () => Promise<void>}}
 */
export function markedRun() {
  const id = randomUUID();
  return { environment: { [variable]: id }, end: () => endMarked(`${variable}=${id}`) };
}

/** @param {string} mark */
async function endMarked(mark) {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const found = (await Promise.all(pids.map((pid) => read(pid, mark)))).filter((each) => each !== undefined);
  if (found.length === 0) return;
  say(
    `Ending ${found.length} processes that outlived their test: ${[...new Set(found.map(({ name }) => name))].join(', ')}`,
  );
  for (const { pid } of found) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Gone in the meantime, as the children of what was just ended are.
    }
  }
}

/** @param {string} pid @param {string} mark @returns {Promise<{pid: number, name: string} | undefined>} */
async function read(pid, mark) {
  try {
    const environment = await readFile(`/proc/${pid}/environ`, 'latin1');
    if (!environment.split('\0').includes(mark)) return undefined;
    return { pid: Number(pid), name: (await readFile(`/proc/${pid}/comm`, 'utf8')).trim() };
  } catch {
    return undefined;
  }
}
