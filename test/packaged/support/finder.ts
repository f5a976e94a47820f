import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, vi } from 'vitest';
import { keyboard } from '../../e2e/support/keyboard.ts';

const run = promisify(execFile);
const patience = { timeout: 60_000, interval: 20 };

const title = 'Find a customer';

/** Presses the hotkey and waits until what is typed reaches the finder. */
export async function showFinder(): Promise<void> {
  await keyboard.press('ctrl+shift+space');
  await waitForWindow(title);
}

/** Presses the hotkey and waits until the finder has let go of the keyboard. */
export async function hideFinder(): Promise<void> {
  await keyboard.press('ctrl+shift+space');
  await vi.waitFor(async () => expect(await keyboardHolder()).not.toBe(title), patience);
}

/** Waits until the window of this title has the keyboard. */
export async function waitForWindow(name: string): Promise<void> {
  await vi.waitFor(async () => expect(await keyboardHolder()).toBe(name), patience);
}

/**
 * The title of the window that the X server gives keys to, or ''. A window manager's word for the active window will not
 * do: where there is no other window it goes on to name the one that was hidden.
 */
async function keyboardHolder(): Promise<string> {
  const { stdout } = await run('xdotool', ['getwindowfocus', 'getwindowname']).catch(() => ({ stdout: '' }));
  return stdout.trim();
}
