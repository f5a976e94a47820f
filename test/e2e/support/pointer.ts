import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The machine's own pointer, by XTest. Places are pixels of the screen, as the X server counts them. */
export const pointer = {
  async moveTo(x: number, y: number): Promise<void> {
    await run('xdotool', ['mousemove', '--sync', String(Math.round(x)), String(Math.round(y))]);
  },
  /** Moves it from where it is, one pixel after the other, as a hand does. */
  async moveBy(x: number, y: number): Promise<void> {
    const steps = Math.max(Math.abs(x), Math.abs(y));
    const step = ['mousemove_relative', '--', String(Math.sign(x)), String(Math.sign(y))];
    await run('xdotool', Array.from({ length: steps }, () => step).flat());
  },
};
