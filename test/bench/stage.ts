import { join } from 'node:path';
import { endAllIn } from '../world/processes.ts';
import { startWorld } from '../world/world.ts';
import { writeBareApplication } from './applications/bare.ts';
import type { Stage } from './rows/row.ts';
import { XConnection } from './x11/connection.ts';
import { Keyboard } from './x11/keyboard.ts';
import { Screen } from './x11/screen.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const customers = 10_000;
const pageSize = 100;

/** The variables that tools/bench.mjs sets. */
export function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: start this with "npm run bench".`);
  return value;
}

/** Sets up what the rows share, lets them run, and takes it down whatever happened. */
export async function onStage<T>(
  options: Pick<Stage, 'full' | 'say'>,
  run: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = await temporaryFolder('tg-');
  const world = await startWorld({ customers, pageSize });
  const connection = await XConnection.open(needed('DISPLAY'));
  try {
    return await run({
      ...options,
      electron: needed('TIDEGATE_TEST_ELECTRON'),
      tidegate: needed('TIDEGATE_TEST_APP'),
      bare: await writeBareApplication(join(folder, 'bare')),
      ...{ folder, world, connection },
      keyboard: await Keyboard.open(connection),
      screen: new Screen(connection),
    });
  } finally {
    connection.close();
    await endAllIn(folder);
    await world.stop();
    await removeFolder(folder);
  }
}
