import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from '../../world/desktop.ts';
import { readyToShow } from '../applications/bare.ts';
import { finderStrip, hotkey, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import type { Row, Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';

/** What an application costs that nobody uses. */
interface Idle {
  /** MiB at the end. */
  readonly memory: number;
  /** Milliseconds of processor time for each second. */
  readonly processor: number;
}

const few = 250;

/** Memory and processor time of an idle Tidegate whose finder was shown once, beside a bare hidden window. */
export const idle: Row = {
  name: 'memory',
  async measure(stage): Promise<readonly Comparison[]> {
    const { world, folder, full } = stage;
    const small = await prepareDesk(world, join(folder, 'idle-few'), world.customers.slice(0, few));
    const large = await prepareDesk(world, join(folder, 'idle-many'), world.customers);
    const empty = await prepareDesk(world, join(folder, 'idle-bare'), []);
    const seconds = full ? 60 : 30;
    const runs: Record<'small' | 'bare' | 'large', Idle[]> = { small: [], bare: [], large: [] };
    // For warmth: the first start on a machine makes caches of fonts and the like, in its own memory too.
    await (await shownAndHidden(stage, small)).quit();
    for (let round = 0; round < (full ? 5 : 2); round += 1) {
      stage.say(`  idle for ${seconds} s, three times`);
      // One at a time: what several running Electrons share would be counted for a part only.
      runs.small.push(await idleTidegate(stage, small, seconds));
      runs.bare.push(await idleBare(stage, empty, seconds));
      runs.large.push(await idleTidegate(stage, large, seconds));
    }
    const memory = (idles: readonly Idle[]): number[] => idles.map((each) => each.memory);
    const processor = (idles: readonly Idle[]): number[] => idles.map((each) => each.processor);
    const common = {
      unit: 'MiB',
      beside: 'bare Electron, one hidden window',
      floor: memory(runs.bare),
      measure: 'times the floor',
    } as const;
    return [
      compare({
        ...common,
        row: 'memory',
        what: `Idle memory (PSS), ${few} customers`,
        tidegate: memory(runs.small),
        target: 1.1,
      }),
      compare({
        ...common,
        row: 'memory',
        what: 'Idle memory (PSS), 10,000 customers',
        tidegate: memory(runs.large),
        target: 1.2,
      }),
      compare({
        ...common,
        row: 'cpu',
        what: 'Idle processor time per second, 10,000 customers',
        unit: 'ms',
        tidegate: processor(runs.large),
        floor: processor(runs.bare),
        target: 1.5,
      }),
    ];
  },
};

async function idleTidegate(stage: Stage, desktop: Desktop, seconds: number): Promise<Idle> {
  const running = await shownAndHidden(stage, desktop);
  try {
    return await leaveAlone(running, seconds);
  } finally {
    await running.quit();
  }
}

/** Tidegate, running, its finder shown once. */
async function shownAndHidden(stage: Stage, desktop: Desktop): Promise<ElectronProcess> {
  const running = new ElectronProcess(stage.electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
  try {
    await pressUntilTaken(stage);
    await stage.screen.until(finderStrip, showsCustomers, 'customers');
    stage.keyboard.press(hotkey);
    await stage.screen.until(finderStrip, (pixels) => !showsCustomers(pixels), 'the finder gone');
    return running;
  } catch (error) {
    await running.quit();
    throw error;
  }
}

async function idleBare(stage: Stage, desktop: Desktop, seconds: number): Promise<Idle> {
  const running = new ElectronProcess(stage.electron, [stage.bare, ...desktop.electronArgs], desktop.env);
  try {
    await running.printed(readyToShow);
    return await leaveAlone(running, seconds);
  } finally {
    await running.quit();
  }
}

/** What starting set in motion comes to rest first: V8 gives memory back, once, half a minute after its last work. */
const restMs = 45_000;
/** /proc counts in hundredths of a second: nothing below one can be told from nothing. */
const leastMs = 10;

async function leaveAlone(running: ElectronProcess, seconds: number): Promise<Idle> {
  await pause(restMs);
  const before = running.usage();
  await pause(seconds * 1_000);
  const after = running.usage();
  return { memory: after.memory, processor: Math.max(leastMs, after.processor - before.processor) / seconds };
}
