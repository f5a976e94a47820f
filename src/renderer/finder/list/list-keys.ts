import { chordOf, type Press } from '../../ui/keyboard.ts';

/** What a key in the finder's input asks of the list, besides moving and the keys of actions. */
export type ListKey =
  | { readonly kind: 'nth'; readonly nth: number }
  | { readonly kind: 'mark' }
  | { readonly kind: 'actions' }
  | { readonly kind: 'open'; readonly pin: boolean }
  | { readonly kind: 'escape' }
  | { readonly kind: 'pages' };

/** `atEnd`: nothing stands behind the caret, so Right has nowhere to go in the text. */
export function listKeyOf(press: Press, atEnd: boolean): ListKey | undefined {
  const { code, key } = press;
  switch (chordOf(press)) {
    case 'command':
      return withCommand(code);
    case 'shift':
      return key === 'Enter' ? { kind: 'open', pin: true } : undefined;
    case 'none':
      return alone(key, atEnd);
    case 'command+shift':
    case 'other':
      return undefined;
  }
}

function alone(key: string, atEnd: boolean): ListKey | undefined {
  if (key === 'Enter') return { kind: 'open', pin: false };
  if (key === 'Escape') return { kind: 'escape' };
  if (key === 'Insert') return { kind: 'mark' };
  return key === 'Tab' || (key === 'ArrowRight' && atEnd) ? { kind: 'pages' } : undefined;
}

/** By place: digits are where they are on every keyboard, also where they take Shift to type. */

function withCommand(code: string): ListKey | undefined {
  if (code === 'KeyK') return { kind: 'actions' };
  const nth = /^Digit([1-9])$/.exec(code)?.[1];
  return nth === undefined ? undefined : { kind: 'nth', nth: Number(nth) };
}
