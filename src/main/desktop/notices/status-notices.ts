import { formatAccelerator } from '#shared/hotkeys/key-label.ts';
import type { Customer } from '#shared/customer/customer.ts';
import type { Translate } from '#shared/locales/messages.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { Status } from '#shared/status/status.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** What the user is told outside the windows, and the page of the settings that a click leads to. */
export interface StatusNotice {
  readonly title: string;
  readonly body: string;
  readonly page: SettingsPage;
}

type Customers = ReadonlyMap<TenantId, Customer>;

/** The customer list. It is asked for its customers only when they matter: merging them may take its time. */
export interface RevisedList {
  /** Grows with every change. */
  readonly revision: number;
  customers(): Customers;
}

const day = 86_400_000;
/** How many days before its end an access is told of: time to ask for another. */
const endsWithin = 14;
/** A notice names at most this many. */
const mostNames = 3;

/**
 * Decides what is worth a word while no window is open: a sign-in that ended, an access that ends within 14 days, customers
 * that a sync brought or lost, a hotkey that was lost. Each is told once, and nothing is told of what went well.
 */
export class StatusNotices {
  #status: Status | undefined;
  /** Who was listed when the running sync began; undefined while none runs, or during the first of all. */
  #before: ReadonlySet<TenantId> | undefined;
  /** The revision of the list whose ends of access were read last. */
  #readRevision: number | undefined;
  /** The end of access that was told last, for each customer. */
  readonly #ends = new Map<TenantId, string>();

  /** `now` in milliseconds. */
  plan(status: Status, list: RevisedList, now: number, t: Translate): readonly StatusNotice[] {
    const before = this.#status;
    this.#status = status;
    const began = before?.sync.running !== true && status.sync.running;
    const settled = before?.sync.running === true && !status.sync.running;
    // The first sync of all finds everybody new.
    if (began) this.#before = status.sync.lastSuccess === null ? undefined : listedIn(list.customers());
    const listed = this.#before;
    if (settled) this.#before = undefined;
    // The list comes later than the first status; a sync that settled says that time has passed.
    const mayEnd = settled || (this.#readRevision !== list.revision && !status.sync.running);
    if (mayEnd) this.#readRevision = list.revision;
    return [
      ...endedSignIns(before, status, t),
      ...lostHotkey(before, status, t),
      ...(settled ? changed(status.settings, listed, list.customers(), t) : []),
      ...(mayEnd ? this.#ending(status.settings, list.customers(), now, t) : []),
    ];
  }

  #ending(
    { notifyAccess }: Settings,
    customers: Customers,
    now: number,
    t: Translate,
  ): readonly StatusNotice[] {
    const fresh: string[] = [];
    for (const { ends, hidden, name, tenantId } of customers.values()) {
      if (ends === undefined || hidden || this.#ends.get(tenantId) === ends) continue;
      const left = Date.parse(ends) - now;
      if (left <= 0 || left > endsWithin * day) continue;
      this.#ends.set(tenantId, ends);
      fresh.push(name);
    }
    if (!notifyAccess || fresh.length === 0) return [];
    const title = t('desktop.notice.access', { count: fresh.length });
    return [{ title, body: named(fresh, t), page: 'customers' }];
  }
}

function endedSignIns(
  before: Status | undefined,
  { accounts, settings }: Status,
  t: Translate,
): readonly StatusNotice[] {
  if (before === undefined || !settings.notifySignIn) return [];
  return accounts
    .filter(({ id, state }) => {
      const was = before.accounts.find((each) => each.id === id);
      return state === 'needs-sign-in' && was?.state === 'ok';
    })
    .map(({ username }) => ({
      title: t('desktop.notice.signIn'),
      body: t('desktop.notice.signInBody', { account: username }),
      page: 'accounts',
    }));
}

function lostHotkey(
  before: Status | undefined,
  { hotkey, platform, settings }: Status,
  t: Translate,
): readonly StatusNotice[] {
  const lost = before?.hotkey.active ?? null;
  if (!settings.notifyHotkey || lost === null || hotkey.active !== null || hotkey.refused === null) return [];
  const body = t('desktop.notice.hotkeyBody', { hotkey: formatAccelerator(lost, platform, t) });
  return [{ title: t('desktop.notice.hotkey'), body, page: 'finder' }];
}

function changed(
  { notifyCustomers }: Settings,
  before: ReadonlySet<TenantId> | undefined,
  customers: Customers,
  t: Translate,
): readonly StatusNotice[] {
  if (!notifyCustomers || before === undefined) return [];
  const after = listedIn(customers);
  const nameOf = (id: TenantId): string => customers.get(id)?.name ?? id;
  const came = [...after].filter((id) => !before.has(id)).map(nameOf);
  const went = [...before].filter((id) => !after.has(id)).map(nameOf);
  const page = 'customers' as const;
  return [
    ...(came.length === 0
      ? []
      : [{ title: t('desktop.notice.new', { count: came.length }), body: named(came, t), page }]),
    ...(went.length === 0
      ? []
      : [{ title: t('desktop.notice.gone', { count: went.length }), body: named(went, t), page }]),
  ];
}

function listedIn(customers: Customers): ReadonlySet<TenantId> {
  return new Set(
    [...customers.values()]
      .filter(({ lastListed }) => lastListed === undefined)
      .map(({ tenantId }) => tenantId),
  );
}

function named(names: readonly string[], t: Translate): string {
  const left = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return left > 0 ? t('desktop.notice.andMore', { names: shown, count: left }) : shown;
}
