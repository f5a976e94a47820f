import { randomUUID } from 'node:crypto';
import type { Customer } from '#shared/customer/customer.ts';
import { noIncidents } from '#shared/incidents/incidents.ts';
import { defaultSettings } from '#shared/settings/settings.ts';
import type { AccountStatus, Status } from '#shared/status/status.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

/** A fresh tenant id. */
export function aTenantId(): TenantId {
  const id = parseTenantId(randomUUID());
  if (id === undefined) throw new Error('a random GUID is a tenant id');
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
