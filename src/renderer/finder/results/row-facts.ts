import { accessEndText } from '#shared/access/access-end.ts';
import type { AccessKind, Customer } from '#shared/customer/customer.ts';
import type { Language } from '#shared/locales/language.ts';
import type { MessageKey, Translate } from '#shared/locales/messages.ts';
import { isSample } from '#shared/customer/samples.ts';
import { lacksSecurityRole } from '#shared/customer/lacks-security-role.ts';
import { isKnownToServe, servingAccount } from '#shared/access/serving-account.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { AccountStatus } from '#shared/status/status.ts';

/** What a row says of its customer beside name and domain, in words. */
export interface RowFacts {
  /** To be seen before anything is opened: access that ends or opens no Defender, a customer that is listed no longer. */
  readonly warnings: readonly string[];
  /** What kind of customer it is: the own tenant, a hidden one. */
  readonly badges: readonly string[];
  /** What the user wrote to be known of it: the standing instruction, the note. */
  readonly remarks: readonly string[];
  /** How it is reached: kinds of access, and the account known to reach it when there are several. */
  readonly reached: readonly string[];
}

export interface FactsContext {
  readonly accounts: readonly AccountStatus[];
  /** The kinds of access that every customer has alike: nothing is told by saying them on each row. */
  readonly common?: string;
  readonly t: Translate;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function factsOf(customer: Customer, { accounts, common, t, language, now }: FactsContext): RowFacts {
  const { access, ends, hidden, instruction, lastListed, note, tags } = customer;
  const own = access.includes('own');
  const end = accessEndText(t, ends, now);
  const serving = accounts.length > 1 ? servingAccount(customer, accounts) : undefined;
  const account = serving && isKnownToServe(customer, serving) ? serving : undefined;
  return {
    warnings: [
      ...(end === undefined ? [] : [end]),
      ...(lacksSecurityRole(customer) ? [t('access.noSecurityRole')] : []),
      ...(lastListed === undefined
        ? []
        : [t('finder.row.notListed', { date: shortDate(lastListed, language) })]),
    ],
    badges: [
      ...(isSample(customer.tenantId) ? [t('finder.row.sample')] : []),
      ...(own ? [t('finder.row.own')] : []),
      ...(hidden ? [t('finder.row.hidden')] : []),
    ],
    remarks: [
      ...(instruction === undefined ? [] : [t('finder.row.instruction', { text: instruction.text })]),
      ...(note === undefined ? [] : [t('finder.row.note', { text: note })]),
    ],
    reached: [
      ...(own || telling(access).join() === common ? [] : telling(access).map((kind) => t(kindKeys[kind]))),
      ...(account === undefined ? [] : [account.username]),
      ...tags.map((tag) => `#${tag}`),
    ],
  };
}

const kindKeys: Readonly<Record<AccessKind, MessageKey>> = {
  own: 'finder.row.own',
  member: 'access.kind.member',
  gdap: 'access.kind.gdap',
  governance: 'access.kind.governance',
  lighthouse: 'access.kind.lighthouse',
  csp: 'access.kind.csp',
  list: 'access.kind.list',
};

/** That it stands on a list as well says nothing where a sign-in has found it. */
function telling(access: readonly AccessKind[]): readonly AccessKind[] {
  const found = access.filter((kind) => kind !== 'list');
  return found.length > 0 ? found : access;
}

const commonKinds = new WeakMap<ReadonlyMap<TenantId, Customer>, string>();

/** The kinds of access that all customers of a list have alike; empty where they differ. The own tenant is nobody's customer. */
export function commonAccess(customers: ReadonlyMap<TenantId, Customer>): string {
  const known = commonKinds.get(customers);
  if (known !== undefined) return known;
  const kinds = new Set<string>();
  for (const { access } of customers.values()) {
    if (!access.includes('own')) kinds.add(telling(access).join());
    if (kinds.size > 1) break;
  }
  const [only = '', ...others] = kinds;
  const common = others.length > 0 ? '' : only;
  commonKinds.set(customers, common);
  return common;
}

/** A day as people write it, in the local time zone. */
function shortDate(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(iso),
  );
}
