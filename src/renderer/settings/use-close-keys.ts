import { useEffect } from 'preact/hooks';
import type { Status } from '../../shared/status.ts';

/** Escape, and what closes a window on this system. A part that needs Escape itself prevents its default. */
export function useCloseKeys(platform: Status['platform']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      if (!isEscape(event) && !isClose(event, platform)) return;
      // What is being written in a field becomes the setting when the field is left.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      setTimeout(() => close());
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [platform]);
}

function isEscape(event: KeyboardEvent): boolean {
  if (event.key !== 'Escape' || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey)
    return false;
  // A search field empties itself first.
  const { target } = event;
  return !(target instanceof HTMLInputElement && target.type === 'search' && target.value !== '');
}

function isClose(event: KeyboardEvent, platform: Status['platform']): boolean {
  const [held, other] =
    platform === 'darwin' ? (['metaKey', 'ctrlKey'] as const) : (['ctrlKey', 'metaKey'] as const);
  return event.key.toLowerCase() === 'w' && event[held] && !event[other] && !event.altKey && !event.shiftKey;
}
