import { connect, type Socket } from 'node:net';
import { ListenError, busPath, encodeCall, takeMessage, type BusMessage } from './bus-messages.ts';

/** The name that a panel with a place for icons has on the session's bus. */
const watcher = 'org.kde.StatusNotifierWatcher';

const rules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',sender='${watcher}',interface='${watcher}',member='StatusNotifierHostRegistered'`,
];

/** A panel tells of itself in several signals: one icon is made for all that come within this time, in milliseconds. */
const together = 300;

/**
 * Calls `appeared` whenever a panel with a place for icons comes up on the session's bus; not for one that is there already.
 * Electron looks for a panel once, when it makes an icon, and has no word for one that comes later. A program without a bus
 * has no panel either: then nothing happens. Returns what ends the watch. No library: those for Node that speak with a bus
 * are no longer kept or bring a native part, and two signals have to be heard.
 */
export function watchForPanel(
  environment: Readonly<Record<string, string | undefined>>,
  appeared: () => void,
  listening: () => void = () => undefined,
): () => void {
  const path = busPath(environment);
  const uid = process.getuid?.();
  if (path === undefined || uid === undefined) return () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const socket = connect(path);
  // What is watched must not keep Tidegate from ending.
  socket.unref();
  socket.on('error', () => socket.destroy());
  socket.once('connect', () => {
    const user = Buffer.from(String(uid)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  converse(socket, listening, () => {
    // SECURITY: whoever floods the bus has one icon made in that time, and no more.
    timer ??= setTimeout(() => {
      timer = undefined;
      appeared();
    }, together);
  });
  return () => {
    clearTimeout(timer);
    socket.destroy();
  };
}

/** Signs in, asks for the two signals, and hears them. */
function converse(socket: Socket, listening: () => void, heard: () => void): void {
  let rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  let signedIn = false;
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    try {
      if (!signedIn) {
        const end = rest.indexOf('\r\n');
        if (end < 0) return;
        if (!rest.toString('latin1', 0, end).startsWith('OK ')) throw new ListenError();
        rest = rest.subarray(end + 2);
        signedIn = true;
        socket.write('BEGIN\r\n');
        socket.write(encodeCall(1, 'Hello'));
        for (const [at, rule] of rules.entries()) socket.write(encodeCall(2 + at, 'AddMatch', rule));
      }
      for (;;) {
        const taken = takeMessage(rest);
        if (taken === undefined) return;
        rest = taken.rest;
        if (taken.message.replyTo === 1 + rules.length) listening();
        if (tellsOfPanel(taken.message)) heard();
      }
    } catch {
      // A bus that is not understood is left alone.
      socket.destroy();
    }
  });
}

function tellsOfPanel({ member, texts }: BusMessage): boolean {
  if (member === 'StatusNotifierHostRegistered') return true;
  // Name, old owner, new owner: empty when the panel has gone.
  return member === 'NameOwnerChanged' && texts()[0] === watcher && texts()[2] !== '';
}
