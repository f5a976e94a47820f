import { chordOf, type Press } from '../../ui/keyboard.ts';

/** What a key in the finder's input asks of the list, besides moving and the keys of actions. */
export type ListKey =
  | { readonly kind: 'nth'; readonly nth: number }
  | { readonly kind: 'select' }
  | { readonly kind: 'actions' }
  | { readonly kind: 'open'; readonly pin: boolean }
  | { readonly kind: 'escape' }
  | { readonly kind: 'pages' }
  /** Empty the query. */
  | { readonly kind: 'clear' };

/** `atEnd`: nothing stands behind the caret, so Right has nowhere to go in the text. */
export function listKeyOf(press: Press, atEnd: boolean): ListKey | undefined {
  const { code, key } = press;
  switch (chordOf(press)) {
    case 'command':
      return withCommand(code, key);
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
  if (key === 'Insert') return { kind: 'select' };
  return key === 'Tab' || (key === 'ArrowRight' && atEnd) ? { kind: 'pages' } : undefined;
}

/** Digits by place: they are where they are on every keyboard, also where they take Shift to type. Ctrl+A is by its letter. */
function withCommand(code: string, key: string): ListKey | undefined {
  if (code === 'KeyK') return { kind: 'actions' };
  if (key.toLowerCase() === 'a') return { kind: 'clear' };
  const nth = /^Digit([1-9])$/.exec(code)?.[1];
  return nth === undefined ? undefined : { kind: 'nth', nth: Number(nth) };
}

/** What a key does in the finder, wherever its keyboard is. */
export type WindowKey = 'keys' | 'settings' | 'undo' | 'remedy';

export function windowKeyOf(press: Press): WindowKey | undefined {
  const { code, key } = press;
  const chord = chordOf(press);
  if (chord === 'none' && key === 'F1') return 'keys';
  if (chord === 'none' && key === 'F8') return 'remedy';
  if (chord !== 'command') return undefined;
  if (key.toLowerCase() === 'z') return 'undo';
  return key === ',' || code === 'Comma' ? 'settings' : undefined;
}

/** A press that types or moves in a list, so that it belongs to the input. Space belongs to a button that has the keyboard. */
export function belongsToInput(press: Press): boolean {
  const chord = chordOf(press);
  if (press.key === 'Backspace' || press.key.startsWith('Arrow')) return chord === 'none';
  return press.key.length === 1 && press.key !== ' ' && (chord === 'none' || chord === 'shift');
}
