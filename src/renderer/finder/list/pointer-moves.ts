/** From so many pixels of the screen on the pointer has moved. Scaling rounds one that rests by one or two. */
const leastMove = 3;
/** For so long after the list appears it takes no highlight from the pointer, in milliseconds. */
const quietTime = 300;

/**
 * Tells a pointer that the user moves from one that rests while rows come to lie under it: the browser reports both alike.
 * SECURITY: a pointer at rest must not choose whom Enter opens.
 */
export class PointerMoves {
  readonly #now: () => number;
  /** Where the pointer was when it last moved, or was first reported. */
  #from: { readonly x: number; readonly y: number } | null = null;
  /** Until then, on the clock of `now`, nothing counts as a move. */
  #quietUntil = 0;

  /** `now` is in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** The list has just appeared. */
  appeared(): void {
    this.#quietUntil = this.#now() + quietTime;
    this.changed();
  }

  /** Other rows may lie under the pointer now. */
  changed(): void {
    this.#from = null;
  }

  /** True when the pointer was really moved. In screen coordinates, so that a window that grows moves nothing. */
  moved({ screenX: x, screenY: y }: { readonly screenX: number; readonly screenY: number }): boolean {
    const from = this.#from;
    const isQuiet = this.#now() < this.#quietUntil;
    if (from !== null && !isQuiet && Math.hypot(x - from.x, y - from.y) < leastMove) return false;
    this.#from = { x, y };
    return from !== null && !isQuiet;
  }
}
