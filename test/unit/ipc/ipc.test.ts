import { describe, expect, it } from 'vitest';
import { mayAsk, type Entry } from '../../../src/main/commands/entries.ts';
import { parseCommand } from '../../../src/main/ipc/command-schema.ts';
import type { IpcMain } from 'electron';
import { ElectronIpc } from '../../../src/main/ipc/electron-ipc.ts';
import { entryOf, type MessageOrigin } from '../../../src/main/ipc/sender.ts';

const origin = 'app://tidegate';
const windows = new Map([[7, 'finder']]);
const message = (part: Partial<MessageOrigin> = {}): MessageOrigin => ({
  senderFrame: { url: 'app://tidegate/finder/index.html', parent: null },
  sender: { id: 7, isDestroyed: () => false },
  ...part,
});

describe('a message to main counts', () => {
  it('from the main frame of a page of ours in a window that we made', () => {
    expect(entryOf(message(), origin, windows)).toBe('finder');
  });

  it.each([
    ['no frame', message({ senderFrame: null })],
    ['a sub-frame', message({ senderFrame: { url: 'app://tidegate/finder/index.html', parent: {} } })],
    [
      'another origin',
      message({ senderFrame: { url: 'https://evil.example/app://tidegate/', parent: null } }),
    ],
    [
      'an origin that begins like ours',
      message({ senderFrame: { url: 'app://tidegate.evil/x', parent: null } }),
    ],
    ['a destroyed window', message({ sender: { id: 7, isDestroyed: () => true } })],
    ['a window that is not ours', message({ sender: { id: 8, isDestroyed: () => false } })],
  ])('never from %s', (_name, from) => {
    expect(entryOf(from, origin, windows)).toBeUndefined();
  });
});

it('a question that comes before the answers waits for them', async () => {
  const handlers = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>();
  const ipcMain = { handle: handlers.set.bind(handlers), removeHandler: handlers.delete.bind(handlers) };
  const ipc = new ElectronIpc(ipcMain as unknown as IpcMain);
  ipc.admit('finder', { id: 7, once: () => undefined } as unknown as Electron.WebContents);
  const early = handlers.get('finder:height')?.(message(), 96);
  const heights: unknown[] = [];
  ipc.answer({
    'window:state': () => Promise.reject(new Error('not asked here')),
    'profiles:list': () => Promise.resolve({ rows: [], counting: false }),
    'command:run': () => Promise.reject(new Error('not asked here')),
    'finder:height': (window, pixels) => void heights.push([window, pixels]),
  });
  await early;
  expect(heights).toEqual([['finder', 96]]);
  ipc.dispose();
  expect(handlers.size).toBe(0);
});

describe('a command from a window', () => {
  const tenantId = '6512e372-efef-4f37-86e3-f273783fdca6';

  it('is accepted as it stands', () => {
    const command = { kind: 'open', tenantId, destination: 'defender', query: 'smi' };
    expect(parseCommand(command)).toEqual(command);
    expect(parseCommand({ kind: 'changeSettings', change: { language: 'fr' } })).toEqual({
      kind: 'changeSettings',
      change: { language: 'fr' },
    });
    const annotate = { kind: 'annotate', tenantId, change: { name: 'Mine', tags: null } };
    expect(parseCommand(annotate)).toEqual(annotate);
  });

  it.each([
    ['nothing', undefined],
    ['a string', 'quit'],
    ['an unknown kind', { kind: 'format' }],
    ['a kind from the prototype', { kind: 'toString' }],
    ['a tenant id that is none', { kind: 'open', tenantId: '../..', destination: 'defender' }],
    ['an unknown destination', { kind: 'open', tenantId, destination: 'https://evil.example' }],
    ['more than was asked for', { kind: 'quit', executable: '/bin/sh' }],
    ['a note that is a number', { kind: 'annotate', tenantId, change: { note: 7 } }],
    ['an annotation nobody knows', { kind: 'annotate', tenantId, change: { script: 'x' } }],
    ['an unknown page', { kind: 'showSettings', page: 'toString' }],
    ['an unknown setting', { kind: 'changeSettings', change: { executable: '/bin/sh' } }],
  ])('is refused when it is %s', (_name, value) => {
    expect(parseCommand(value)).toBeUndefined();
  });
});

describe('a way in may ask only for what its row allows', () => {
  it.each<[Entry, Parameters<typeof mayAsk>[1], boolean]>([
    ['finder', 'open', true],
    ['finder', 'changeSettings', false],
    ['finder', 'quit', false],
    ['setup', 'changeSettings', true],
    ['setup', 'removeCustomer', false],
    ['settings', 'changeSettings', true],
    ['settings', 'open', true],
    ['setup', 'open', false],
    ['finder', 'deleteProfiles', false],
    ['tray', 'quit', true],
    ['tray', 'importText', false],
    ['second-start', 'toggleFinder', true],
    ['second-start', 'open', false],
    ['hotkey', 'open', false],
  ])('%s, %s: %s', (entry, kind, expected) => {
    expect(mayAsk(entry, kind)).toBe(expected);
  });
});
