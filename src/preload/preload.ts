import { contextBridge, ipcRenderer } from 'electron';
import type { Events, InstantRequests, Requests, TidegateApi } from '#shared/commands/channels.ts';

/**
 * The whole of what our windows can reach. SECURITY: named functions only, so no page can choose a channel; the
 * event, which carries the way back into ipcRenderer, never reaches the page; nothing here can be replaced.
 */

function ask<Name extends keyof Requests>(
  name: Name,
  ...values: Requests[Name]['args']
): Promise<Requests[Name]['result']> {
  return ipcRenderer.invoke(name, ...values) as Promise<Requests[Name]['result']>;
}

function askAtOnce<Name extends keyof InstantRequests>(name: Name): InstantRequests[Name] {
  return ipcRenderer.sendSync(name) as InstantRequests[Name];
}

function listen<Name extends keyof Events>(
  name: Name,
  listener: (payload: Events[Name]) => void,
): () => void {
  for (const payload of unheard.get(name)?.() ?? []) listener(payload as Events[Name]);
  const withoutEvent = (_event: unknown, payload: Events[Name]): void => listener(payload);
  ipcRenderer.on(name, withoutEvent);
  return () => void ipcRenderer.removeListener(name, withoutEvent);
}

/**
 * What main tells of the state before the page listens, for the page: the state was asked for before it had its code, and
 * a change that it missed would be missing until the next one. Taken once, by the first that listens.
 */
const unheard = new Map<keyof Events, () => readonly unknown[]>();
for (const name of ['list:changed', 'usage:changed', 'status:changed', 'texts:changed'] as const) {
  const payloads: unknown[] = [];
  const keep = (_event: unknown, payload: unknown): void => void payloads.push(payload);
  ipcRenderer.on(name, keep);
  unheard.set(name, () => {
    unheard.delete(name);
    ipcRenderer.removeListener(name, keep);
    return payloads;
  });
}

/** Asked before the page has its code, so that the answer is under way while that is read. */
let first: Promise<Requests['window:state']['result']> | undefined = ask('window:state');
// Whoever takes it hears of a failure; until then it is no unhandled one.
first.catch(() => undefined);

function takeState(): Promise<Requests['window:state']['result']> {
  const state = first ?? ask('window:state');
  first = undefined;
  return state;
}

const api: TidegateApi = Object.freeze({
  state: takeState,
  run: (command) => ask('command:run', command),
  profiles: () => ask('profiles:list'),
  painted: () => ask('window:painted'),
  about: () => ask('about:read'),
  checkUp: () => ask('doctor:check'),
  journal: (from) => ask('journal:read', from),
  setFinderHeight: (pixels) => ask('finder:height', pixels),
  finderShowing: () => askAtOnce('finder:showing'),
  onList: (listener) => listen('list:changed', listener),
  onUsage: (listener) => listen('usage:changed', listener),
  onStatus: (listener) => listen('status:changed', listener),
  onTexts: (listener) => listen('texts:changed', listener),
  onProfiles: (listener) => listen('profiles:changed', listener),
  onProblem: (listener) => listen('finder:problem', listener),
  onInstruction: (listener) => listen('finder:instruction', listener),
  onSelection: (listener) => listen('finder:selection', listener),
  onFinderShown: (listener) => listen('finder:shown', listener),
  onFinderHidden: (listener) => listen('finder:hidden', () => listener()),
  onFinderForget: (listener) => listen('finder:forget', () => listener()),
} satisfies TidegateApi);

contextBridge.exposeInMainWorld('tidegate', api);
