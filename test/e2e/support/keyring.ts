import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import { expect } from '@playwright/test';
import { Message, sessionBus } from 'dbus-next';

/** A session with an unlocked GNOME Keyring, on a bus of its own: the lane's has none, and the other tests want none. */
export interface Keyring {
  /** What an application of that session has in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** The keys are kept in `folder`: another one is another keyring. */
export async function startKeyring(folder: string): Promise<Keyring> {
  const runtime = join(folder, 'runtime');
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const address = String((await once(bus.stdout, 'data'))[0]).trim();
  const environment = { DBUS_SESSION_BUS_ADDRESS: address, XDG_CURRENT_DESKTOP: 'GNOME' };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env: { ...process.env, ...environment, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: runtime },
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  // The password that unlocks it, and that a new one gets.
  daemon.stdin.end('correct horse');
  await answering(address);
  return {
    environment,
    async stop() {
      await ended(daemon);
      await ended(bus);
    },
  };
}

/** Waits until the keyring answers for secrets. */
async function answering(busAddress: string): Promise<void> {
  const bus = sessionBus({ busAddress });
  try {
    const has = new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'NameHasOwner',
      signature: 's',
      body: ['org.freedesktop.secrets'],
    });
    await expect.poll(async () => (await bus.call(has))?.body[0] as unknown).toBe(true);
  } finally {
    bus.disconnect();
  }
}

async function ended(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const exit = once(process, 'exit');
  process.kill();
  await exit;
}
