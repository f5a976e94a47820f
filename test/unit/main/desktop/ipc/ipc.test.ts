import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { mayAsk, type WayIn } from '../../../../../src/main/commands/entries.ts';
import type { CommandKind } from '#shared/commands/command.ts';
import { parseCommand } from '../../../../../src/main/desktop/ipc/command-schema.ts';
import type { IpcMain } from 'electron';
import { ElectronIpc } from '../../../../../src/main/desktop/ipc/electron-ipc.ts';
import { entryOf, type MessageOrigin } from '../../../../../src/main/desktop/ipc/sender.ts';

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

type Handlers = Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>;

/** Electron's own, as far as it is used: `instant` are questions that stop the page until they are answered. */
function fakeIpcMain(handlers: Handlers, instant = new EventEmitter()): IpcMain {
  return Object.assign(instant, {
    handle: handlers.set.bind(handlers),
    removeHandler: handlers.delete.bind(handlers),
  }) as unknown as IpcMain;
}

it('the finder’s page is told at once which showing it is, and nobody else is', () => {
  const instant = new EventEmitter();
  const ipc = new ElectronIpc(fakeIpcMain(new Map(), instant));
  ipc.admit('finder', { id: 7, once: () => undefined } as unknown as Electron.WebContents);
  ipc.admit('settings', { id: 9, once: () => undefined } as unknown as Electron.WebContents);
  const ask = (from: MessageOrigin): unknown => {
    const event: MessageOrigin & { returnValue?: unknown } = { ...from };
    instant.emit('finder:showing', event);
    return event.returnValue;
  };
  expect(ask(message())).toBe(0);
  ipc.answerShowing(() => 4);
  expect(ask(message())).toBe(4);
  expect(ask(message({ sender: { id: 9, isDestroyed: () => false } }))).toBe(0);
  expect(ask(message({ sender: { id: 8, isDestroyed: () => false } }))).toBe(0);
  expect(ask(message({ senderFrame: { url: 'https://evil.example/', parent: null } }))).toBe(0);
  ipc.dispose();
  expect(instant.eventNames()).toEqual([]);
});

it('a question that comes before the answers waits for them', async () => {
  const handlers: Handlers = new Map();
  const ipcMain = fakeIpcMain(handlers);
  const ipc = new ElectronIpc(ipcMain);
  ipc.admit('finder', { id: 7, once: () => undefined } as unknown as Electron.WebContents);
  const early = handlers.get('finder:height')?.(message(), 96);
  const heights: unknown[] = [];
  ipc.answer({
    'window:state': () => Promise.reject(new Error('not asked here')),
    'profiles:list': () => Promise.resolve({ rows: [], counting: false }),
    'command:run': () => Promise.reject(new Error('not asked here')),
    'about:read': () => Promise.reject(new Error('not asked here')),
    'doctor:check': () => Promise.reject(new Error('not asked here')),
    'finder:height': (window, pixels) => void heights.push([window, pixels]),
  });
  await early;
  expect(heights).toEqual([['finder', 96]]);
  ipc.dispose();
  expect(handlers.size).toBe(0);
});

describe('a question of somebody who is no window of ours', () => {
  const stranger = { id: 8, once: () => undefined } as unknown as Electron.WebContents;

  it.each([
    ['from a window that was not admitted', message({ sender: { id: 8, isDestroyed: () => false } })],
    [
      'from a frame inside a page of ours',
      message({ senderFrame: { url: `${origin}/finder/`, parent: {} } }),
    ],
    [
      'from a page of somebody else’s',
      message({ senderFrame: { url: 'https://evil.example/', parent: null } }),
    ],
  ])('%s is refused on every channel, before and after there are answers', async (_name, from) => {
    const handlers: Handlers = new Map();
    const ipcMain = fakeIpcMain(handlers);
    const ipc = new ElectronIpc(ipcMain);
    ipc.admit('finder', { id: 7, once: () => undefined } as unknown as Electron.WebContents);
    const answered: string[] = [];
    expect(handlers.size).toBe(8);
    for (const handler of handlers.values()) await expect(handler(from, {})).rejects.toThrow('refused');
    ipc.answer({
      'window:state': () => Promise.reject(new Error('answered')),
      'profiles:list': () => Promise.reject(new Error('answered')),
      'command:run': () => Promise.reject(new Error('answered')),
      'window:painted': () => void answered.push('painted'),
      'about:read': () => Promise.reject(new Error('not asked here')),
      'doctor:check': () => Promise.reject(new Error('not asked here')),
      'journal:read': () => Promise.reject(new Error('not asked here')),
      'finder:height': () => void answered.push('height'),
    });
    for (const handler of handlers.values()) await expect(handler(from, {})).rejects.toThrow('refused');
    expect(answered).toEqual([]);
    // One that is admitted is heard from then on.
    ipc.admit('settings', stranger);
    await handlers.get('finder:height')?.(message({ sender: { id: 8, isDestroyed: () => false } }), 96);
    expect(answered).toEqual(['height']);
  });
});

