import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccountSourceId } from '#shared/customer/customer.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';
import type { RouteName } from '../../world/exchange.ts';
import type { Fault, FaultScope } from '../../world/faults.ts';
import { foreignHost } from '../../world/hosts.ts';
import type { WorldOptions } from '../../world/world.ts';
import { Desk } from './desk.ts';
import { SyncDesk } from './sync-desk.ts';

/** A fault by its name, when it happens, and the kind of problem that it is; 'ok' for what mends itself. */
export type FaultRow = readonly [string, Fault, FaultScope, Problem['kind'] | 'ok'];

/** What can go wrong with any request. */
export const anywhere: readonly FaultRow[] = [
  ['429, short', { kind: 'status', status: 429, retryAfterSeconds: 0 }, { times: 1 }, 'ok'],
  ['429, long', { kind: 'status', status: 429, retryAfterSeconds: 600 }, {}, 'throttled'],
  ['500', { kind: 'status', status: 500 }, {}, 'server-fault'],
  ['503', { kind: 'status', status: 503 }, {}, 'server-fault'],
  ['a time-out', { kind: 'silent' }, {}, 'offline'],
  ['a cut body', { kind: 'cut' }, {}, 'offline'],
  ['broken JSON', { kind: 'broken-json' }, {}, 'answer-invalid'],
  ['a page of a guest network', { kind: 'content-type' }, {}, 'page-instead'],
  ['403 with a page', { kind: 'page', status: 403 }, {}, 'page-instead'],
  ['404 with a page', { kind: 'page', status: 404 }, {}, 'page-instead'],
  ['511', { kind: 'page', status: 511 }, {}, 'page-instead'],
  ['200 with an error in it', { kind: 'error-body' }, {}, 'answer-invalid'],
  [
    'a redirect to another host',
    { kind: 'redirect', location: `https://${foreignHost}/` },
    {},
    'page-instead',
  ],
];

/** What APIs say of an answer; the token endpoint's is MSAL's to read. */
export const ofAnswers: typeof anywhere = [
  ['204', { kind: 'other-success', status: 204 }, {}, 'answer-invalid'],
  ['206', { kind: 'other-success', status: 206 }, {}, 'answer-invalid'],
  ['502 with a page', { kind: 'page', status: 502 }, {}, 'server-fault'],
  ['a byte order mark', { kind: 'marked' }, {}, 'ok'],
];

export const kindOf = (outcome: Result<unknown, Problem>) => (outcome.ok ? 'ok' : outcome.error.kind);

/** A desk of seven customers that one source lists, signed in, whose requests a test breaks and mends. */
export class FaultDesk {
  readonly desk: Desk;
  readonly synced: SyncDesk;

  private constructor(desk: Desk, synced: SyncDesk) {
    this.desk = desk;
    this.synced = synced;
  }

  static async open(
    source: AccountSourceId,
    options: WorldOptions = {},
    lookUpNames = false,
  ): Promise<FaultDesk> {
    const desk = await Desk.open({ customers: 7, pageSize: 2, ...options });
    const { customers } = desk.world;
    desk.world.directory.setContracts(desk.username, customers);
    desk.world.directory.setGoverned(desk.username, customers);
    desk.world.directory.setDelegated(desk.username, customers);
    desk.world.directory.setRelationships(
      desk.username,
      customers.map((tenant) => ({ tenant, ends: '2026-09-01T00:00:00Z', renews: false })),
    );
    const synced = new SyncDesk(desk, { sources: [source], lookUpNames });
    await synced.signIn(0);
    return new FaultDesk(desk, synced);
  }

  breakRoute(route: RouteName, fault: Fault, scope: FaultScope): void {
    // Only what never comes is given up soon: on a busy machine an answer takes its time.
    this.desk.timeout = fault.kind === 'silent' ? 2_000 : undefined;
    this.desk.world.fault(route, fault, scope);
  }

  mend(): void {
    this.desk.timeout = undefined;
    this.desk.world.heal();
  }

  /** Everything that is on disk of the list, by file. */
  async onDisk(): Promise<Readonly<Record<string, string>>> {
    const folder = join(this.desk.folder, 'observations');
    const names = await readdir(folder);
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
  }

  /** Requests to a host that an answer named and that is not Microsoft's. */
  wentElsewhere(): readonly unknown[] {
    return this.desk.world.requests().filter(({ host }) => host === foreignHost);
  }

  async close(): Promise<void> {
    await this.synced.close();
    await this.desk.close();
  }
}
