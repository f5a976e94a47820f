import { createServer } from 'node:https';
import type { Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Authority } from './authority.ts';

export type Handler = (incoming: IncomingMessage, response: ServerResponse) => void;

/** One HTTPS listener on loopback that can be taken away and brought back on the same port. */
export class WorldServer {
  readonly #authority: Authority;
  readonly #handler: Handler;
  #server: Server | undefined;
  #port: number;

  constructor(authority: Authority, handler: Handler, port: number) {
    this.#authority = authority;
    this.#handler = handler;
    this.#port = port;
  }

  /** 0 until it has listened once, unless one was given. */
  get port(): number {
    return this.#port;
  }

  async listen(): Promise<void> {
    if (this.#server !== undefined) return;
    const { certificate, key } = this.#authority;
    // Node sets this for HTTP by itself and not for HTTPS: without it each answer's last packet waits for the one before
    // to be acknowledged, 40 ms and more on loopback.
    const server = createServer({ cert: certificate, key, noDelay: true }, this.#handler);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Cuts every connection: from now on they are refused. */
  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }
}