describe('a command from a window', () => {
  const tenantId = '6512e372-efef-4f37-86e3-f273783fdca6';

  it('is accepted as it stands', () => {
    const command = { kind: 'open', tenantId, page: 'defender', query: 'smi' };
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
    ['a tenant id that is none', { kind: 'open', tenantId: '../..', page: 'defender' }],
    ['an unknown page', { kind: 'open', tenantId, page: 'https://evil.example' }],
    ['more than was asked for', { kind: 'quit', executable: '/bin/sh' }],
    ['a note that is a number', { kind: 'annotate', tenantId, change: { note: 7 } }],
    ['an annotation nobody knows', { kind: 'annotate', tenantId, change: { script: 'x' } }],
    ['an unknown page', { kind: 'showSettings', page: 'toString' }],
    ['an unknown setting', { kind: 'changeSettings', change: { executable: '/bin/sh' } }],
    ['a program', { kind: 'changeSettings', change: { browserPath: '/opt/x' } }],
    ['a command', { kind: 'changeSettings', change: { customCommand: '/opt/x {url}' } }],
    ['a command switched on', { kind: 'changeSettings', change: { customAllowed: true } }],
    ['arguments', { kind: 'changeSettings', change: { browserArguments: ['--lang=fr'] } }],
    ['no arguments, which have a command too', { kind: 'changeSettings', change: { browserArguments: [] } }],
    ['hosts', { kind: 'changeSettings', change: { portalHosts: ['evil.example'] } }],
    ['the place of a list', { kind: 'changeSettings', change: { sharedList: '/srv/list.csv' } }],
    ['the place of a list of hunts', { kind: 'changeSettings', change: { huntList: '/srv/hunts.json' } }],
    ['a setting of another type', { kind: 'changeSettings', change: { language: { toString: 'fr' } } }],
    ['a choice that is none', { kind: 'changeSettings', change: { isolation: 'none' } }],
    [
      'a good setting beside a program',
      { kind: 'changeSettings', change: { language: 'fr', browserPath: '/x' } },
    ],
    ['a program that a page chose', { kind: 'chooseBrowserProgram', path: '/opt/x' }],
    ['a list that a page chose', { kind: 'chooseSharedList', from: { kind: 'file', file: '/srv/l.csv' } }],
    ['an import that a page chose', { kind: 'importFile', file: '/etc/passwd' }],
    ['an export that a page chose', { kind: 'exportCustomers', format: 'csv', file: '/home/a/.bashrc' }],
    ['a yes that main did not hear', { kind: 'wipe', confirmed: true }],
    ['a yes to a host', { kind: 'confirmHost', host: 'evil.example', confirmed: true }],
    [
      'a place for the journal that a page chose',
      {
        kind: 'exportJournal',
        filter: { tenantIds: null, from: null, to: null, page: null },
        file: '/home/a/.bashrc',
      },
    ],
    [
      'a day of the journal that is none',
      { kind: 'exportJournal', filter: { tenantIds: null, from: '2026', to: null, page: null } },
    ],
    ['a yes that main did not hear, to the end of the journal', { kind: 'deleteJournal', confirmed: true }],
    ['customers to select that are none', { kind: 'selectCustomers', tenantIds: ['../..'] }],
    ['a way that names a program', { kind: 'open', tenantId, page: 'defender', how: { executable: '/x' } }],
  ])('is refused when it is %s', (_name, value) => {
    expect(parseCommand(value)).toBeUndefined();
  });
});

describe('switching off what is guarded', () => {
  it('needs nobody’s yes', () => {
    const change = { browserPath: null, customAllowed: false, customCommand: null, sharedList: null };
    const command = { kind: 'changeSettings', change };
    expect(parseCommand(command)).toEqual(command);
  });
});

