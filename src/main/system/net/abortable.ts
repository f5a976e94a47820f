/** Gives the outcome of the work, or that of `aborted` if the signal aborts first. The work itself goes on. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal, aborted: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(aborted());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
