import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The machine's own keyboard, by XTest: what the window manager and the application see is what a user would do. */
export const keyboard = {
  /** Presses a chord such as `ctrl+shift+space`, in xdotool's names. */
  async press(...chords: readonly string[]): Promise<void> {
    await run('xdotool', ['key', '--clearmodifiers', ...chords]);
  },
  async type(text: string): Promise<void> {
    await run('xdotool', ['type', '--clearmodifiers', '--', text]);
  },
  /** Holds a chord for so many seconds, as a hand that rests on it: the X server repeats its last key. */
  async hold(chord: string, seconds: number): Promise<void> {
    const keys = chord.split('+');
    const down = keys.flatMap((key) => ['keydown', key]);
    const up = keys.toReversed().flatMap((key) => ['keyup', key]);
    await run('xdotool', [...down, 'sleep', String(seconds), ...up]);
  },
  /**
   * Presses a chord several times, with so many seconds between two presses. The first comes as long after the end of another
   * one as fingers need: until then the system may still repeat that one.
   */
  async pressAgain(chord: string, times: number, seconds: number): Promise<void> {
    const presses = Array.from({ length: times }, () => ['key', '--clearmodifiers', chord]);
    await run(
      'xdotool',
      presses.flatMap((press, at) => ['sleep', at === 0 ? '0.3' : String(seconds), ...press]),
    );
  },
  /** As a person does, a tenth of a second between two letters. */
  async typeSlowly(text: string): Promise<void> {
    await run('xdotool', ['type', '--clearmodifiers', '--delay', '100', '--', text]);
  },
};

/** The title of the window that has the keyboard, or '' when none has. */
export async function focusedWindow(): Promise<string> {
  const { stdout } = await run('xdotool', ['getactivewindow', 'getwindowname']).catch(() => ({ stdout: '' }));
  return stdout.trim();
}

/** How many windows on the screen have this title. */
export async function windowsTitled(title: string): Promise<number> {
  const { stdout } = await run('wmctrl', ['-l']).catch(() => ({ stdout: '' }));
  return stdout.split('\n').filter((line) => line.endsWith(` ${title}`)).length;
}
