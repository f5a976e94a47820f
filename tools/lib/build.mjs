import { Stop } from './log.mjs';
import { run } from './run.mjs';

/** @typedef {import('./workplace.mjs').Workplace} Workplace */

/**
 * Builds src/ into out/ of the workplace.
 * @param {Pick<Workplace, 'root' | 'node' | 'as'>} workplace
 * @param {NodeJS.ProcessEnv} env
 */
export async function build(workplace, env) {
  const [command, args] = workplace.as(workplace.node, [
    'node_modules/electron-vite/bin/electron-vite.js',
    'build',
    '--logLevel=warn',
  ]);
  if ((await run(command, args, { cwd: workplace.root, env })) !== 0) throw new Stop('The build failed.');
}
