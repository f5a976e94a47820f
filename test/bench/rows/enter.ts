import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Desktop } from '../../world/desktop.ts';
import { finderStrip, hotkey, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import { repeat, type Row, type Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';

/** From Enter to the start of the browser's executable, beside a plain start of the same executable from Node. */
export const enter: Row = {
  name: 'enter',
  async measure(stage): Promise<readonly Comparison[]> {
    const { electron, world, folder } = stage;
    const desktop = await prepareDesk(world, join(folder, 'enter'), world.customers);
    const nothing = await stage.screen.look(finderStrip);
    const gone = (pixels: Buffer): boolean => pixels.equals(nothing);
    const tidegate = new ElectronProcess(electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
    const first: number[] = [];
    const again: number[] = [];
    const floor: number[] = [];
    try {
      await pressUntilTaken(stage);
      await stage.screen.until(finderStrip, showsCustomers, 'customers');
      await repeat(stage.full ? 100 : 25, async (index) => {
        const domain = world.customers[10 * (index + 2)]?.defaultDomain ?? '';
        await typeOver(stage, domain);
        const made = await untilStarted(desktop, () => pressEnter(stage));
        await stage.screen.until(finderStrip, gone, 'the finder gone');
        await show(stage);
        const known = await untilStarted(desktop, () => pressEnter(stage));
        await stage.screen.until(finderStrip, gone, 'the finder gone');
        const plain = await untilStarted(desktop, () => startPlainly(desktop));
        await show(stage);
        if (index < 0) return;
        first.push(made);
        again.push(known);
        floor.push(plain);
      });
    } finally {
      await tidegate.quit();
    }
    const common = {
      row: 'enter',
      unit: 'ms',
      beside: 'the same executable started from Node',
      floor,
      measure: 'p95 over the floor',
      target: 25,
    } as const;
    return [
      compare({ ...common, what: 'Enter to execve of the browser', tidegate: again }),
      compare({ ...common, what: 'The same, the customer’s first time', tidegate: first }),
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

function pressEnter({ keyboard }: Stage): bigint {
  const before = realTime();
  keyboard.press(['Return']);
  return before;
}

async function startPlainly(desktop: Desktop): Promise<bigint> {
  const before = realTime();
  const child = spawn(desktop.chromiumWrapper, ['--profile-directory=bench'], {
    detached: true,
    stdio: 'ignore',
    env: desktop.env,
  });
  await once(child, 'exit');
  return before;
}

/** Does something that starts the browser. Gives the time from its beginning until the browser began, milliseconds. */
async function untilStarted(desktop: Desktop, act: () => bigint | Promise<bigint>): Promise<number> {
  const before = (await desktop.chromiumStarts()).length;
  const began = await act();
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
