import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy that leads every host's port 443 to one port here: what Firefox has instead of Chromium's resolver rules. */
export interface Tunnel {
  readonly port: number;
  close(): Promise<void>;
}

export async function openTunnel(toPort: number): Promise<Tunnel> {
  const sockets = new Set<Socket>();
  // Whatever is not a tunnel is not for the world: the browser's own business.
  const server: Server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('connect', (_request, client: Socket, head: Buffer) => {
    const world = connect(toPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (head.length > 0) world.write(head);
      world.pipe(client);
      client.pipe(world);
    });
    const end = (): void => {
      world.destroy();
      client.destroy();
    };
    for (const socket of [world, client]) socket.on('error', end).on('close', end);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
