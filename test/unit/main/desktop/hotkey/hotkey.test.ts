import { describe, expect, it } from 'vitest';
import { defaultHotkeys } from '../../../../../src/main/desktop/hotkey/default-hotkeys.ts';
import { Hotkey, type ShortcutRegistry } from '../../../../../src/main/desktop/hotkey/hotkey.ts';

class Registry implements ShortcutRegistry {
  readonly held = new Map<string, () => void>();
  readonly taken: ReadonlySet<string>;
  constructor(taken: readonly string[]) {
    this.taken = new Set(taken);
  }
  register(accelerator: string, callback: () => void): boolean {
    if (accelerator === 'Nonsense') throw new TypeError('conversion failure');
    if (this.taken.has(accelerator)) return false;
    this.held.set(accelerator, callback);
    return true;
  }
  unregister(accelerator: string): void {
    this.held.delete(accelerator);
  }
}

const candidates = ['A', 'B', 'C'];

describe('the hotkey', () => {
  it('is the first default that is free, and says which one was not', () => {
    const registry = new Registry(['A']);
    const hotkey = new Hotkey(registry, candidates, () => {});
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: 'B', refused: 'A' });
    expect(hotkey.problem).toBeUndefined();
  });

  it('is a problem when every default is taken', () => {
    const hotkey = new Hotkey(new Registry(candidates), candidates, () => {});
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: null, refused: 'A' });
    expect(hotkey.problem).toEqual({ kind: 'hotkey-taken', values: { hotkey: 'A' } });
  });

  it('does not fall back to a default when the one the user chose is taken', () => {
    const registry = new Registry(['X']);
    const hotkey = new Hotkey(registry, candidates, () => {});
    hotkey.use('X');
    expect(hotkey.status).toEqual({ active: null, refused: 'X' });
    expect([...registry.held.keys()]).toEqual([]);
  });

  it('treats an accelerator that Electron cannot read as refused', () => {
    const hotkey = new Hotkey(new Registry([]), candidates, () => {});
    hotkey.use('Nonsense');
    expect(hotkey.status).toEqual({ active: null, refused: 'Nonsense' });
  });

  it('lets go of the old accelerator when a new one is used', () => {
    const registry = new Registry([]);
    const hotkey = new Hotkey(registry, candidates, () => {});
    hotkey.use('X');
    hotkey.use('Y');
    expect([...registry.held.keys()]).toEqual(['Y']);
  });

  it('stays as it is when another one is asked for that is taken, and says so', () => {
    const registry = new Registry(['Y']);
    const hotkey = new Hotkey(registry, candidates, () => {});
    hotkey.use('X');
    expect(hotkey.replace('Y')).toBe(false);
    expect(hotkey.status).toEqual({ active: 'X', refused: 'Y' });
    expect(hotkey.replace('Z')).toBe(true);
    expect(hotkey.status).toEqual({ active: 'Z', refused: null });
    expect([...registry.held.keys()]).toEqual(['Z']);
  });

  it('is let go while a new one is recorded, and taken back after', () => {
    const registry = new Registry([]);
    let pressed = 0;
    const hotkey = new Hotkey(registry, candidates, () => (pressed += 1));
    hotkey.use('X');
    hotkey.record(true);
    expect(registry.held.size).toBe(0);
    hotkey.record(false);
    registry.held.get('X')?.();
    expect(pressed).toBe(1);
  });

  it('leaves nothing registered when released', () => {
    const registry = new Registry([]);
    const hotkey = new Hotkey(registry, candidates, () => {});
    hotkey.use(null);
    hotkey.release();
    expect(registry.held.size).toBe(0);
    expect(hotkey.status.active).toBeNull();
  });

  it('never defaults to AltGr (Ctrl+Alt+letter) or to the Dock shortcut of macOS', () => {
    for (const accelerator of Object.values(defaultHotkeys).flat()) {
      expect(accelerator).not.toMatch(/^(Control|Ctrl)\+Alt\+[A-Z]$/);
      expect(accelerator).not.toBe('Command+Alt+D');
    }
  });
});
