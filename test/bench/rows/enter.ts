import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from '../../world/desktop.ts';
import { readyToShow, startHotkey, starting } from '../applications/bare.ts';
import { finderStrip, hotkey, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import type { Chord } from '../x11/keyboard.ts';
import { repeat, type Row, type Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';

/**
 * From Enter to the start of the browser's executable, beside a bare Electron that starts the same executable at a hotkey.
 * Not beside a start from Node: most of the time goes into the system's copy of the process that starts another, which for
 * an Electron of any content takes several times as long as for Node.
 */
export const enter: Row = {
  name: 'enter',
  async measure(stage): Promise<readonly Comparison[]> {
    const { electron, world, folder } = stage;
    const desktop = await prepareDesk(world, join(folder, 'enter'), world.customers);
    const nothing = await stage.screen.look(finderStrip);
    const gone = (pixels: Buffer): boolean => pixels.equals(nothing);
    const empty = await prepareDesk(world, join(folder, 'enter-bare'), []);
    const bareArgs = [stage.bare, starting(desktop.chromiumWrapper), ...empty.electronArgs];
    const bare = new ElectronProcess(electron, bareArgs, empty.env);
    const tidegate = new ElectronProcess(electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
    const first: number[] = [];
    const again: number[] = [];
    const floor: number[] = [];
    try {
      await bare.printed(readyToShow);
      await pressUntilTaken(stage);
      await stage.screen.until(finderStrip, showsCustomers, 'customers');
      await repeat(stage.full ? 100 : 25, async (index) => {
        const domain = world.customers[10 * (index + 2)]?.defaultDomain ?? '';
        await typeOver(stage, domain);
        const made = await untilStarted(desktop, () => press(stage, ['Return']));
        await stage.screen.until(finderStrip, gone, 'the finder gone');
        await show(stage);
        const known = await untilStarted(desktop, () => press(stage, ['Return']));
        await stage.screen.until(finderStrip, gone, 'the finder gone');
        const plain = await untilStarted(desktop, () => press(stage, startHotkey));
        await show(stage);
        if (index < 0) return;
        first.push(made);
        again.push(known);
        floor.push(plain);
      });
    } finally {
      await tidegate.quit();
      await bare.quit();
    }
    const common = {
      row: 'enter',
      unit: 'ms',
      beside: 'bare Electron, the same executable at a hotkey',
      floor,
      measure: 'p95 over the floor',
    } as const;
    return [
      compare({ ...common, what: 'Enter to execve of the browser', tidegate: again, target: 12 }),
      compare({ ...common, what: 'The same, the customer’s first time', tidegate: first, target: 15 }),
    ];
  },
};

/** The finder selects what was typed last, so the next letters take its place. */
async function typeOver({ keyboard, screen }: Stage, text: string): Promise<void> {
  await screen.changesAfter(finderStrip, () => {
    keyboard.type(text);
    return performance.now();
  });
}

async function show({ keyboard, screen }: Stage): Promise<void> {
  await screen.changesAfter(finderStrip, () => keyboard.press(hotkey));
}

function press({ keyboard }: Stage, chord: Chord): bigint {
  const before = realTime();
  keyboard.press(chord);
  return before;
}

/** Does something that starts the browser. Gives the time from its beginning until the browser began, milliseconds. */
async function untilStarted(desktop: Desktop, act: () => bigint): Promise<number> {
  const before = (await desktop.chromiumStarts()).length;
  const began = act();
  const deadline = performance.now() + 20_000;
  for (;;) {
    const begun = (await desktop.chromiumStarts()).slice(before)[0];
    if (begun !== undefined) return Number(begun.at - began) / 1e6;
    if (performance.now() > deadline) throw new Error('No browser was started.');
    await pause(20);
  }
}

/** Nanoseconds since 1970 by the clock that `date` reads: Node gives it in milliseconds, so the next tick is awaited. */
function realTime(): bigint {
  const started = Date.now();
  let now = started;
  while (now === started) now = Date.now();
  return BigInt(now) * 1_000_000n;
}
