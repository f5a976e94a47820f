import { Emitter } from '#shared/events/emitter.ts';
import type { TidegateApi, WindowState } from '#shared/commands/channels.ts';
import type { ListDelta } from '#shared/commands/list-delta.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { Language } from '#shared/locales/language.ts';
import type { Catalogue, WindowTexts } from '#shared/locales/messages.ts';
import { unpackDelta } from '#shared/commands/packed-delta.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { Usage } from '#shared/status/usage.ts';

/** A window's own copy of what main knows. Each change is a new value; what did not change keeps its identity. */
export interface AppState {
  readonly revision: number;
  /** The customers come from A to Z. */
  readonly ordered: boolean;
  readonly customers: ReadonlyMap<TenantId, Customer>;
  readonly usage: Usage;
  readonly status: Status;
  readonly texts: SpokenTexts;
}

/** The language in force with its texts. */
export interface SpokenTexts {
  readonly language: Language;
  readonly catalogue: Catalogue;
}

export interface AppStore {
  /** Null until main has answered once. */
  get(): AppState | null;
  /**
   * Calls the listener after each change, until the returned function is called. `change`: what became of the customers;
   * the first time it is all of them, and it is missing when something else changed.
   */
  subscribe(listener: (change?: ListDelta) => void): () => void;
  close(): void;
}

type CustomerList = Pick<AppState, 'revision' | 'ordered' | 'customers'>;

const emptyList: CustomerList = { revision: -1, ordered: false, customers: new Map() };

/** The list after a change. A change that is not newer than the list is one the list already contains. */
export function applyDelta(list: CustomerList, delta: ListDelta): CustomerList {
  if (delta.revision <= list.revision) return list;
  const customers = new Map(delta.reset ? [] : list.customers);
  for (const tenantId of delta.remove) customers.delete(tenantId);
  for (const customer of delta.upsert) customers.set(customer.tenantId, customer);
  return { revision: delta.revision, ordered: delta.reset && delta.ordered === true, customers };
}

/** What main told before its first answer came. */
interface Early {
  readonly deltas: ListDelta[];
  usage?: Usage;
  status?: Status;
  texts?: SpokenTexts;
}

/** Asks main for everything and follows its changes. */
export function openAppStore(
  api: Pick<TidegateApi, 'state' | 'onList' | 'onUsage' | 'onStatus' | 'onTexts'>,
): AppStore {
  const changes = new Emitter<ListDelta | undefined>();
  let state: AppState | null = null;
  // What main told while its first answer was under way is at least as new as that answer.
  let early: Early | null = { deltas: [] };

  const become = (next: AppState, change?: ListDelta): void => {
    state = next;
    changes.tell(change);
  };
  const start = (answer: WindowState): void => {
    if (early === null) return;
    const { deltas, ...newer } = early;
    early = null;
    const list = deltas.reduce(
      applyDelta,
      applyDelta(emptyList, { ...unpackDelta(answer.list), reset: true }),
    );
    const { customers, ...head } = list;
    const all = { ...head, reset: true, upsert: [...customers.values()], remove: [] };
    const texts = newer.texts ?? spoken(answer.texts);
    become({ ...list, usage: answer.usage, status: answer.status, ...newer, texts }, all);
  };

  const releases = [
    api.onList((packed) => {
      const delta = unpackDelta(packed);
      if (early !== null) early.deltas.push(delta);
      if (state === null) return;
      const list = applyDelta(state, delta);
      if (list !== state) become({ ...state, ...list }, delta);
    }),
    api.onUsage((usage) => {
      if (early !== null) early.usage = usage;
      else if (state !== null) become({ ...state, usage });
    }),
    api.onStatus((status) => {
      if (early !== null) early.status = status;
      else if (state !== null) become({ ...state, status });
    }),
    api.onTexts((told) => {
      const texts = spoken(told);
      if (early !== null) early.texts = texts;
      else if (state !== null) become({ ...state, texts });
    }),
  ];
  void api.state().then(start);

  return {
    get: () => state,
    subscribe(listener) {
      return changes.on(listener);
    },
    close() {
      early = null;
      for (const release of releases) release();
      changes.clear();
    },
  };
}

function spoken({ catalogue, language }: WindowTexts): SpokenTexts {
  return { language, catalogue: JSON.parse(catalogue) as Catalogue };
}
