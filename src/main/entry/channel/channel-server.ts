import { chmod, lstat, unlink } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { problem, type Problem } from '../../../shared/problem.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { reasonOf } from '../../storage/reason.ts';
import { makeFolder } from './channel-folder.ts';
import type { ChannelPlace } from './plan-channel.ts';
import {
  answerLine,
  longestRequest,
  mostConnections,
  readRequest,
  requestPatience,
  type Answer,
  type ChannelRequest,
} from './wire.ts';

/** The running application's end: it hears one request on each connection, answers it, and hangs up. */
export class ChannelServer {
  readonly #place: ChannelPlace;
  readonly #answer: (request: ChannelRequest) => Promise<Answer>;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  constructor(place: ChannelPlace, answer: (request: ChannelRequest) => Promise<Answer>) {
    this.#place = place;
    this.#answer = answer;
  }

  /** Call it with the single-instance lock in hand: a socket that lies there is a dead one's. Error: `channel-unsafe`. */
  async listen(uid: number): Promise<Result<void, Problem>> {
    const { path } = this.#place;
    if (this.#place.kind === 'socket') {
      const folder = await makeFolder(this.#place.folder, uid);
      if (!folder.ok) return folder;
      await removeSocket(path);
    }
    try {
      this.#server = await listening(path, (socket) => this.#hear(socket));
      // SECURITY: the folder keeps others out before this; the socket does by itself as well.
      if (this.#place.kind === 'socket') await chmod(path, 0o600);
      return ok(undefined);
    } catch (error) {
      this.close();
      return err(problem('channel-unsafe', { path: `${path} (${reasonOf(error)})` }));
    }
  }

  close(): void {
    this.#server?.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  #hear(socket: Socket): void {
    if (this.#sockets.size >= mostConnections) {
      socket.destroy();
      return;
    }
    this.#sockets.add(socket);
    let heard = '';
    let asked = false;
    const tooSlow = setTimeout(() => socket.destroy(), requestPatience);
    socket.setEncoding('utf8');
    // Whoever hangs up early gets no answer, and does no harm.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(tooSlow);
      this.#sockets.delete(socket);
    });
    socket.on('data', (chunk: string) => {
      if (asked) return;
      heard += chunk;
      const end = heard.indexOf('\n');
      if ((end < 0 ? heard.length : end) > longestRequest) {
        socket.destroy();
        return;
      }
      if (end < 0) return;
      asked = true;
      clearTimeout(tooSlow);
      const request = readRequest(heard.slice(0, end));
      // SECURITY: what is no request of ours is told nothing.
      if (request === undefined) socket.destroy();
      else void this.#reply(socket, request);
    });
  }

  async #reply(socket: Socket, request: ChannelRequest): Promise<void> {
    try {
      socket.end(answerLine(await this.#answer(request)));
    } catch {
      socket.destroy();
    }
  }
}

async function removeSocket(path: string): Promise<void> {
  const info = await lstat(path).catch(() => undefined);
  if (info?.isSocket()) await unlink(path).catch(() => undefined);
}

function listening(path: string, hear: (socket: Socket) => void): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(hear);
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      server.on('error', () => undefined);
      resolve(server);
    });
  });
}
