import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Desktop } from '../desktop.ts';
import type { World } from '../world.ts';

/** Leaves Tidegate to the person in front of the screen, until they quit it from its tray or press Ctrl+C here. */
export async function playByHand(desktop: Desktop, world: World): Promise<void> {
  const { TIDEGATE_TEST_ELECTRON: electron, TIDEGATE_TEST_APP: app } = process.env;
  if (electron === undefined || app === undefined) throw new Error('Start this with "npm run demo".');
  const tidegate = spawn(electron, [app, ...desktop.electronArgs], { env: desktop.env, stdio: 'ignore' });
  process.once('SIGINT', () => tidegate.kill());
  console.log(`
Tidegate runs against a local stand-in for Microsoft with ${world.customers.length} customers of "${world.home.name}".
  1. In the form: "Sign in with Microsoft", "Sign in", choose Ada Analyst in the browser that opens, "Continue", "Continue", then press the hotkey.
  2. Press the hotkey that the form shows, type a few letters of a company's name, press Enter.
  3. Open another customer, look at the colours, and at the tray.
Quit from the tray, or press Ctrl+C here. Nothing is kept.`);
  await once(tidegate, 'exit');
}
