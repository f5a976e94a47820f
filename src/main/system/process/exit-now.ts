/**
 * Ends this process at once, with nothing saved. Electron's own exit was seen to hang in processes that live for a moment
 * only (33.2.1).
 */
export function exitNow(code: number): void {
  // Node has this function and does not document it.
  (process as unknown as { reallyExit(code: number): void }).reallyExit(code);
}
