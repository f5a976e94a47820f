import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';

export interface ClientInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ClientReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Where the world listens and whom to trust there. */
export interface WorldAddress {
  readonly port: number;
  readonly caCertificate: string;
}

/**
 * A request over TLS to the world, by its production URL; a URL on loopback goes where it says, in clear. No
 * redirects are followed. Rejects when the connection fails or is cut.
 */
export function requestOf(world: WorldAddress, address: string, init: ClientInit = {}): Promise<ClientReply> {
  const url = new URL(address);
  const options: RequestOptions = {
    method: init.method ?? 'GET',
    path: `${url.pathname}${url.search}`,
    headers: { ...init.headers, host: url.host },
    agent: false,
  };
  return new Promise<ClientReply>((resolve, reject) => {
    const onLoopback = url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname);
    const outgoing = onLoopback
      ? httpRequest({ ...options, host: '127.0.0.1', port: url.port })
      : httpsRequest({
          ...options,
          host: '127.0.0.1',
          port: world.port,
          servername: url.hostname,
          ca: world.caCertificate,
        });
    outgoing.on('error', reject);
    outgoing.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.end(init.body);
  });
}
