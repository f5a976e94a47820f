import { describe, expect, it } from 'vitest';
import { defaultHotkeys } from '../../../../../src/main/desktop/hotkey/default-hotkeys.ts';
import {
  Hotkey,
  type HotkeyOptions,
  type ShortcutRegistry,
} from '../../../../../src/main/desktop/hotkey/hotkey.ts';
import type { HotkeySession } from '../../../../../src/main/desktop/hotkey/hotkey-session.ts';

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

function options(
  tried: readonly string[],
  onPressed: () => void,
  session: HotkeySession = 'given',
): HotkeyOptions {
  return { candidates: tried, onPressed, session, command: 'tidegate toggle' };
}

describe('the hotkey', () => {
  it('is the first default that is free, and says which one was not', () => {
    const registry = new Registry(['A']);
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => {}),
    );
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: 'B', refused: 'A', instead: null });
    expect(hotkey.problem).toBeUndefined();
  });

  it('is a problem when every default is taken', () => {
    const hotkey = new Hotkey(
      new Registry(candidates),
      options(candidates, () => {}),
    );
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: null, refused: 'A', instead: null });
    expect(hotkey.problem).toEqual({ kind: 'hotkey-taken', values: { hotkey: 'A' } });
  });

  it('is told as withheld, with what to bind instead, where the session gives none', () => {
    const hotkey = new Hotkey(
      new Registry(candidates),
      options(candidates, () => {}, 'withheld'),
    );
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: null, refused: 'A', instead: 'tidegate toggle' });
    const withheld = { kind: 'hotkey-withheld', values: { hotkey: 'A', command: 'tidegate toggle' } };
    expect(hotkey.problem).toEqual(withheld);
    expect(hotkey.replace('B')).toBe(false);
    expect(hotkey.whyRefused('B')).toMatchObject({ kind: 'hotkey-withheld', values: { hotkey: 'B' } });
  });

  it('counts as working where a portal of such a session gives it', () => {
    const hotkey = new Hotkey(
      new Registry([]),
      options(candidates, () => {}, 'withheld'),
    );
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: 'A', refused: null, instead: null });
  });

  it('works in part where only X11 windows hear it, and another program can still have it', () => {
    const hotkey = new Hotkey(
      new Registry(['B']),
      options(candidates, () => {}, 'x11-windows'),
    );
    hotkey.use(null);
    expect(hotkey.status).toEqual({ active: 'A', refused: null, instead: 'tidegate toggle' });
    expect(hotkey.problem).toBeUndefined();
    expect(hotkey.replace('B')).toBe(false);
    expect(hotkey.whyRefused('B')).toEqual({ kind: 'hotkey-taken', values: { hotkey: 'B' } });
    hotkey.use('B');
    expect(hotkey.problem).toEqual({ kind: 'hotkey-taken', values: { hotkey: 'B' } });
  });

  it('does not fall back to a default when the one the user chose is taken', () => {
    const registry = new Registry(['X']);
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => {}),
    );
    hotkey.use('X');
    expect(hotkey.status).toEqual({ active: null, refused: 'X', instead: null });
    expect([...registry.held.keys()]).toEqual([]);
  });

  it('treats an accelerator that Electron cannot read as refused', () => {
    const hotkey = new Hotkey(
      new Registry([]),
      options(candidates, () => {}),
    );
    hotkey.use('Nonsense');
    expect(hotkey.status).toEqual({ active: null, refused: 'Nonsense', instead: null });
  });

  it('lets go of the old accelerator when a new one is used', () => {
    const registry = new Registry([]);
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => {}),
    );
    hotkey.use('X');
    hotkey.use('Y');
    expect([...registry.held.keys()]).toEqual(['Y']);
  });

  it('stays as it is when another one is asked for that is taken, and says so', () => {
    const registry = new Registry(['Y']);
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => {}),
    );
    hotkey.use('X');
    expect(hotkey.replace('Y')).toBe(false);
    expect(hotkey.status).toEqual({ active: 'X', refused: 'Y', instead: null });
    expect(hotkey.replace('Z')).toBe(true);
    expect(hotkey.status).toEqual({ active: 'Z', refused: null, instead: null });
    expect([...registry.held.keys()]).toEqual(['Z']);
  });

  it('is let go while a new one is recorded, and taken back after', () => {
    const registry = new Registry([]);
    let pressed = 0;
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => (pressed += 1)),
    );
    hotkey.use('X');
    hotkey.record(true);
    expect(registry.held.size).toBe(0);
    hotkey.record(false);
    registry.held.get('X')?.();
    expect(pressed).toBe(1);
  });

  it('leaves nothing registered when released', () => {
    const registry = new Registry([]);
    const hotkey = new Hotkey(
      registry,
      options(candidates, () => {}),
    );
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

  it('lets its keys reach other programs while it is paused, and takes them back', () => {
    const registry = new Registry([]);
    const hotkey = new Hotkey(
      registry,
      options([], () => {}),
    );
    hotkey.use('X');
    hotkey.pause(true);
    expect([...registry.held.keys()]).toEqual([]);
    expect(hotkey.status).toMatchObject({ active: 'X', refused: null });
    // Recording another one while it is paused must not take it.
    hotkey.record(true);
    hotkey.record(false);
    hotkey.use('Y');
    expect(hotkey.replace('Z')).toBe(true);
    expect([...registry.held.keys()]).toEqual([]);
    hotkey.pause(false);
    expect([...registry.held.keys()]).toEqual(['Z']);
  });

  it('says so when another program has taken its keys during the pause', () => {
    const taken = new Set<string>();
    const registry = new Registry([]);
    Object.assign(registry, { taken });
    const hotkey = new Hotkey(
      registry,
      options([], () => {}),
    );
    hotkey.use('X');
    hotkey.pause(true);
    taken.add('X');
    hotkey.pause(false);
    expect(hotkey.status).toMatchObject({ active: null, refused: 'X' });
  });
});
