import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { Agent, request, type RequestOptions } from 'node:https';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Desktop } from '../../world/desktop.ts';
import { finderStrip, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import { WindowPing } from '../x11/window-ping.ts';
import type { Row, Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';

const run = promisify(execFile);

interface Synced {
  /** From the first request until the whole list is on disk: pages are shown as they come. */
  readonly ms: number;
  /** The longest the main thread took to answer meanwhile. */
  readonly stall: number;
  /** The same in a second before. */
  readonly restingStall: number;
  /** MiB (PSS) of all processes, the finder shown: before the sign-in, and at rest after the sync. */
  readonly memory: { readonly before: number; readonly after: number };
}

/** What a sync sets in motion comes to rest, milliseconds. */
const restMs = 5_000;

/** The list of 10,000 customers fetched in 100 pages, beside reading the same pages and doing nothing with them. */
export const sync: Row = {
  name: 'sync',
  async measure(stage): Promise<readonly Comparison[]> {
    const synced: Synced[] = [];
    const floor: number[] = [];
    for (let round = 0; round < (stage.full ? 8 : 3); round += 1) {
      synced.push(await syncOnce(stage, join(stage.folder, `sync-${round}`)));
      floor.push(await readPages(stage));
    }
    return [
      compare({
        row: 'sync',
        what: 'Sync of 10,000 customers, 100 pages',
        unit: 'ms',
        tidegate: synced.map(({ ms }) => ms),
        beside: 'the pages read by Node alone',
        floor,
        measure: 'times the floor',
        target: 3,
      }),
      compare({
        row: 'sync',
        what: 'Longest stall of the main thread meanwhile',
        unit: 'ms',
        tidegate: synced.map(({ stall }) => stall),
        beside: 'the same at rest',
        floor: synced.map(({ restingStall }) => restingStall),
        measure: 'worst',
        target: 50,
      }),
      compare({
        row: 'sync',
        what: 'Memory (PSS) after it, 10,000 customers more',
        unit: 'MiB',
        tidegate: synced.map(({ memory }) => memory.after),
        beside: 'the same before, with no customer',
        floor: synced.map(({ memory }) => memory.before),
        measure: 'times the floor',
      }),
    ];
  },
};

async function syncOnce(stage: Stage, home: string): Promise<Synced> {
  const { electron, world, keyboard, screen, connection } = stage;
  const registration = { clientId: world.clientId, authority: world.home.tenantId };
  const desktop = await prepareDesk(world, home, [], registration);
  const running = new ElectronProcess(electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
  try {
    const at = await pressUntilTaken(stage);
    await screen.changesAfter(finderStrip, () => at);
    const ping = await WindowPing.start(connection, await windowOf(running.pid));
    await pause(1_000);
    const restingStall = ping.longest();
    const { memory: memoryBefore } = running.usage();
    // From the input over "Add customers" to "Sign in".
    keyboard.press(['Tab']);
    keyboard.press(['Tab']);
    keyboard.press(['Return']);
    const before = world.requests().length;
    const first = world.waitForRequest(({ id, route }) => id > before && route === 'arm.tenants');
    await world.signInBy(await addressOpened(desktop), world.accounts[0]?.username ?? '');
    await first;
    const began = performance.now();
    ping.longest();
    await screen.until(finderStrip, showsCustomers, 'customers', 10);
    const kept = await untilKept(join(home, '.config', 'Tidegate', 'observations'));
    const stall = ping.longest();
    await ping.stop();
    await pause(restMs);
    const memory = { before: memoryBefore, after: running.usage().memory };
    return { ms: kept - began, stall, restingStall, memory };
  } finally {
    await running.quit();
  }
}

/** Waits for the file that a source's whole listing is kept in. Gives the moment, as of `performance.now()`. */
async function untilKept(folder: string): Promise<number> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const names = await readdir(folder);
    if (names.some((name) => /^azure-tenants-.*\.json$/.test(name))) return performance.now();
    if (performance.now() > deadline) throw new Error('The sync is never kept.');
    await pause(10);
  }
}

/** The finder, by its number on the display. */
export async function windowOf(pid: number): Promise<number> {
  const { stdout } = await run('xdotool', ['search', '--pid', String(pid), '--onlyvisible', '--name', '.']);
  return Number(stdout.trim().split('\n')[0]);
}

/** The sign-in page's address, as the user's own browser was given it. */
export async function addressOpened(desktop: Desktop): Promise<string> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const address = (await desktop.ownBrowserStarts())[0]?.args.find((arg) => arg.startsWith('https:'));
    if (address !== undefined) return address;
    if (performance.now() > deadline) throw new Error('No browser was opened to sign in.');
    await pause(20);
  }
}

/** One page after the other over one connection, as the application reads them. */
async function readPages({ world }: Stage): Promise<number> {
  const signedIn = world.requests().findLast(({ route }) => route === 'arm.tenants');
  const agent = new Agent({ keepAlive: true, maxSockets: 1, ca: world.caCertificate });
  const began = performance.now();
  let next: string | undefined = 'https://management.azure.com/tenants?api-version=2022-12-01';
  while (next !== undefined) {
    const { host, pathname, search } = new URL(next);
    const page = await read({
      ...{ agent, host: '127.0.0.1', port: world.port, servername: host, path: `${pathname}${search}` },
      headers: { host, authorization: signedIn?.headers.authorization ?? '' },
    });
    next = (JSON.parse(page) as { readonly nextLink?: string }).nextLink;
  }
  agent.destroy();
  return performance.now() - began;
}

async function read(options: RequestOptions): Promise<string> {
  const outgoing = request(options);
  outgoing.end();
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
  if (incoming.statusCode !== 200) throw new Error(`The local world answers ${incoming.statusCode}.`);
  return text(incoming);
}
