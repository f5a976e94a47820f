/** The part of Electron's IPC event that tells who sent a message. */
export interface MessageOrigin {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number; isDestroyed(): boolean };
}

/**
 * SECURITY: a message counts only from the main frame of a page of ours, in a window that we made. `windows` maps
 * the id of each such window's web contents to its way in.
 */
export function entryOf<T>(
  event: MessageOrigin,
  origin: string,
  windows: ReadonlyMap<number, T>,
): T | undefined {
  const { senderFrame, sender } = event;
  if (senderFrame === null || senderFrame.parent !== null || sender.isDestroyed()) return undefined;
  // A custom scheme has the origin "null" in Node's URL, so the comparison is made on the text up to the path.
  if (!senderFrame.url.startsWith(`${origin}/`)) return undefined;
  return windows.get(sender.id);
}
