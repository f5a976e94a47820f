/** What a key in the finder's input asks of the list, besides moving and the keys of actions. */
export type ListKey =
  | { readonly kind: 'nth'; readonly nth: number }
  | { readonly kind: 'mark' }
  | { readonly kind: 'actions' }
  | { readonly kind: 'open'; readonly pin: boolean }
  | { readonly kind: 'escape' }
  | { readonly kind: 'pages' };

export interface KeyPress {
  readonly key: string;
  /** By place: digits are where they are on every keyboard, also where they take Shift to type. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** `atEnd`: nothing stands behind the caret, so Right has nowhere to go in the text. */
export function listKeyOf(press: KeyPress, atEnd: boolean): ListKey | undefined {
  const { altKey, key, shiftKey } = press;
  const command = press.ctrlKey || press.metaKey;
  if (command) return altKey || shiftKey ? undefined : withCommand(press.code);
  if (key === 'Enter') return { kind: 'open', pin: shiftKey };
  if (key === 'Escape') return { kind: 'escape' };
  if (key === 'Insert') return { kind: 'mark' };
  const onward = key === 'Tab' || (key === 'ArrowRight' && atEnd);
  return onward && !shiftKey && !altKey ? { kind: 'pages' } : undefined;
}

function withCommand(code: string): ListKey | undefined {
  if (code === 'KeyK') return { kind: 'actions' };
  const nth = /^Digit([1-9])$/.exec(code)?.[1];
  return nth === undefined ? undefined : { kind: 'nth', nth: Number(nth) };
}
