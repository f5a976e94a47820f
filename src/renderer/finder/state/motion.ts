import { chordOf, type Press } from '../../ui/keyboard.ts';
import { shownRows } from './virtual-window.ts';

/** How the keyboard moves the highlight. */
export type Motion = 'next' | 'previous' | 'nextPage' | 'previousPage' | 'first' | 'last';

const alone: Readonly<Record<string, Motion>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'nextPage',
  PageUp: 'previousPage',
};
const withCommand: Readonly<Record<string, Motion>> = { Home: 'first', End: 'last' };

/** The motion a key asks for. Home and End alone stay with the text in the input. */
export function motionOf(press: Press): Motion | undefined {
  const chord = chordOf(press);
  if (chord === 'none') return alone[press.key];
  return chord === 'command' ? withCommand[press.key] : undefined;
}

/** The highlighted index after a motion; -1 is none. Single steps go round, pages, of `page` rows, stop at the ends. */
export function move(
  motion: Motion,
  highlighted: number,
  count: number,
  page: number = shownRows.usual,
): number {
  if (count === 0) return -1;
  const last = count - 1;
  switch (motion) {
    case 'first':
      return 0;
    case 'last':
      return last;
    case 'next':
      return highlighted >= last ? 0 : highlighted + 1;
    case 'previous':
      return highlighted <= 0 ? last : highlighted - 1;
    case 'nextPage':
      return Math.min(last, Math.max(0, highlighted) + page);
    case 'previousPage':
      return Math.max(0, highlighted - page);
  }
}
