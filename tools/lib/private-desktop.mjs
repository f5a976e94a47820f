import { mkdir, mkdtemp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openDisplay } from './display.mjs';
import { firstLine } from './first-line.mjs';
import { end, start } from './run.mjs';
import { handOver } from './workplace.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */

/**
 * A desktop that nobody sits at: a display, a session bus, a home and a runtime folder of its own.
 * @typedef {object} PrivateDesktop
 * @property {NodeJS.ProcessEnv} environment what a program finds its way there by
 * @property {() => Promise<void>} close
 */

/** @param {Workplace} workplace @returns {Promise<PrivateDesktop>} Errors: a Stop where it cannot be had. */
export async function openPrivateDesktop(workplace) {
  const folders = await ownFolders(workplace);
  const display = await openDisplay(workplace);
  const environment = { ...folders, DISPLAY: display.name };
  const bus = startBus(workplace, { ...workplace.environment, ...environment });
  const close = async () => {
    await end(bus);
    await display.close();
  };
  try {
    return {
      environment: { ...environment, DBUS_SESSION_BUS_ADDRESS: await firstLine(bus, 'dbus-daemon') },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @param {Workplace} workplace */
async function ownFolders({ environment }) {
  const base = await mkdtemp(join(dirname(environment['HOME'] ?? ''), 'd-'));
  const [HOME, XDG_RUNTIME_DIR] = [join(base, 'home'), join(base, 'runtime')];
  await mkdir(HOME);
  await mkdir(XDG_RUNTIME_DIR, { mode: 0o700 });
  await handOver(base);
  return { HOME, XDG_RUNTIME_DIR };
}

/** What the bus starts by itself finds the display too. @param {Workplace} workplace @param {NodeJS.ProcessEnv} env */
function startBus(workplace, env) {
  const [command, args] = workplace.as('dbus-daemon', ['--session', '--nofork', '--print-address=3']);
  return start(command, args, {
    cwd: workplace.root,
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
}
