import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

/** A session bus of its own, at an address that stays the same when it is restarted. */
export interface SessionBus {
  /** What DBUS_SESSION_BUS_ADDRESS means. */
  readonly address: string;
  /** Ends it: all who are connected lose their connection. */
  end(): Promise<void>;
  /** Starts it anew at the same address. Resolves when it takes connections. */
  restart(): Promise<void>;
  /** Ends it for good. */
  remove(): Promise<void>;
}

export async function startSessionBus(): Promise<SessionBus> {
  const folder = await temporaryFolder('bus-');
  const socket = join(folder, 'bus');
  const address = `unix:path=${socket}`;
  let daemon: ChildProcess | undefined;
  const restart = async (): Promise<void> => {
    await rm(socket, { force: true });
    const started = spawn(
      'dbus-daemon',
      ['--session', '--nofork', '--nopidfile', `--address=${address}`, '--print-address=1'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    daemon = started;
    await Promise.race([
      once(started.stdout, 'data'),
      once(started, 'exit').then(() => Promise.reject(new Error('The bus did not start.'))),
    ]);
  };
  const end = async (): Promise<void> => {
    const ending = daemon;
    daemon = undefined;
    if (ending === undefined || ending.exitCode !== null) return;
    const ended = once(ending, 'exit');
    ending.kill('SIGTERM');
    await ended;
  };
  await restart();
  return {
    address,
    end,
    restart,
    remove: async () => {
      await end();
      await removeFolder(folder);
    },
  };
}
