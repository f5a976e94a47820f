import { expect, it } from 'vitest';
import { changeSettings } from '../../../../src/main/commands/change-settings.ts';
import { Hotkey } from '../../../../src/main/desktop/hotkey/hotkey.ts';
import { SettingsService } from '../../../../src/main/state/settings/settings-service.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';

const [first, second, theirs] = ['Control+Shift+A', 'Control+Shift+B', 'Control+Shift+T'];

/** A desk where another program has `theirs`, and the finder's default is free. */
function desk(user: Partial<Settings>) {
  const held = new Set<string>();
  const registry = {
    register: (accelerator: string) =>
      accelerator !== theirs && !held.has(accelerator) && Boolean(held.add(accelerator)),
    unregister: (accelerator: string) => void held.delete(accelerator),
  };
  const written: unknown[] = [];
  const file = { path: '/s.json', read: () => user, write: (values: unknown) => void written.push(values) };
  const settings = new SettingsService(file, { defaults: {}, locks: {}, problems: [] });
  const hotkeys = {
    hotkey: new Hotkey(registry, ['Control+Shift+Space'], () => undefined),
    clipboardHotkey: new Hotkey(registry, [], () => undefined),
  };
  hotkeys.hotkey.use(settings.current.hotkey);
  hotkeys.clipboardHotkey.use(settings.current.clipboardHotkey);
  const change = changeSettings(settings, hotkeys, 'linux');
  return { change, held, hotkeys, settings, written };
}

it.each([
  ['chosen', { hotkey: first }, first],
  ['the default', {}, 'Control+Shift+Space'],
])('gives a hotkey back when the other is not to be had: the one before was %s', (_, user, before) => {
  const { change, held, hotkeys, settings, written } = desk({ ...user, language: 'en' });
  expect(change({ language: 'fr', hotkey: second, clipboardHotkey: theirs })).toEqual(
    err(problem('hotkey-taken', { hotkey: theirs })),
  );
  expect([...held]).toEqual([before]);
  expect(hotkeys.hotkey.status).toEqual({ active: before, refused: null });
  expect(hotkeys.clipboardHotkey.status).toEqual({ active: null, refused: theirs });
  expect(settings.current).toMatchObject({ language: 'en', clipboardHotkey: null });
  expect(written).toEqual([]);
});

it('touches no hotkey when one of them is none', () => {
  const { change, held, written } = desk({ hotkey: first });
  expect(change({ hotkey: second, clipboardHotkey: 'B' })).toMatchObject({
    error: { kind: 'hotkey-invalid' },
  });
  expect([...held]).toEqual([first]);
  expect(written).toEqual([]);
});

it('takes both when both are free', () => {
  const { change, held, settings } = desk({});
  expect(change({ hotkey: first, clipboardHotkey: second })).toMatchObject({ ok: true });
  expect([...held].sort()).toEqual([first, second]);
  expect(settings.current).toMatchObject({ hotkey: first, clipboardHotkey: second });
});

it('refuses the finder’s hotkey for the clipboard as our own, and nothing of that stays', () => {
  const { change, hotkeys, written } = desk({});
  expect(change({ clipboardHotkey: 'Shift+Control+Space' })).toEqual(
    err(problem('hotkey-own', { hotkey: 'Shift+Control+Space' })),
  );
  expect(hotkeys.clipboardHotkey.status).toEqual({ active: null, refused: null });
  expect(hotkeys.clipboardHotkey.problem).toBeUndefined();
  expect(written).toEqual([]);
});

it('refuses the clipboard’s hotkey for the finder, and both go on working', () => {
  const { change, held } = desk({ hotkey: first, clipboardHotkey: second });
  expect(change({ hotkey: second })).toEqual(err(problem('hotkey-own', { hotkey: second })));
  expect([...held].sort()).toEqual([first, second]);
});

it('refuses one combination for both at once', () => {
  const { change, held } = desk({ hotkey: first });
  expect(change({ hotkey: second, clipboardHotkey: second })).toMatchObject({
    error: { kind: 'hotkey-own' },
  });
  expect([...held]).toEqual([first]);
});
