/**
 * The one place where windows hear keys. `guardKeys` decides for a whole window which presses may do anything; parts of
 * the window take keys by `onKeys` or `listenForKeys` only, so that none of them can forget a rule.
 */

/** What a part of a window is told of a key. */
export interface Press {
  readonly key: string;
  /** The key by its place, so that every keyboard has it. */
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

/** Ctrl+S saves a form, and so does Ctrl+Enter, which leaves a text of several lines. */
export function isSaveKey(press: Press): boolean {
  return chordOf(press) === 'command' && (press.key === 'Enter' || press.key.toLowerCase() === 's');
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
  // oxlint-disable-next-line typescript/no-deprecated -- only keyCode tells a key that an input method has taken
  if (event.isComposing || event.keyCode === takenByInputMethod || event.key === 'Process') return 'ignore';
  if (!event.repeat || goesOn.has(event.key)) return 'hear';
  // Control with Alt is AltGr.
  const isLetter = event.key.length === 1 && !event.metaKey && (!event.ctrlKey || event.altKey);
  return writes && isLetter ? 'hear' : 'stop';
}

/** Which key it is: what some input methods and remote desktops send has no place on a keyboard. */
function placeOf({ code, key }: KeyboardEvent): string {
  return code || key;
}

/** A press that the system told as a held one, though its beginning was never seen here. */
interface Doubtful {
  readonly press: KeyboardEvent;
  /** How often it came. */
  count: number;
}

/**
 * Judges every key of a window before any part of it hears the key. Call it once in each window. `again`: makes the press
 * of a doubtful one, to be heard after all. Returns what forgets the keys that are down: whoever hides the window calls it,
 * because their end is told to another one.
 */
export function guardKeys(
  target: EventTarget,
  again: (press: KeyboardEvent) => Event = pressAgain,
): () => void {
  /** Keys whose press was seen here and that were not let go since. */
  const down = new Set<string>();
  let doubtful: Doubtful | null = null;
  const guard = (event: Event): void => {
    const press = event as KeyboardEvent;
    const verdict = judge(press, isTextField(event.target));
    const isKnown = down.has(placeOf(press));
    down.add(placeOf(press));
    // Chromium takes the first press after one whose end another window saw for the same press, still held. Escape may pass
    // at once: it only puts away.
    if (verdict === 'hear' || (verdict === 'stop' && press.key === 'Escape' && !isKnown)) return;
    event.stopImmediatePropagation();
    if (verdict !== 'stop') return;
    event.preventDefault();
    // A held key comes again before it is let go, a pressed one does not.
    if (doubtful !== null && placeOf(doubtful.press) === placeOf(press)) doubtful.count += 1;
    else if (!isKnown) doubtful = { press, count: 1 };
  };
  const letGo = (event: Event): void => {
    const place = placeOf(event as KeyboardEvent);
    down.delete(place);
    if (doubtful === null || placeOf(doubtful.press) !== place) return;
    const { count, press } = doubtful;
    doubtful = null;
    if (count === 1) (press.target ?? target).dispatchEvent(again(press));
  };
  target.addEventListener('keydown', guard, { capture: true });
  target.addEventListener('keyup', letGo, { capture: true });
  const forget = (): void => {
    down.clear();
    doubtful = null;
  };
  target.addEventListener('blur', forget);
  return forget;
}

/** The same press, not held. A button is pressed by hand: an event of ours has no effect of its own. */
function pressAgain(press: KeyboardEvent): Event {
  const { altKey, code, ctrlKey, key, metaKey, shiftKey, target } = press;
  const init = { altKey, bubbles: true, cancelable: true, code, ctrlKey, key, metaKey, shiftKey };
  const fresh = new KeyboardEvent('keydown', init);
  if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' '))
    queueMicrotask(() => {
      if (!fresh.defaultPrevented) target.click();
    });
  return fresh;
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
