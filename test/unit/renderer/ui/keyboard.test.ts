import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { motionOf } from '../../../../src/renderer/finder/state/motion.ts';
import { listKeyOf } from '../../../../src/renderer/finder/list/list-keys.ts';
import { actionOf } from '../../../../src/renderer/finder/state/actions.ts';
import { chordOf, guardKeys, onKeys } from '../../../../src/renderer/ui/keyboard.ts';
import { aPress } from '../../support/keys.ts';

interface KeyEventParts {
  readonly key: string;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly keyCode?: number;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
}

/** Where a key goes: nothing but what the guard asks of an element. */
class Place extends EventTarget {
  readonly tagName: string;
  readonly type: string;
  constructor(tagName: string, type = '') {
    super();
    this.tagName = tagName;
    this.type = type;
  }
}

const guarded = new WeakSet<Place>();

function keyEvent(type: 'keydown' | 'keyup', parts: KeyEventParts): Event {
  return Object.assign(new Event(type, { cancelable: true }), {
    ...{
      repeat: false,
      isComposing: false,
      keyCode: 0,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      code: '',
    },
    ...parts,
  });
}

/** Whether a part of a guarded window hears the key, and whether the key keeps its usual effect. */
function press(parts: KeyEventParts, place = new Place('INPUT', 'text')) {
  if (!guarded.has(place)) guardKeys(place, ({ key }) => keyEvent('keydown', { key }));
  guarded.add(place);
  let isHeard = false;
  place.addEventListener('keydown', () => (isHeard = true));
  const event = keyEvent('keydown', parts);
  place.dispatchEvent(event);
  return { isHeard, hasEffect: !event.defaultPrevented };
}

const heard = { isHeard: true, hasEffect: true };
const stopped = { isHeard: false, hasEffect: false };
const leftToInputMethod = { isHeard: false, hasEffect: true };

describe('a key that is held', () => {
  it.each(['Enter', 'Escape', 'Tab', ' ', 'F2', 'Insert', 'Control', 'Dead'])(
    'acts once: %s on a button',
    (key) => {
      const button = new Place('BUTTON', 'submit');
      expect(press({ key }, button)).toEqual(heard);
      expect(press({ key, repeat: true }, button)).toEqual(stopped);
      expect(press({ key, repeat: true }, button)).toEqual(stopped);
    },
  );

  it.each([
    { key: 'Enter' },
    { key: 'Enter', ctrlKey: true },
    { key: 'k', ctrlKey: true },
    { key: 'c', metaKey: true },
    { key: '1', ctrlKey: true },
    { key: 'Tab' },
  ])('acts once, in a field as well: %o', (parts) => {
    expect(press({ ...parts, repeat: true })).toEqual(stopped);
    expect(press({ ...parts, repeat: true }, new Place('TEXTAREA'))).toEqual(stopped);
  });

  it('acts once also when it is Escape that closed a dialog of the system before', () => {
    const field = new Place('INPUT', 'text');
    expect(press({ key: 'Escape', repeat: true }, field)).toEqual(heard);
    expect(press({ key: 'Escape', repeat: true }, field)).toEqual(stopped);
    field.dispatchEvent(keyEvent('keyup', { key: 'Escape' }));
    expect(press({ key: 'Escape', repeat: true }, field)).toEqual(heard);
    field.dispatchEvent(new Event('blur'));
    expect(press({ key: 'Escape', repeat: true }, field)).toEqual(heard);
    // No other key is given the benefit of the doubt: Enter opens customers.
    for (const key of ['Enter', ' ', 'Tab'])
      expect(press({ key, repeat: true }, new Place('BUTTON'))).toEqual(stopped);
  });

  it('is told from one that only looks so when it is let go: a new press is heard then, once', () => {
    const field = new Place('INPUT', 'text');
    let count = 0;
    // Its end went to the window that was in front: the system takes the next press for the same one.
    expect(press({ key: 'Enter', repeat: true }, field)).toEqual(stopped);
    field.addEventListener('keydown', () => (count += 1));
    field.dispatchEvent(keyEvent('keyup', { key: 'Enter' }));
    expect(count).toBe(1);
    // One that is held comes again before it is let go.
    for (let times = 0; times < 3; times += 1) press({ key: 'Enter', repeat: true }, field);
    field.dispatchEvent(keyEvent('keyup', { key: 'Enter' }));
    expect(count).toBe(1);
    // One whose beginning was seen here is held.
    expect(press({ key: 'Enter' }, field)).toEqual(heard);
    const before = count;
    expect(press({ key: 'Enter', repeat: true }, field)).toEqual(stopped);
    field.dispatchEvent(keyEvent('keyup', { key: 'Enter' }));
    expect(count).toBe(before);
  });

  it.each(['ArrowDown', 'ArrowLeft', 'PageUp', 'Home', 'Backspace', 'Delete'])('goes on: %s', (key) => {
    expect(press({ key, repeat: true })).toEqual(heard);
    expect(press({ key, repeat: true, ctrlKey: true })).toEqual(heard);
  });

  it('goes on writing in a field, also with AltGr, and nowhere else', () => {
    for (const parts of [{ key: 'a' }, { key: ' ' }, { key: '@', ctrlKey: true, altKey: true }]) {
      expect(press({ ...parts, repeat: true })).toEqual(heard);
      expect(press({ ...parts, repeat: true }, new Place('TEXTAREA'))).toEqual(heard);
      for (const type of ['checkbox', 'radio', 'button', 'submit'])
        expect(press({ ...parts, repeat: true }, new Place('INPUT', type))).toEqual(stopped);
    }
  });
});

