import type { Press } from '../../../src/renderer/ui/keyboard.ts';

type Modifier = 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey';

/** A press of this key, with exactly these modifiers held. */
export function aPress(key: string, ...held: readonly Modifier[]): Press {
  return {
    key,
    code: key,
    ctrlKey: held.includes('ctrlKey'),
    metaKey: held.includes('metaKey'),
    altKey: held.includes('altKey'),
    shiftKey: held.includes('shiftKey'),
  };
}
