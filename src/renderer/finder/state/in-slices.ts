/**
 * Does long work in slices, each a task of its own, so that a key pressed meanwhile waits for one slice at most.
 * `slice` says whether more is to be done. By messages, because a hidden window's timers come once a second.
 * Returns how to stop.
 */
export function inSlices(slice: () => boolean): () => void {
  const { port1, port2 } = new MessageChannel();
  const stop = (): void => port1.close();
  port1.addEventListener('message', () => {
    if (slice()) port2.postMessage(null);
    else stop();
  });
  port1.start();
  port2.postMessage(null);
  return stop;
}
