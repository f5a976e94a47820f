/** The work's outcome, or what `aborted` makes once the signal aborts, whichever is first. The work is not stopped. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal, aborted: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => resolve(aborted());
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
