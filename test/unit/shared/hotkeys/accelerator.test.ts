import { describe, expect, it } from 'vitest';
import { acceleratorKeys, readHotkey, type KeyPress } from '#shared/hotkeys/accelerator.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  altGraph: false,
  ...held,
});
const control = { ctrlKey: true };
const shift = { shiftKey: true };
const alt = { altKey: true };

describe('a hotkey read from pressed keys', () => {
  it.each([
    ['Control+Shift+Space', press(' ', 'Space', { ...control, ...shift })],
    ['Control+Shift+K', press('K', 'KeyK', { ...control, ...shift })],
    ['Control+Alt+Shift+F9', press('F9', 'F9', { ...control, ...alt, ...shift })],
    ['Shift+F9', press('F9', 'F9', shift)],
    ['F13', press('F13', 'F13')],
    ['Alt+Space', press(' ', 'Space', alt)],
    ['Alt+Super+Up', press('ArrowUp', 'ArrowUp', { ...alt, metaKey: true })],
    ['Control+Shift+1', press('!', 'Digit1', { ...control, ...shift })],
    ['Control+Shift+num5', press('5', 'Numpad5', { ...control, ...shift })],
    ['Control+Shift+Plus', press('+', 'BracketRight', { ...control, ...shift })],
  ])('is %s', (accelerator, pressed) => {
    expect(readHotkey(pressed, 'linux')).toEqual({ kind: 'hotkey', accelerator });
  });

  it('follows the letter on a Latin keyboard and the place of the key on another', () => {
    expect(readHotkey(press('a', 'KeyQ', { ...control, ...shift }), 'win32')).toMatchObject({
      accelerator: 'Control+Shift+A',
    });
    expect(readHotkey(press('ф', 'KeyA', { ...control, ...shift }), 'win32')).toMatchObject({
      accelerator: 'Control+Shift+A',
    });
  });

  it('names the command key on macOS, where Control with Option writes nothing', () => {
    const command = { metaKey: true };
    expect(readHotkey(press('K', 'KeyK', { ...command, ...shift }), 'darwin')).toMatchObject({
      accelerator: 'Shift+Command+K',
    });
    expect(readHotkey(press('˚', 'KeyK', { ...control, ...alt }), 'darwin')).toMatchObject({
      accelerator: 'Control+Alt+K',
    });
  });

  it('waits while only modifiers are down', () => {
    expect(readHotkey(press('Shift', 'ShiftLeft', { ...control, ...shift }), 'linux')).toEqual({
      kind: 'incomplete',
      held: ['Control', 'Shift'],
    });
  });

  it.each([
    ['needs-modifier', 'a bare letter', press('k', 'KeyK')],
    ['needs-modifier', 'a letter with Shift', press('K', 'KeyK', shift)],
    ['needs-modifier', 'Space with Shift', press(' ', 'Space', shift)],
    ['needs-modifier', 'a bare F5', press('F5', 'F5')],
    ['alt-gr', 'Ctrl+Alt and a letter', press('e', 'KeyE', { ...control, ...alt })],
    ['alt-gr', 'Ctrl+Alt+Shift and a digit', press('"', 'Digit2', { ...control, ...alt, ...shift })],
    ['alt-gr', 'AltGr and a letter', press('€', 'KeyE', { altGraph: true })],
    ['everyday', 'Ctrl and a letter', press('c', 'KeyC', control)],
    ['reserved', 'Alt+Tab', press('Tab', 'Tab', alt)],
    ['reserved', 'Ctrl+Alt+Delete', press('Delete', 'Delete', { ...control, ...alt })],
    ['key-unknown', 'a dead key', press('Dead', 'IntlBackslash', { ...control, ...shift })],
  ] as const)('is refused as %s for %s', (reason, _what, pressed) => {
    expect(readHotkey(pressed, 'win32')).toEqual({ kind: 'refused', reason });
  });

  it('leaves the Dock its own combination', () => {
    expect(readHotkey(press('∂', 'KeyD', { ...alt, metaKey: true }), 'darwin')).toEqual({
      kind: 'refused',
      reason: 'reserved',
    });
  });
});

it('shows an accelerator key by key', () => {
  expect(acceleratorKeys('Control+Shift+Plus')).toEqual(['Control', 'Shift', 'Plus']);
});
