import type { Platform } from '../platform.ts';

/** Reading a hotkey from pressed keys, in the syntax of Electron's accelerators: `Control+Shift+Space`. */

/** What a key press tells that matters here: the fields of a DOM KeyboardEvent of the same names. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  /** `getModifierState('AltGraph')`. */
  readonly altGraph: boolean;
}

/** Why a combination is not taken; each has a text in the catalogue, `setup.hotkey.refused.<reason>`. */
export type HotkeyRefusal = 'needs-modifier' | 'alt-gr' | 'everyday' | 'reserved' | 'key-unknown';

export type HotkeyReading =
  | { readonly kind: 'hotkey'; readonly accelerator: string }
  /** Only modifiers are down so far. */
  | { readonly kind: 'incomplete'; readonly held: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: HotkeyRefusal };

const modifierKeys: ReadonlySet<string> = new Set([
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'OS',
  'CapsLock',
  'Fn',
]);

/** Combinations that belong to the system, where a program that took them would do harm. */
const reserved: Readonly<Record<Platform, ReadonlySet<string>>> = {
  win32: new Set(['Alt+Tab', 'Alt+Shift+Tab', 'Alt+F4', 'Control+Alt+Delete', 'Control+Shift+Escape']),
  darwin: new Set([
    'Shift+Command+Tab',
    'Command+Tab',
    'Command+Space',
    'Alt+Command+D',
    'Alt+Command+Escape',
  ]),
  linux: new Set(['Alt+Tab', 'Alt+Shift+Tab', 'Alt+F4', 'Control+Alt+Delete', 'Control+Alt+Backspace']),
};

/** What a press means as a hotkey on this platform. */
export function readHotkey(press: KeyPress, platform: Platform): HotkeyReading {
  const held = heldModifiers(press, platform);
  if (modifierKeys.has(press.key)) return { kind: 'incomplete', held };
  if (press.altGraph) return refused('alt-gr');
  const key = electronKey(press);
  if (key === undefined) return refused('key-unknown');
  const reason = refusalOf(held, key, platform);
  return reason === undefined ? { kind: 'hotkey', accelerator: [...held, key].join('+') } : refused(reason);
}

const modifierNames: ReadonlySet<string> = new Set(['Control', 'Alt', 'Shift', 'Command', 'Super']);
const electronKeys =
  /^([A-Z0-9]|num\d|Space|Plus|Up|Down|Left|Right|Return|Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Escape|PrintScreen|F([1-9]|1\d|2[0-4])|[,\-./;=[\]\\`'])$/;

/** Whether this text, wherever it comes from, is a hotkey that `readHotkey` could have made on this platform. */
export function isHotkey(accelerator: string, platform: Platform): boolean {
  const keys = accelerator.split('+');
  const key = keys.at(-1) ?? '';
  const held = keys.slice(0, -1);
  const wellFormed =
    electronKeys.test(key) &&
    new Set(held).size === held.length &&
    held.every((name) => modifierNames.has(name));
  return wellFormed && refusalOf(held, key, platform) === undefined;
}

function refusalOf(held: readonly string[], key: string, platform: Platform): HotkeyRefusal | undefined {
  const writes = key.length === 1;
  // A function key needs no more than itself from F13 on; the lower ones mean something in every program.
  const standsAlone = /^F(1[3-9]|2[0-4])$/.test(key);
  const shiftOnly = held.length === 1 && held[0] === 'Shift';
  const shiftSuffices = /^F\d+$/.test(key);
  if (held.length === 0 ? !standsAlone : shiftOnly && !shiftSuffices) return 'needs-modifier';
  if (reserved[platform].has([...held, key].join('+'))) return 'reserved';
  // Ctrl+Alt is how Windows spells AltGr: as a hotkey it would eat a character of many keyboards.
  if (platform !== 'darwin' && writes && held.includes('Control') && held.includes('Alt')) return 'alt-gr';
  const everydayModifier = platform === 'darwin' ? 'Command' : 'Control';
  if (writes && held.length === 1 && held[0] === everydayModifier) return 'everyday';
  return undefined;
}

/** The keys of an accelerator, in order, for showing one by one. `Plus` stands for itself, so `+` only separates. */
export function acceleratorKeys(accelerator: string): readonly string[] {
  return accelerator.split('+').filter((key) => key !== '');
}

function refused(reason: HotkeyRefusal): HotkeyReading {
  return { kind: 'refused', reason };
}

function heldModifiers(press: KeyPress, platform: Platform): string[] {
  return [
    ...(press.ctrlKey ? ['Control'] : []),
    ...(press.altKey ? ['Alt'] : []),
    ...(press.shiftKey ? ['Shift'] : []),
    ...(press.metaKey ? [platform === 'darwin' ? 'Command' : 'Super'] : []),
  ];
}

const namedKeys: Readonly<Record<string, string>> = {
  ' ': 'Space',
  '+': 'Plus',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Enter: 'Return',
};

const sameNameKeys =
  /^(Tab|Backspace|Delete|Insert|Home|End|PageUp|PageDown|Escape|PrintScreen|F([1-9]|1\d|2[0-4]))$/;

/** True for one combination, however it is spelt. */
export function sameKeys(one: string, other: string | null): boolean {
  if (other === null) return false;
  const sorted = (accelerator: string) => [...acceleratorKeys(accelerator.toLowerCase())].sort().join('+');
  return sorted(one) === sorted(other);
}

/** Electron's name of the key: by its letter where that is Latin, else by its place on the keyboard. */
function electronKey({ key, code }: KeyPress): string | undefined {
  // Shift or Option change what a key writes; its place tells the digit and the letter all the same.
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const byPlace = /^(?:Key([A-Z])|Digit(\d)|(Space))$/.exec(code);
  if (byPlace) return byPlace[1] ?? byPlace[2] ?? byPlace[3];
  const numpad = /^Numpad(\d)$/.exec(code);
  if (numpad) return `num${numpad[1]}`;
  if (sameNameKeys.test(key)) return key;
  if (/^[,\-./;=[\]\\`']$/.test(key)) return key;
  return namedKeys[key];
}
