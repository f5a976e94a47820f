import { connect } from 'node:net';
import { BusError, busPath, encodeCall, takeMessage, type BusMessage } from './bus-messages.ts';

/**
 * Hears the signals of the session's bus that fit one of the rules (as D-Bus writes match rules). `listening` is called once
 * the bus has taken all of them. Where there is no bus, or one that is not understood, nothing happens. Returns what ends
 * it. No library: those for Node that speak with a bus are no longer kept or bring a native part, and a few signals have to be
 * heard. SECURITY: every program of the user's can send such a signal, so that one may start only what does no harm.
 */
export function listenOnBus(
  environment: Readonly<Record<string, string | undefined>>,
  rules: readonly string[],
  heard: (signal: BusMessage) => void,
  listening: () => void = () => undefined,
): () => void {
  const path = busPath(environment);
  const uid = process.getuid?.();
  if (path === undefined || uid === undefined) return () => undefined;
  const socket = connect(path);
  // What is heard must not keep Tidegate from ending.
  socket.unref();
  socket.on('error', () => socket.destroy());
  socket.once('connect', () => {
    const user = Buffer.from(String(uid)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  });
  let rest: Buffer = Buffer.alloc(0);
  let signedIn = false;
  const take = (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes]);
    if (!signedIn) {
      const end = rest.indexOf('\r\n');
      if (end < 0) return;
      if (!rest.toString('latin1', 0, end).startsWith('OK ')) throw new BusError();
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
      if (taken.message.isSignal) heard(taken.message);
    }
  };
  socket.on('data', (bytes: Buffer) => {
    try {
      take(bytes);
    } catch (error) {
      socket.destroy();
      if (!(error instanceof BusError)) throw error;
    }
  });
  return () => socket.destroy();
}