describe('the whole row of a way in', () => {
  /** Every kind of command there is; the compiler asks for a new one here. */
  const everyKind: { readonly [K in CommandKind]: true } = {
    ...{ open: true, openMany: true, openLink: true, openClipboard: true, acknowledgeInstruction: true },
    ...{
      copy: true,
      copyHelp: true,
      copyReport: true,
      showPlace: true,
      resetProfile: true,
      closeBrowsers: true,
      pinFinder: true,
      sync: true,
    },
    ...{ cancelSync: true, signIn: true, cancelSignIn: true, signOut: true, stepUp: true, checkAccess: true },
    ...{ lookForUpdate: true, restartToUpdate: true },
    ...{
      askIncidents: true,
      cancelCheckAccess: true,
      cancelImport: true,
      lookUpError: true,
      forgetCustomer: true,
      wipe: true,
      endShift: true,
    },
    ...{ restoreCustomer: true, selectCustomers: true, handOver: true },
    ...{ exportJournal: true, deleteJournal: true },
    ...{
      importText: true,
      importFile: true,
      dropList: true,
      previewImport: true,
      importPlanned: true,
      exportCustomers: true,
    },
    ...{
      addCustomer: true,
      nameOwnTenant: true,
      removeCustomer: true,
      annotate: true,
      acceptHeld: true,
      refuseHeld: true,
    },
    ...{ changeSettings: true, confirmHost: true, unconfirmHost: true, chooseBrowserProgram: true },
    ...{ setBrowserArguments: true, setCustomCommand: true, chooseSharedList: true, clearProfile: true },
    ...{ deleteProfiles: true, recordHotkey: true, toggleFinder: true, hideFinder: true, showSettings: true },
    ...{ addSamples: true, removeSamples: true, showSetup: true, openAppRegistrations: true },
    ...{ pauseHotkeys: true, editCustomers: true, quit: true },
  };
  const rowOf = (wayIn: WayIn) =>
    (Object.keys(everyKind) as CommandKind[]).filter((kind) => mayAsk(wayIn, kind)).toSorted();

  it.each<[WayIn, readonly CommandKind[]]>([
    ['hotkey', ['toggleFinder']],
    ['notice', ['open', 'toggleFinder']],
    ['clipboard-hotkey', ['openClipboard']],
    ['status-notice', ['showSettings']],
    ['second-start', ['toggleFinder']],
    ['link', ['open', 'openLink', 'selectCustomers']],
    [
      'tray',
      [
        ...(['cancelSignIn', 'cancelSync', 'endShift', 'open', 'openClipboard', 'pauseHotkeys'] as const),
        ...([
          'quit',
          'restartToUpdate',
          'showSettings',
          'signIn',
          'signOut',
          'sync',
          'toggleFinder',
        ] as const),
      ],
    ],
    [
      'command-line',
      [
        ...(['exportCustomers', 'importFile', 'open', 'openLink', 'previewImport', 'sync'] as const),
        ...(['toggleFinder', 'wipe'] as const),
      ],
    ],
  ])('%s: this and nothing else', (wayIn, kinds) => {
    expect(rowOf(wayIn)).toEqual(kinds);
  });

  it.each<[WayIn, readonly CommandKind[]]>([
    ['finder', ['closeBrowsers', 'confirmHost', 'forgetCustomer', 'resetProfile']],
    ['setup', []],
    [
      'settings',
      [
        ...([
          'chooseBrowserProgram',
          'chooseSharedList',
          'clearProfile',
          'confirmHost',
          'deleteProfiles',
        ] as const),
        ...([
          'endShift',
          'forgetCustomer',
          'removeCustomer',
          'setBrowserArguments',
          'setCustomCommand',
        ] as const),
        ...(['signOut', 'wipe'] as const),
      ],
    ],
  ])('%s: of what a dialog stands before, this and nothing else', (wayIn, kinds) => {
    const grave: readonly CommandKind[] = [
      ...([
        'chooseBrowserProgram',
        'chooseSharedList',
        'clearProfile',
        'closeBrowsers',
        'confirmHost',
      ] as const),
      ...([
        'deleteProfiles',
        'endShift',
        'forgetCustomer',
        'quit',
        'removeCustomer',
        'resetProfile',
      ] as const),
      ...(['setBrowserArguments', 'setCustomCommand', 'signOut', 'wipe'] as const),
    ];
    expect(rowOf(wayIn).filter((kind) => grave.includes(kind))).toEqual(kinds);
  });
});

describe('a way in may ask only for what its row allows', () => {
  it.each<[WayIn, Parameters<typeof mayAsk>[1], boolean]>([
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
  ])('%s, %s: %s', (wayIn, kind, expected) => {
    expect(mayAsk(wayIn, kind)).toBe(expected);
  });
});
