import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorldIncident } from '../../world/incidents.ts';
import { finderStrip, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import { WindowPing } from '../x11/window-ping.ts';
import type { Row, Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';
import { addressOpened, windowOf } from './sync.ts';

/** How many customers' tenants one round asks. */
const asked = 500;

interface Round {
  /** From the first question until the last answer. */
  readonly ms: number;
  /** Requests to Microsoft in that time: tokens and counts. */
  readonly requests: number;
  /** The longest the main thread took to answer meanwhile. */
  readonly stall: number;
  readonly restingStall: number;
  /** MiB (PSS) of all processes, before the round and at rest after it. */
  readonly memory: { readonly before: number; readonly after: number };
}

/** A round over the active incidents of 500 customers: one in ten has not consented, one in ten has several pages. */
export const incidents: Row = {
  name: 'incidents',
  async measure(stage): Promise<readonly Comparison[]> {
    const rounds: Round[] = [];
    for (let at = 0; at < (stage.full ? 5 : 2); at += 1)
      rounds.push(await roundOnce(stage, join(stage.folder, `incidents-${at}`)));
    return [
      compare({
        row: 'incidents',
        what: `A round over the incidents of ${asked} customers`,
        unit: 'ms',
        tidegate: rounds.map(({ ms }) => ms),
        beside: 'its requests, in number',
        floor: rounds.map(({ requests }) => requests),
        measure: 'worst',
      }),
      compare({
        row: 'incidents',
        what: 'Longest stall of the main thread meanwhile',
        unit: 'ms',
        tidegate: rounds.map(({ stall }) => stall),
        beside: 'the same at rest',
        floor: rounds.map(({ restingStall }) => restingStall),
        measure: 'worst',
        target: 50,
      }),
      compare({
        row: 'incidents',
        what: 'Memory (PSS) after it',
        unit: 'MiB',
        tidegate: rounds.map(({ memory }) => memory.after),
        beside: 'the same before',
        floor: rounds.map(({ memory }) => memory.before),
        measure: 'times the floor',
      }),
    ];
  },
};

async function roundOnce(stage: Stage, home: string): Promise<Round> {
  const { connection, electron, keyboard, screen, world } = stage;
  const [account] = world.accounts;
  if (account === undefined) throw new Error('The local world has no account.');
  const reached = world.customers.slice(0, asked);
  world.directory.setReach(account.username, [world.home, ...reached]);
  for (const [place, { tenantId }] of reached.entries()) {
    if (place % 10 !== 0) world.directory.consentToIncidents(tenantId);
    world.directory.setIncidents(tenantId, several(place % 10 === 1 ? 120 : place % 7));
  }
  const settings = { clientId: world.clientId, authority: world.home.tenantId, incidents: true };
  const desktop = await prepareDesk(world, home, [], settings);
  const running = new ElectronProcess(electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
  try {
    const at = await pressUntilTaken(stage);
    await screen.changesAfter(finderStrip, () => at);
    const ping = await WindowPing.start(connection, await windowOf(running.pid));
    await pause(1_000);
    const restingStall = ping.longest();
    const { memory: before } = running.usage();
    // From the input over "Add customers" to "Sign in".
    for (const key of ['Tab', 'Tab', 'Return']) keyboard.press([key]);
    const last = world.requests().at(-1)?.id ?? 0;
    const first = world.waitForRequest(({ id, route }) => id > last && route === 'graph.incidents');
    await world.signInBy(await addressOpened(desktop), account.username);
    await screen.until(finderStrip, showsCustomers, 'customers', 4);
    const { id: firstId } = await first;
    // What the sync held the thread for is its own row.
    ping.longest();
    const began = performance.now();
    const ended = await untilAnswered(stage, firstId);
    const stall = ping.longest();
    await ping.stop();
    await pause(5_000);
    const requests = world.requests().filter(({ id }) => id >= firstId).length;
    return {
      ms: ended - began,
      requests,
      stall,
      restingStall,
      memory: { before, after: running.usage().memory },
    };
  } finally {
    await running.quit();
    world.directory.setReach(account.username, [world.home, ...world.customers]);
  }
}

/** Waits until every tenant has been asked for a token, and who consented for its number, and was answered. */
async function untilAnswered({ world }: Stage, from: number): Promise<number> {
  const consented = world.customers
    .slice(0, asked)
    .filter(({ tenantId }) => world.directory.hasConsented(tenantId));
  const deadline = performance.now() + 120_000;
  for (;;) {
    const answered = world
      .requests()
      .filter(({ id, route, status }) => id >= from && route === 'graph.incidents' && status !== null);
    const high = answered.filter(({ url }) => url.searchParams.get('$filter')?.includes('severity') === true);
    if (answered.length - high.length >= consented.length) return performance.now();
    if (performance.now() > deadline) throw new Error('The round never ends.');
    await pause(20);
  }
}

function several(count: number): readonly WorldIncident[] {
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    severity: index % 5 === 0 ? 'high' : 'low',
  }));
}
