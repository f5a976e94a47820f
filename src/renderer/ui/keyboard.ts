/**
 * The one place where windows hear keys. `guardKeys` decides for a whole window which presses may do anything; parts of
 * the window take keys by `onKeys` or `listenForKeys` only, so that none of them can forget a rule.
 */

/** What a part of a window is told of a key. */
export interface Press {
  readonly key: string;
  /** By place, so that every keyboard has it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export interface HeardPress extends Press {
  readonly altGraph: boolean;
  /** The key is held, and the system sends it again. */
  readonly repeat: boolean;
  readonly target: EventTarget | null;
}

/** Says whether it did something: then the key does nothing else. */
export type KeyHandler = (press: HeardPress) => boolean;

/** Exactly these modifiers are held; Command and Control are one. Control with Alt is AltGr, which types. */
export type Chord = 'none' | 'shift' | 'command' | 'command+shift' | 'other';

export function chordOf({ altKey, ctrlKey, metaKey, shiftKey }: Omit<Press, 'key' | 'code'>): Chord {
  if (altKey || (ctrlKey && metaKey)) return 'other';
  if (ctrlKey || metaKey) return shiftKey ? 'command+shift' : 'command';
  return shiftKey ? 'shift' : 'none';
}

/**
 * What may come of a press: `hear` it; `ignore` it here and leave it to the input method that composes with it; or
 * `stop` it, so that not even a button is pressed by it.
 */
type Verdict = 'hear' | 'ignore' | 'stop';

type Judged = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'repeat' | 'isComposing' | 'keyCode'
>;

/** Code of a key that an input method has taken. Chromium gives it to the Enter that ends a word, after composing. */
const takenByInputMethod = 229;

/** Keys that go on while they are held: they move or delete, and nothing that they do needs to be taken back. */
const goesOn: ReadonlySet<string> = new Set([
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'Delete',
  'End',
  'Home',
  'PageDown',
  'PageUp',
]);

/**
 * SECURITY: a held key acts once, until it is released: it must not answer the question that its own press has raised, or
 * open a customer twice.
 * `writes`: the key goes to a field for text.
 */
function judge(event: Judged, writes: boolean): Verdict {
  if (event.isComposing || event.keyCode === takenByInputMethod || event.key === 'Process') return 'ignore';
  if (!event.repeat || goesOn.has(event.key)) return 'hear';
  // Control with Alt is AltGr.
  const isLetter = event.key.length === 1 && !event.metaKey && (!event.ctrlKey || event.altKey);
  return writes && isLetter ? 'hear' : 'stop';
}

/** Judges every key of a window before any part of it hears the key. Call it once in each window. */
export function guardKeys(target: EventTarget): void {
  let escapeIsDown = false;
  const guard = (event: Event): void => {
    const press = event as KeyboardEvent;
    const verdict = judge(press, isTextField(event.target));
    // Chromium takes the first Escape after one that closed a dialog of the system's for the same press, still held.
    const isFirst = press.key === 'Escape' && !escapeIsDown && verdict === 'stop';
    escapeIsDown ||= press.key === 'Escape';
    if (verdict === 'hear' || isFirst) return;
    event.stopImmediatePropagation();
    if (verdict === 'stop') event.preventDefault();
  };
  const letGo = (): void => void (escapeIsDown = false);
  target.addEventListener('keydown', guard, { capture: true });
  target.addEventListener('keyup', letGo, { capture: true });
  target.addEventListener('blur', letGo);
}

/** The attributes of an element that takes keys. */
export function onKeys(pressed: KeyHandler, released?: (press: HeardPress) => void) {
  return {
    onKeyDown: (event: KeyboardEvent): void => {
      if (!event.defaultPrevented && pressed(heard(event))) event.preventDefault();
    },
    ...(released && { onKeyUp: (event: KeyboardEvent): void => released(heard(event)) }),
  };
}

/** Hears every key of the window that no part of it has used. Returns what ends that. */
export function listenForKeys(pressed: KeyHandler): () => void {
  const { onKeyDown } = onKeys(pressed);
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

/** Hears that any key was pressed, also one that the guard stops. Call it before `guardKeys`. */
export function beforeKeys(told: () => void): void {
  addEventListener('keydown', told, { capture: true });
}

function heard(event: KeyboardEvent): HeardPress {
  const { altKey, code, ctrlKey, key, metaKey, repeat, shiftKey, target } = event;
  const altGraph = event.getModifierState('AltGraph');
  return { altGraph, altKey, code, ctrlKey, key, metaKey, repeat, shiftKey, target };
}

/** Kinds of inputs that letters do not write into. */
const withoutText: ReadonlySet<string> = new Set(['button', 'checkbox', 'color', 'radio', 'range', 'submit']);

function isTextField(target: EventTarget | null): boolean {
  const { tagName, type = '' } = (target ?? {}) as Partial<HTMLInputElement>;
  return tagName === 'TEXTAREA' || (tagName === 'INPUT' && !withoutText.has(type));
}
