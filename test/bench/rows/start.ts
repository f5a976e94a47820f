import { access, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readyToShow } from '../applications/bare.ts';
import { finderStrip, hotkey, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import { repeat, type Row, type Stage } from './row.ts';

/**
 * From the start of the process until a pressed hotkey shows the painted list of 10,000 customers: as on any day, and as on
 * a day when there is no cache of the list, because Tidegate was killed or is another version.
 */
export const start: Row = {
  name: 'start',
  async measure(stage): Promise<readonly Comparison[]> {
    const desktop = await prepareDesk(stage.world, join(stage.folder, 'start'), stage.world.customers);
    const empty = await prepareDesk(stage.world, join(stage.folder, 'start-bare'), []);
    const cache = join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate', 'list-cache.txt');
    const tidegate: number[] = [];
    const uncached: number[] = [];
    const floor: number[] = [];
    await repeat(stage.full ? 20 : 8, async (index) => {
      await rm(cache, { force: true });
      const first = await startTidegate(stage, desktop, () => isThere(cache));
      const ours = await startTidegate(stage, desktop);
      const bare = await startBare(stage, empty);
      if (index < 0) return;
      uncached.push(first);
      tidegate.push(ours);
      floor.push(bare);
    });
    const common = {
      row: 'start',
      unit: 'ms',
      beside: 'bare Electron until ready-to-show',
      floor,
      measure: 'times the floor',
    } as const;
    return [
      compare({ ...common, what: 'Start until the hotkey shows 10,000 customers', tidegate, target: 1.35 }),
      compare({
        ...common,
        what: 'The same, without the cache of the list',
        tidegate: uncached,
        target: 1.5,
      }),
    ];
  },
};

async function isThere(path: string): Promise<void> {
  while (
    !(await access(path).then(
      () => true,
      () => false,
    ))
  )
    await pause(100);
}

type Desktop = Awaited<ReturnType<typeof prepareDesk>>;

async function startTidegate(
  stage: Stage,
  desktop: Desktop,
  rest: () => Promise<void> = async () => {},
): Promise<number> {
  const running = new ElectronProcess(stage.electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
  try {
    await pressUntilTaken(stage);
    // Not more often: the processor that looking takes is the start's.
    const painted = await stage.screen.until(finderStrip, showsCustomers, 'customers', 4);
    await rest();
    return painted - running.startedAt;
  } finally {
    await running.quit();
  }
}

async function startBare(stage: Stage, desktop: Desktop): Promise<number> {
  const running = new ElectronProcess(stage.electron, [stage.bare, ...desktop.electronArgs], desktop.env);
  try {
    return (await running.printed(readyToShow)) - running.startedAt;
  } finally {
    await running.quit();
  }
}

/** Presses the hotkey as an impatient user does, until somebody has it; once only then, for twice would hide again. */
export async function pressUntilTaken({ keyboard }: Pick<Stage, 'keyboard'>): Promise<number> {
  const began = performance.now();
  for (;;) {
    const at = await keyboard.pressHotkey(hotkey);
    if (at !== undefined) return at;
    if (performance.now() - began > 20_000) throw new Error('Nobody takes the hotkey.');
    await pause(4);
  }
}
