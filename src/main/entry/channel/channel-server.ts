import { chmod, lstat, unlink } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { reasonOf } from '../../system/storage/reason.ts';
import { makeFolder } from './channel-folder.ts';
import { makeChannelKey } from './channel-key.ts';
import { ServerGreeting } from './greeting.ts';
import type { ChannelPlace } from './plan-channel.ts';
import { RequestReader } from './request-reader.ts';
import {
  answerLine,
  linePatience,
  listPatience,
  mostConnections,
  mostLists,
  type Answer,
  type ChannelRequest,
} from './wire.ts';

/** The running application's end: it hears one request on each connection, answers it, and hangs up. */
export class ChannelServer {
  readonly #place: ChannelPlace;
  readonly #answer: (request: ChannelRequest) => Promise<Answer>;
  readonly #sockets = new Set<Socket>();
  /** How many connections bring a list, or wait for what came of it. */
  #lists = 0;
  #server: Server | undefined;
  /** The key of a pipe: see greeting. */
  #key: string | undefined;

  constructor(place: ChannelPlace, answer: (request: ChannelRequest) => Promise<Answer>) {
    this.#place = place;
    this.#answer = answer;
  }

  /** Call it with the single-instance lock in hand: a socket that lies there is a dead one's. Errors: `channel-unsafe`; `channel-taken` for a pipe of our name. */
  async listen(uid: number): Promise<Result<void, Problem>> {
    const { path } = this.#place;
    if (this.#place.kind === 'socket') {
      const folder = await makeFolder(this.#place.folder, uid);
      if (!folder.ok) return folder;
      await removeSocket(path);
    }
    try {
      if (this.#place.kind === 'pipe') {
        // SECURITY: whoever has the name already would answer for us.
        if (await isAnswered(path)) return err(problem('channel-taken', { path }));
        this.#key = await makeChannelKey(this.#place.key);
      }
      this.#server = await listening(path, (socket) => this.#hear(socket));
      // SECURITY: the folder keeps others out before this; the socket does by itself as well.
      if (this.#place.kind === 'socket') await chmod(path, 0o600);
      return ok(undefined);
    } catch (error) {
      this.close();
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      return err(
        isTaken && this.#place.kind === 'pipe'
          ? problem('channel-taken', { path })
          : problem('channel-unsafe', { path: `${path} (${reasonOf(error)})` }),
      );
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
    const reader = new RequestReader();
    let greeting = this.#key === undefined ? undefined : new ServerGreeting(this.#key);
    let asked = false;
    let bringsList = false;
    let tooSlow = setTimeout(() => socket.destroy(), linePatience);
    // Whoever hangs up early gets no answer, and does no harm.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      clearTimeout(tooSlow);
      this.#sockets.delete(socket);
      if (bringsList) this.#lists -= 1;
    });
    socket.on('data', (arrived: Buffer) => {
      if (asked) return;
      let piece = arrived;
      if (greeting !== undefined) {
        const greeted = greeting.hear(arrived);
        if (greeted.kind === 'say') socket.write(greeted.line);
        // SECURITY: whoever does not know the key is told nothing.
        if (greeted.kind === 'refused') socket.destroy();
        if (greeted.kind !== 'in') return;
        greeting = undefined;
        piece = greeted.rest;
        if (piece.length === 0) return;
      }
      const heard = reader.add(piece);
      const isList = heard.kind === 'list' || (heard.kind === 'request' && heard.request.do === 'import');
      // SECURITY: what is no request of ours is told nothing, and so is one list more than there is room for.
      if (heard.kind === 'refused' || (isList && !bringsList && this.#lists >= mostLists)) {
        asked = true;
        socket.destroy();
        return;
      }
      if (isList && !bringsList) {
        bringsList = true;
        this.#lists += 1;
        clearTimeout(tooSlow);
        tooSlow = setTimeout(() => socket.destroy(), listPatience);
      }
      if (heard.kind !== 'request') return;
      asked = true;
      clearTimeout(tooSlow);
      void this.#reply(socket, heard.request);
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

/** Whether somebody listens there. */
function isAnswered(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
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