describe('a key that an input method composes with', () => {
  it.each([
    { key: 'Enter', isComposing: true },
    // Chromium sends the Enter that ends a word after the word, with this code.
    { key: 'Enter', keyCode: 229 },
    { key: 'Process' },
    { key: 'ArrowDown', isComposing: true, repeat: true },
    { key: 'Escape', keyCode: 229 },
  ])('does nothing else: %o', (parts) => {
    expect(press(parts)).toEqual(leftToInputMethod);
  });
});

describe('modifiers', () => {
  it('count exactly, and Control with Alt is AltGr', () => {
    expect(chordOf(aPress('a'))).toBe('none');
    expect(chordOf(aPress('a', 'shiftKey'))).toBe('shift');
    expect(chordOf(aPress('a', 'ctrlKey'))).toBe('command');
    expect(chordOf(aPress('a', 'metaKey'))).toBe('command');
    expect(chordOf(aPress('a', 'ctrlKey', 'shiftKey'))).toBe('command+shift');
    expect(chordOf(aPress('a', 'ctrlKey', 'altKey'))).toBe('other');
    expect(chordOf(aPress('a', 'altKey'))).toBe('other');
    expect(chordOf(aPress('a', 'ctrlKey', 'metaKey'))).toBe('other');
  });

  it.each([
    'Enter',
    'Escape',
    'Insert',
    'Tab',
    'ArrowDown',
    'PageUp',
    'Home',
    'Digit1',
    'KeyK',
    'KeyD',
    'F2',
  ])('that are those of AltGr, or of Alt, make no command of %s', (key) => {
    for (const held of [['altKey'], ['ctrlKey', 'altKey'], ['ctrlKey', 'metaKey']] as const) {
      const pressed = aPress(key, ...held);
      expect([listKeyOf(pressed, true), motionOf(pressed), actionOf(pressed)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });
});

it('a key that a part of the window has used is told to no other part', () => {
  const told: string[] = [];
  const inner = onKeys(({ key }) => told.push(`inner ${key}`) > 0);
  const outer = onKeys(({ key }) => told.push(`outer ${key}`) > 0);
  const event = Object.assign(new Event('keydown', { cancelable: true }), {
    key: 'Escape',
    getModifierState: () => false,
  }) as unknown as KeyboardEvent;
  inner.onKeyDown(event);
  outer.onKeyDown(event);
  expect(told).toEqual(['inner Escape']);
});

describe('the windows', () => {
  const renderer = join(import.meta.dirname, '../../../../src/renderer');
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(renderer, name), 'utf8') }));

  it('hear keys by the guard only', () => {
    const raw =
      /\bonkey(down|up|press)|['"`]key(down|up|press)|\bKeyboardEvent\b|\.keyCode\b|\.isComposing\b/i;
    const found = files.filter(({ name, text }) => name !== 'ui/keyboard.ts' && raw.test(text));
    expect(found.map(({ name }) => name)).toEqual([]);
  });

  it('all have the guard', () => {
    const entries = files.filter(({ name }) => name.endsWith('/main.tsx'));
    expect(entries.map(({ name }) => name).sort()).toEqual([
      'finder/main.tsx',
      'settings/main.tsx',
      'setup/main.tsx',
    ]);
    for (const { name, text } of entries)
      expect(text, name).toMatch(/^(?:const forgetKeys = )?guardKeys\(window\);$/m);
  });
});
