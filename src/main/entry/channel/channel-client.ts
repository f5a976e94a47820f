import { lstat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { checkFolder } from './channel-folder.ts';
import { readChannelKey } from './channel-key.ts';
import { ClientGreeting } from './greeting.ts';
import type { ChannelPlace } from './plan-channel.ts';
import { linePatience, readAnswer, requestBytes, type Answer, type ChannelRequest } from './wire.ts';

/** No list of refused rows is longer. */
const longestAnswer = 16 * 1024 * 1024;

/**
 * Asks the running application. Nothing when none runs. Errors: `channel-unsafe` when what is there is not this user's;
 * `channel-taken` when somebody else has a pipe of our name; `not-answering` when it hangs up, or speaks another version.
 */
export async function askRunning(
  place: ChannelPlace,
  uid: number,
  request: ChannelRequest,
): Promise<Result<Answer, Problem> | undefined> {
  if (place.kind === 'socket') {
    const info = await lstat(place.path).catch(() => undefined);
    if (info === undefined) return undefined;
    const folder = await checkFolder(place.folder, uid);
    if (!folder.ok) return folder;
    // SECURITY: a socket of this user's, and nothing that stands in its place.
    if (!info.isSocket() || info.uid !== uid) return err(problem('channel-unsafe', { path: place.path }));
  }
  const key = place.kind === 'pipe' ? await readChannelKey(place.key) : undefined;
  // Whoever listens makes it first.
  if (place.kind === 'pipe' && key === undefined) return undefined;
  const socket = await connected(place.path);
  if (socket === undefined) return undefined;
  if (key !== undefined && !(await isOurs(socket, key))) {
    socket.destroy();
    return err(problem('channel-taken', { path: place.path }));
  }
  return converse(socket, request);
}

/** SECURITY: asked before anything is told, see greeting. Whoever keeps silent is not ours either. */
function isOurs(socket: Socket, key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const greeting = new ClientGreeting(key);
    let heard = '';
    const settle = (ours: boolean): void => {
      clearTimeout(tooSlow);
      socket.off('data', hear).off('close', hangUp);
      resolve(ours);
    };
    const hangUp = (): void => settle(false);
    const tooSlow = setTimeout(hangUp, linePatience);
    const hear = (chunk: Buffer): void => {
      heard += chunk.toString('latin1');
      if (!heard.includes('\n') && heard.length < 256) return;
      const answer = greeting.answer(heard.slice(0, heard.indexOf('\n')));
      if (answer !== undefined) socket.write(answer);
      settle(answer !== undefined);
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', hear).on('close', hangUp);
    socket.write(greeting.first());
  });
}

/** Nothing when nobody listens. */
function connected(path: string): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

function converse(socket: Socket, request: ChannelRequest): Promise<Result<Answer, Problem>> {
  return new Promise((resolve) => {
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk: string) => {
      heard += chunk;
      if (heard.length > longestAnswer) socket.destroy();
    });
    socket.on('close', () => {
      const answer = readAnswer(heard);
      resolve(answer === undefined ? err(problem('not-answering', {})) : ok(answer));
    });
    socket.write(requestBytes(request));
  });
}
