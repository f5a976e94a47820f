import { join } from 'node:path';
import { bareHotkey, readyToShow, withHotkey } from '../applications/bare.ts';
import { finderStrip, hotkey, prepareDesk, showsCustomers } from '../applications/desk.ts';
import { ElectronProcess } from '../applications/electron-process.ts';
import { compare, type Comparison } from '../comparison.ts';
import type { Changes } from '../x11/screen.ts';
import type { Chord } from '../x11/keyboard.ts';
import { repeat, type Row, type Stage } from './row.ts';
import { pressUntilTaken } from './start.ts';

interface Tries {
  readonly shown: Changes[];
  readonly typed: Changes[];
}

const letters = 'abcdefghiklmnoprstuw';

/** From a key to the first changed pixel and to the last, with 10,000 customers, beside a bare window and input. */
export const keys: Row = {
  name: 'keys',
  async measure(stage): Promise<readonly Comparison[]> {
    const { electron, world, folder } = stage;
    const desktop = await prepareDesk(world, join(folder, 'keys'), world.customers);
    const empty = await prepareDesk(world, join(folder, 'keys-bare'), []);
    const tidegate = new ElectronProcess(electron, [stage.tidegate, ...desktop.electronArgs], desktop.env);
    const bareArgs = [stage.bare, withHotkey, ...empty.electronArgs];
    const bare = new ElectronProcess(electron, bareArgs, empty.env);
    const ours: Tries = { shown: [], typed: [] };
    const theirs: Tries = { shown: [], typed: [] };
    try {
      await bare.printed(readyToShow);
      await pressUntilTaken(stage);
      await stage.screen.until(finderStrip, showsCustomers, 'customers');
      await stage.screen.changesAfter(finderStrip, () => stage.keyboard.press(hotkey));
      await repeat(stage.full ? 60 : 20, async (index) => {
        const letter = letters[Math.max(0, index) % letters.length] ?? 'a';
        const count = index >= 0;
        await tryOnce(stage, hotkey, letter, count ? ours : undefined);
        await tryOnce(stage, bareHotkey, letter, count ? theirs : undefined);
      });
    } finally {
      await tidegate.quit();
      await bare.quit();
    }
    return [
      ...rowsOf('Hotkey', 'bare window shown by a hotkey', ours.shown, theirs.shown),
      ...rowsOf('Typed letter', 'bare input', ours.typed, theirs.typed),
    ];
  },
};

/** Shows the window, types a letter, takes it back, hides the window. */
async function tryOnce(
  { keyboard, screen }: Stage,
  chord: Chord,
  letter: string,
  tries: Tries | undefined,
): Promise<void> {
  const change = (keys: Chord): Promise<Changes> =>
    screen.changesAfter(finderStrip, () => keyboard.press(keys));
  const shown = await change(chord);
  const typed = await change([letter]);
  await change(['BackSpace']);
  await change(chord);
  tries?.shown.push(shown);
  tries?.typed.push(typed);
}

function rowsOf(
  key: string,
  beside: string,
  ours: readonly Changes[],
  theirs: readonly Changes[],
): readonly Comparison[] {
  const row = (what: string, which: keyof Changes, target: number): Comparison =>
    compare({
      row: 'keys',
      what: `${key} to ${what}, 10,000 customers`,
      unit: 'ms',
      tidegate: ours.map((each) => each[which]),
      beside,
      floor: theirs.map((each) => each[which]),
      measure: 'p95',
      target,
    });
  return [row('first changed pixel', 'first', 33), row('settled', 'settled', 50)];
}
