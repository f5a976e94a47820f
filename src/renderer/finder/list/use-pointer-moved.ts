import { useLayoutEffect, useState } from 'preact/hooks';
import { PointerMoves } from './pointer-moves.ts';

/**
 * Whether a pointer event over a list is a real move. `showing` changes when the window is shown, `content` when other
 * rows may lie under the pointer.
 */
export function usePointerMoved(
  showing: number,
  ...content: readonly unknown[]
): (event: PointerEvent) => boolean {
  const [moves] = useState(() => new PointerMoves());
  useLayoutEffect(() => moves.appeared(), [showing]);
  useLayoutEffect(() => moves.changed(), content);
  return (event) => moves.moved(event);
}
