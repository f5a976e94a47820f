import type { Comparison } from '../comparison.ts';
import type { Keyboard } from '../x11/keyboard.ts';
import type { Screen } from '../x11/screen.ts';
import type { XConnection } from '../x11/connection.ts';
import type { World } from '../../world/world.ts';

/** What the rows that start applications share. */
export interface Stage {
  readonly electron: string;
  /** The folder of Tidegate, built. */
  readonly tidegate: string;
  /** The folder of the bare application. */
  readonly bare: string;
  /** A folder for homes. Its path has no spaces. */
  readonly folder: string;
  /** With 10,000 customers, in pages of 100. */
  readonly world: World;
  readonly connection: XConnection;
  readonly keyboard: Keyboard;
  readonly screen: Screen;
  /** Longer runs and more of them. */
  readonly full: boolean;
  /** Tells the person who waits. */
  readonly say: (text: string) => void;
}

export interface Row {
  readonly name: string;
  measure(stage: Stage): Promise<readonly Comparison[]>;
}

/** Does something so many times, one after the other; the first is for warmth and does not count. */
export async function repeat(times: number, act: (index: number) => Promise<void>): Promise<void> {
  for (let index = -1; index < times; index += 1) await act(index);
}
