import { expect, it } from 'vitest';
import { mayAsk } from '../../../../../src/main/commands/entries.ts';
import { parseCommand } from '../../../../../src/main/desktop/ipc/command-schema.ts';
import { heaviestList } from '#shared/imports/import.ts';

it('a window hands on the bytes of a list, no more of them than a list may have, and never a path', () => {
  const bytes = new Uint8Array(3);
  expect(parseCommand({ kind: 'dropList', bytes })).toEqual({ kind: 'dropList', bytes });
  expect(parseCommand({ kind: 'previewImport', from: { kind: 'bytes', bytes } })).toBeDefined();
  const heavy = new Uint8Array(heaviestList + 1);
  expect(parseCommand({ kind: 'dropList', bytes: heavy })).toBeUndefined();
  expect(parseCommand({ kind: 'importFile', from: { kind: 'bytes', bytes: heavy } })).toBeUndefined();
  expect(parseCommand({ kind: 'dropList', bytes, path: '/etc/passwd' })).toBeUndefined();
  expect(
    parseCommand({ kind: 'previewImport', from: { kind: 'file', file: '/etc/passwd' } }),
  ).toBeUndefined();
});

it('only a window drops a list: no link, tray, hotkey or second start', () => {
  for (const wayIn of ['finder', 'setup', 'settings'] as const) expect(mayAsk(wayIn, 'dropList')).toBe(true);
  for (const wayIn of ['link', 'tray', 'hotkey', 'clipboard-hotkey', 'second-start', 'command-line'] as const)
    expect(mayAsk(wayIn, 'dropList')).toBe(false);
});
