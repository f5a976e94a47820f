import { useEffect } from 'preact/hooks';
import type { Platform } from '#shared/platform.ts';
import { chordOf, listenForKeys, type HeardPress } from '../ui/keyboard.ts';

/** Escape, and what closes a window on this system. A part that needs Escape itself prevents its default. */
export function useCloseKeys(platform: Platform): void {
  useEffect(
    () =>
      listenForKeys((press) => {
        if (!isEscape(press) && !isClose(press, platform)) return false;
        // What is being written in a field becomes the setting when the field is left.
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        setTimeout(() => close());
        return true;
      }),
    [platform],
  );
}

function isEscape(press: HeardPress): boolean {
  if (press.key !== 'Escape' || chordOf(press) !== 'none') return false;
  // A search field empties itself first.
  const { target } = press;
  return !(target instanceof HTMLInputElement && target.type === 'search' && target.value !== '');
}

function isClose(press: HeardPress, platform: Platform): boolean {
  const held = platform === 'darwin' ? press.metaKey : press.ctrlKey;
  return press.key.toLowerCase() === 'w' && held && chordOf(press) === 'command';
}
