import { createHash } from 'node:crypto';
import type { Customer } from '#shared/customer/customer.ts';
import { noIncidents } from '#shared/incidents/incidents.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { AccountStatus, Status } from '#shared/status/status.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { seed } from './seed.ts';

let made = 0;

/** A fresh tenant id: no other in this file's tests, and the same in each of their runs. */
export function aTenantId(): TenantId {
  made += 1;
  const digits = createHash('sha256').update(`${seed} ${made}`).digest('hex');
  const id = parseTenantId(digits.replace(/^(.{8})(.{4})(.{3})(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'));
  if (id === undefined) throw new Error('any GUID but those of consumers is a tenant id');
  return id;
}

/** A customer that is complete but for what the test says. */
export function aCustomer(part: Partial<Customer> = {}): Customer {
  return {
    tenantId: aTenantId(),
    name: 'Contoso',
    domains: [],
    aliases: [],
    tags: [],
    favourite: false,
    hidden: false,
    access: ['member'],
    accountIds: [],
    ...part,
  };
}

/** An account that works, signed in from a tenant of its own. */
export function anAccount(id: string): AccountStatus {
  return { id, username: `${id}@mssp.example`, homeTenantId: aTenantId(), state: 'ok', problem: null };
}

/** The status of an application that has just started and has no trouble, but for what the test says. */
export function aStatus(part: Partial<Status> = {}): Status {
  return {
    language: 'en',
    settings: defaultSettings,
    locked: [],
    platform: 'linux',
    hotkey: { active: 'Control+Shift+Space', refused: null, instead: null },
    clipboardHotkey: { active: null, refused: null, instead: null },
    hotkeyPresses: 0,
    hotkeysPaused: false,
    accounts: [],
    signIn: 'idle',
    sync: { running: false, lastSuccess: null, problem: null, empty: false, names: null, sources: [] },
    browsers: [],
    browserProblem: null,
    browserPathProblem: null,
    tokensKept: null,
    held: [],
    leftOut: null,
    teamHunts: [],
    teamHuntsProblem: null,
    sharedListTold: [],
    dropped: null,
    importing: null,
    open: [],
    access: { checking: [], checked: [] },
    update: { kind: 'off' },
    incidents: noIncidents,
    problems: [],
    ...part,
  };
}
