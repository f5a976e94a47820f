import { EventEmitter } from 'node:events';
import { beforeEach, expect, it, vi } from 'vitest';
import type { TidegateApi, WindowState } from '#shared/commands/channels.ts';
import type { PackedDelta } from '#shared/commands/packed-delta.ts';

const electron = vi.hoisted(() => ({
  ipc: undefined as unknown as EventEmitter & { invoke: (channel: string) => Promise<unknown> },
  exposed: undefined as unknown,
}));
vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (_name: string, api: unknown) => (electron.exposed = api) },
  get ipcRenderer() {
    return electron.ipc;
  },
}));

/** What main is asked, in order. */
let asked: string[];

/** The window's functions, as a preload that has just been loaded gives them. */
async function load(): Promise<TidegateApi> {
  vi.resetModules();
  await import('../../../src/preload/preload.ts');
  return electron.exposed as TidegateApi;
}

const tell = (event: string, payload: unknown): void => void electron.ipc.emit(event, {}, payload);

beforeEach(() => {
  asked = [];
  const invoke = (channel: string): Promise<unknown> => {
    asked.push(channel);
    return Promise.resolve(`answer ${asked.length}`);
  };
  electron.ipc = Object.assign(new EventEmitter(), { invoke });
});

it('asks for the state before the page does, and gives the page that answer once', async () => {
  const api = await load();
  expect(asked).toEqual(['window:state']);
  expect(await api.state()).toBe('answer 1' as unknown as WindowState);
  expect(await api.state()).toBe('answer 2' as unknown as WindowState);
});

it('keeps what main tells until the page listens, in order, and tells it once', async () => {
  const api = await load();
  tell('list:changed', 'first');
  tell('list:changed', 'second');
  const heard: PackedDelta[] = [];
  const release = api.onList((list) => heard.push(list));
  expect(heard).toEqual(['first', 'second']);
  tell('list:changed', 'third');
  expect(heard).toEqual(['first', 'second', 'third']);
  const later: PackedDelta[] = [];
  api.onList((list) => later.push(list));
  expect(later).toEqual([]);
  release();
  tell('list:changed', 'fourth');
  expect(heard).toEqual(['first', 'second', 'third']);
  expect(later).toEqual(['fourth']);
});

it('does so for each part of the state by itself', async () => {
  const api = await load();
  tell('usage:changed', 'usage');
  tell('status:changed', 'status');
  const heard: unknown[] = [];
  api.onStatus((status) => heard.push(status));
  api.onUsage((usage) => heard.push(usage));
  api.onList((list) => heard.push(list));
  expect(heard).toEqual(['status', 'usage']);
});

it.each([
  ['onList', 'list:changed', ['payload']],
  ['onUsage', 'usage:changed', ['payload']],
  ['onStatus', 'status:changed', ['payload']],
  ['onProfiles', 'profiles:changed', ['payload']],
  ['onProblem', 'finder:problem', ['payload']],
  ['onInstruction', 'finder:instruction', ['payload']],
  ['onFinderShown', 'finder:shown', ['payload']],
  ['onFinderHidden', 'finder:hidden', []],
] as const)(
  '%s gives the page what main tells, and never the event that leads back to main',
  async (on, event, told) => {
    const api = await load();
    const heard: unknown[][] = [];
    const listen: (listener: (...args: unknown[]) => void) => () => void = api[on];
    // Before the page listens, for what is kept until then, and after.
    if (['onList', 'onUsage', 'onStatus'].includes(on))
      electron.ipc.emit(event, { sender: 'way back' }, 'payload');
    listen((...args) => void heard.push(args));
    electron.ipc.emit(event, { sender: 'way back' }, 'payload', 'more');
    expect(heard.length).toBeGreaterThan(0);
    for (const args of heard) expect(args).toEqual(told);
  },
);
