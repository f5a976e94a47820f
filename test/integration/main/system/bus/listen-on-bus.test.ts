import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { Message, sessionBus, type MessageBus } from 'dbus-next';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { watchForLock } from '../../../../../src/main/desktop/finder/lock-watch.ts';
import { watchForPanel } from '../../../../../src/main/desktop/tray/panel-watch.ts';
import { busPath } from '../../../../../src/main/system/bus/bus-messages.ts';
import { itOnUnix } from '../../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ because: 'Windows has no session bus' });

let daemon: ChildProcess;
let address: string;
let peer: MessageBus;
const environment = () => ({ DBUS_SESSION_BUS_ADDRESS: address });

beforeEach(async () => {
  daemon = spawn('dbus-daemon', ['--session', '--nofork', '--nopidfile', '--print-address=1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  if (daemon.stdout === null) throw new Error('the daemon tells its address');
  address = String((await once(daemon.stdout, 'data'))[0]).trim();
  peer = sessionBus({ busAddress: address });
  await once(peer, 'connect');
});

afterEach(async () => {
  peer.disconnect();
  daemon.kill();
  await once(daemon, 'exit');
});

const listening = (watch: (ready: () => void) => () => void) =>
  new Promise<() => void>((resolve) => {
    const stop = watch(() => resolve(stop));
  });

describe('on a real session bus', () => {
  unixIt(
    'a panel that takes its name, or a host that registers, is heard of; one that goes is not',
    async () => {
      const appeared = vi.fn();
      const stop = await listening((ready) => watchForPanel(environment(), appeared, ready));
      await peer.requestName('org.kde.StatusNotifierWatcher', 0);
      await vi.waitFor(() => expect(appeared).toHaveBeenCalledTimes(1));
      await peer.releaseName('org.kde.StatusNotifierWatcher');
      await peer.requestName('org.example.SomethingElse', 0);
      await peer.requestName('org.kde.StatusNotifierWatcher', 0);
      // The second panel is the second call: neither the end of the first nor another name was one.
      await vi.waitFor(() => expect(appeared).toHaveBeenCalledTimes(2));
      const watcher = 'org.kde.StatusNotifierWatcher';
      peer.send(Message.newSignal('/StatusNotifierWatcher', watcher, 'StatusNotifierHostRegistered'));
      await vi.waitFor(() => expect(appeared).toHaveBeenCalledTimes(3));
      stop();
    },
  );

  unixIt.each(['org.freedesktop.ScreenSaver', 'org.gnome.ScreenSaver', 'org.cinnamon.ScreenSaver'])(
    'a screen that is locked by %s is heard of; one that is unlocked is not',
    async (name) => {
      const locked = vi.fn();
      const stop = await listening((ready) => watchForLock(environment(), locked, ready));
      const tell = (active: boolean) =>
        peer.send(Message.newSignal('/ScreenSaver', name, 'ActiveChanged', 'b', [active]));
      tell(true);
      tell(true);
      await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(2));
      tell(false);
      tell(true);
      await vi.waitFor(() => expect(locked).toHaveBeenCalledTimes(3));
      stop();
    },
  );
});

describe('what is no bus', () => {
  unixIt.each([
    ['a refusal', 'REJECTED EXTERNAL\r\n'],
    ['noise', 'OK 0123\r\nxxxxxxxxxxxxxxxxxxxxxxxx'],
    ['a message that claims to be endless', 'OK 0123\r\nl\x04\0\x01\xff\xff\xff\x7f\x01\0\0\0\0\0\0\0'],
  ])('is left alone: %s', async (_what, answer) => {
    const folder = await temporaryFolder('tidegate-bus-');
    let hear = (): void => undefined;
    const left = new Promise<void>((resolve) => (hear = resolve));
    const server = createServer((socket: Socket) => {
      socket.on('close', () => hear());
      socket.on('error', () => undefined);
      socket.write(Buffer.from(answer, 'latin1'));
      socket.resume();
    });
    const path = join(folder, 'bus');
    server.listen(path);
    await once(server, 'listening');
    const appeared = vi.fn();
    watchForPanel({ DBUS_SESSION_BUS_ADDRESS: `unix:path=${path}` }, appeared);
    await left;
    expect(appeared).not.toHaveBeenCalled();
    server.close();
    await removeFolder(folder);
  });

  unixIt('no bus at all is no failure', () => {
    const stop = watchForPanel({ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x' }, vi.fn());
    expect(stop).not.toThrow();
  });
});

describe('where the bus is', () => {
  unixIt.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, '/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x,guid=1' }, '\0/tmp/dbus-x'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=a;unix:guid=1,path=/a%20b' }, '/a b'],
    [{ XDG_RUNTIME_DIR: '/run/user/1000' }, '/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, undefined],
    [{}, undefined],
  ])('%j', (given, path) => {
    expect(busPath(given)).toBe(path);
  });
});
