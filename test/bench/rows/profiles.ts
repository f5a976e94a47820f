import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../../../src/main/browsers/browser.ts';
import type { ProfilePlan } from '../../../src/main/browsers/launch/launch-plan.ts';
import { planLaunch } from '../../../src/main/browsers/launch/plan-launch.ts';
import { ProcessLauncher } from '../../../src/main/browsers/launch/process-launcher.ts';
import { ProfileLooks } from '../../../src/main/browsers/profiles/profile-looks.ts';
import { ProfileRecords } from '../../../src/main/browsers/profiles/profile-records.ts';
import { folderSize } from '../../../src/main/browsers/profiles/folder-size.ts';
import type { IsolationLevel } from '#shared/customer/isolation.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { prepareDesktop, type Desktop } from '../../world/desktop.ts';
import { browserProcesses, endBrowser } from '../../world/processes.ts';
import type { WorldTenant } from '../../world/tenants.ts';
import { memoryOf } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import type { Row, Stage } from './row.ts';

const customers = 8;
const pages = 20;
/** What a first page sets in motion comes to rest, milliseconds. */
const restMs = 5_000;

/** What the same customers cost, kept apart at one level. */
interface Cost {
  /** MiB (PSS) of all browser processes. */
  readonly memory: number;
  /** From the launch to the customer's page, milliseconds, one for each customer. */
  readonly times: readonly number[];
  /** MiB on disk of the first customer's profile, its browser closed: after one page, and after twenty. */
  readonly sizes: readonly [fresh: number, used: number];
}

/** Eight customers in real Chromium, each in a profile of one folder, beside the same eight in a folder each. */
export const profiles: Row = {
  name: 'profiles',
  async measure(stage): Promise<readonly Comparison[]> {
    const rounds = stage.full ? 3 : 1;
    const costs: Record<'profile' | 'sealed', Cost[]> = { profile: [], sealed: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const level of ['profile', 'sealed'] as const) {
        stage.say(`  ${customers} customers, ${level}`);
        costs[level].push(await measureLevel(stage, level, join(stage.folder, `${level}-${round}`)));
      }
    }
    const common = {
      row: 'profiles',
      beside: 'the same customers, each sealed',
      measure: 'times the floor',
    } as const;
    const sizes = (of: 0 | 1, level: 'profile' | 'sealed') => costs[level].map((cost) => cost.sizes[of]);
    return [
      compare({
        ...common,
        what: `Memory (PSS) of Chromium with ${customers} customers`,
        unit: 'MiB',
        tidegate: costs.profile.map(({ memory }) => memory),
        floor: costs.sealed.map(({ memory }) => memory),
      }),
      compare({
        ...common,
        what: 'Launch to the customer’s page',
        unit: 'ms',
        tidegate: costs.profile.flatMap(({ times }) => times),
        floor: costs.sealed.flatMap(({ times }) => times),
      }),
      compare({
        ...common,
        what: 'A profile on disk after its first page',
        unit: 'MiB',
        tidegate: sizes(0, 'profile'),
        floor: sizes(0, 'sealed'),
      }),
      compare({
        ...common,
        what: `The same after ${pages} pages`,
        unit: 'MiB',
        tidegate: sizes(1, 'profile'),
        floor: sizes(1, 'sealed'),
      }),
    ];
  },
};

async function measureLevel(stage: Stage, level: IsolationLevel, home: string): Promise<Cost> {
  const { world } = stage;
  const open = opener(stage, level, home, await prepareDesktop({ home, world }));
  const opened: ProfilePlan[] = [];
  const folders = (): readonly string[] => [...new Set(opened.map(({ place }) => place.dataFolder))];
  const closeAll = async (): Promise<void> => {
    for (const folder of folders()) await endBrowser(folder);
  };
  try {
    const times: number[] = [];
    for (const customer of world.customers.slice(0, customers)) {
      const { profile, milliseconds } = await open(customer, '/');
      opened.push(profile);
      times.push(milliseconds);
    }
    await pause(restMs);
    const memory = folders()
      .flatMap(browserProcesses)
      .reduce((sum, { pid }) => sum + memoryOf(pid), 0);
    await closeAll();
    const [first] = opened;
    const [customer] = world.customers;
    if (first === undefined || customer === undefined) throw new Error('There are customers.');
    const fresh = await size(first);
    for (let page = 2; page <= pages; page += 1) await open(customer, `/page-${page}`);
    await pause(restMs);
    await closeAll();
    return { memory, times, sizes: [fresh, await size(first)] };
  } finally {
    await closeAll();
  }
}

/** MiB of what a profile has to itself. */
async function size({ place }: ProfilePlan): Promise<number> {
  return (await folderSize(place.root, new AbortController().signal)) / 1024 ** 2;
}

/** Opens a customer's page as Tidegate does, by its own plan and launcher, and waits until the page has come. */
function opener({ world }: Stage, level: IsolationLevel, home: string, desktop: Desktop) {
  const browser: Browser = {
    id: 'chromium',
    brand: 'chromium',
    channel: 'stable',
    name: 'Chromium',
    executable: desktop.chromiumWrapper,
    confinement: { kind: 'none' },
    isDefault: false,
  };
  const dataRoot = join(home, 'Tidegate');
  const records = new ProfileRecords(join(dataRoot, 'profiles.json'));
  const looks = new ProfileLooks({ records, wanted: () => undefined, platform: 'linux' });
  const now = (): Date => new Date();
  const launcher = new ProcessLauncher({ environment: desktop.env, platform: 'linux', records, looks, now });
  const hosts = (): readonly string[] => ['security.microsoft.com'];
  return async ({ tenantId, name }: WorldTenant, path: string) => {
    const plan = planLaunch(
      browser,
      {
        tenantId: tenantId as TenantId,
        name,
        url: `https://security.microsoft.com${path}?tid=${tenantId}`,
        level,
        ownProfile: null,
        customCommand: null,
        extraArguments: [],
        windowsSso: false,
      },
      { platform: 'linux', home, dataRoot, salt: 'bench', hosts },
    );
    if (!plan.ok || plan.value.profile === null) throw new Error('A profile of ours is planned.');
    const seen = new Set(world.visits().map(({ id }) => id));
    const started = performance.now();
    const launched = await launcher.launch(plan.value);
    if (!launched.ok) throw new Error(`It is started: ${launched.error.kind}.`);
    await world.waitForVisit(
      ({ id, tid, storage }) => !seen.has(id) && tid === tenantId && storage !== null,
      {
        timeoutMs: 60_000,
      },
    );
    const milliseconds = performance.now() - started;
    await launched.value.settled;
    return { profile: plan.value.profile, milliseconds };
  };
}
