import type { Platform } from '../platform.ts';
import { acceleratorKeys } from './accelerator.ts';
import type { MessageKey, Translate } from '../locales/messages.ts';

const macSigns: Readonly<Record<string, string>> = {
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Command: '⌘',
};

const named: Readonly<Record<string, MessageKey>> = {
  Control: 'common.key.control',
  Alt: 'common.key.alt',
  Shift: 'common.key.shift',
  Space: 'common.key.space',
  Return: 'common.key.enter',
  Enter: 'common.key.enter',
  Escape: 'common.key.escape',
  Backspace: 'common.key.backspace',
  Delete: 'common.key.delete',
  Insert: 'common.key.insert',
  Home: 'common.key.home',
  End: 'common.key.end',
  PageUp: 'common.key.pageUp',
  PageDown: 'common.key.pageDown',
  Up: 'common.key.up',
  Down: 'common.key.down',
  Left: 'common.key.left',
  Right: 'common.key.right',
};

/** What is printed on a key of an accelerator, in the user's language. */
export function keyLabel(key: string, platform: Platform, t: Translate): string {
  if (key === 'Super') return platform === 'win32' ? 'Win' : 'Super';
  if (key === 'CommandOrControl') return keyLabel(platform === 'darwin' ? 'Command' : 'Control', platform, t);
  if (key === 'Plus') return '+';
  if (key.startsWith('num')) return t('common.key.numpad', { digit: key.slice(3) });
  const sign = platform === 'darwin' ? macSigns[key] : undefined;
  const message = named[key];
  return sign ?? (message === undefined ? key : t(message));
}

/** A hotkey as one text. */
export function formatAccelerator(accelerator: string, platform: Platform, t: Translate): string {
  const keys = acceleratorKeys(accelerator).map((key) => keyLabel(key, platform, t));
  return keys.join(platform === 'darwin' ? ' ' : '+');
}
