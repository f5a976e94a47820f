import { expect, test, vi } from 'vitest';
import { changeSettings } from '../../../src/main/commands/change-settings.ts';
import { Hotkey } from '../../../src/main/hotkey/hotkey.ts';
import { problem } from '../../../src/shared/problem.ts';
import { err, ok } from '../../../src/shared/result.ts';
import { defaultSettings, type Settings } from '../../../src/shared/settings.ts';

/** Both hotkeys on one keyboard, where each combination can be had once. */
function desk() {
  const held = new Set<string>();
  const registry = {
    register: (accelerator: string) => !held.has(accelerator) && held.add(accelerator).has(accelerator),
    unregister: (accelerator: string) => void held.delete(accelerator),
  };
  const hotkeys = {
    hotkey: new Hotkey(registry, ['Control+Shift+Space'], () => {}),
    clipboardHotkey: new Hotkey(registry, [], () => {}),
  };
  hotkeys.hotkey.use(null);
  hotkeys.clipboardHotkey.use(null);
  const write = vi.fn((_change: Partial<Settings>) => ok(undefined));
  const settings = { current: defaultSettings, locked: [], change: write };
  const run = changeSettings(settings, hotkeys, 'linux');
  return { change: (change: Partial<Settings>) => run({ kind: 'changeSettings', change }), hotkeys, write };
}

test('the hotkey of the finder is refused for the clipboard as our own, and nothing of it stays', () => {
  const { change, hotkeys, write } = desk();
  expect(change({ clipboardHotkey: 'Shift+Control+Space' })).toEqual(
    err(problem('hotkey-own', { hotkey: 'Shift+Control+Space' })),
  );
  expect(hotkeys.clipboardHotkey.status).toEqual({ active: null, refused: null });
  expect(hotkeys.clipboardHotkey.problem).toBeUndefined();
  expect(write).not.toHaveBeenCalled();
});

test('the hotkey of the clipboard is refused for the finder, and both go on working', () => {
  const { change, hotkeys } = desk();
  expect(change({ clipboardHotkey: 'Control+Shift+F9' }).ok).toBe(true);
  expect(change({ hotkey: 'Control+Shift+F9' })).toEqual(
    err(problem('hotkey-own', { hotkey: 'Control+Shift+F9' })),
  );
  expect([hotkeys.hotkey.status.active, hotkeys.clipboardHotkey.status.active]).toEqual([
    'Control+Shift+Space',
    'Control+Shift+F9',
  ]);
});

test('one combination for both at once is refused', () => {
  const { change } = desk();
  const both = { hotkey: 'Control+Shift+F9', clipboardHotkey: 'Control+Shift+F9' };
  expect(change(both)).toMatchObject({ ok: false, error: { kind: 'hotkey-own' } });
});
