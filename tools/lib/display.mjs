import { chmod, mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { firstLine } from './first-line.mjs';
import { Stop } from './log.mjs';
import { isRoot } from './paths.mjs';
import { capture, end, start } from './run.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */

/** One screen, as large as an analyst's laptop. */
const screen = '1600x900x24';
const patienceMs = 15_000;

/**
 * A private X display with a window manager, under the workplace's user. Keyboard and pointer are machine-wide, so a
 * test must never share them with whoever sits in front of the machine.
 * @param {Workplace} workplace
 * @returns {Promise<{name: string, close: () => Promise<void>}>} the name is what DISPLAY means, such as ":99"
 */
export async function openDisplay(workplace) {
  await ensureSocketFolder();
  const server = startServer(workplace);
  const name = `:${await firstLine(server, 'Xvfb')}`;
  const env = { ...workplace.environment, DISPLAY: name };
  const [command, args] = workplace.as('openbox', [
    ...['--config-file', join(workplace.root, 'tools', 'lib', 'openbox.xml'), '--sm-disable'],
  ]);
  const manager = start(command, args, { env, stdio: 'ignore', cwd: workplace.root });
  const close = async () => {
    await end(manager);
    await end(server);
  };
  if (await managed(workplace, env)) return { name, close };
  await close();
  throw new Stop(`openbox did not take over the display ${name}.`);
}

/** X servers of ordinary users share one folder, which only root can create well. */
async function ensureSocketFolder() {
  const folder = '/tmp/.X11-unix';
  if (!isRoot() || (await stat(folder).catch(() => undefined))) return;
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o1777);
}

/** @param {Workplace} workplace */
function startServer(workplace) {
  const [command, args] = workplace.as('Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    screen,
    '-nolisten',
    'tcp',
    '-noreset',
  ]);
  return start(command, args, {
    cwd: workplace.root,
    env: workplace.environment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
}

/** @param {Workplace} workplace @param {NodeJS.ProcessEnv} env whether a window manager answers on the display */
async function managed(workplace, env) {
  const [command, args] = workplace.as('xprop', ['-root', '_NET_SUPPORTING_WM_CHECK']);
  for (const started = performance.now(); performance.now() - started < patienceMs;) {
    const { stdout } = await capture(command, args, { env });
    if (stdout.includes('window id')) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}
