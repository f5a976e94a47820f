import { lstat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { checkFolder } from './channel-folder.ts';
import type { ChannelPlace } from './plan-channel.ts';
import { readAnswer, requestBytes, type Answer, type ChannelRequest } from './wire.ts';

/** No list of refused rows is longer. */
const longestAnswer = 16 * 1024 * 1024;

/**
 * Asks the running application. Nothing when none runs. Errors: `channel-unsafe` when what is there is not this user's;
 * `not-answering` when it hangs up, or speaks another version.
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
  const socket = await connected(place.path);
  return socket && converse(socket, request);
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
