import type { Session } from 'electron';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cloudIds, clouds } from '#shared/settings/cloud.ts';
import { problem } from '#shared/problems/problem.ts';
import { lookAround } from '../../../../src/main/entry/doctor/surroundings.ts';
import { apiHosts } from '../../../../src/main/system/net/api-hosts.ts';
import { ElectronHttpClient } from '../../../../src/main/system/net/electron-http-client.ts';
import { startWorld, type World } from '../../../world/world.ts';
import { worldSession } from '../../support/world-session.ts';

const hosts = [...apiHosts(clouds.public)];

/** What the doctor finds through the application's own client. */
const look = (session: Pick<Session, 'fetch'>, asked: readonly string[] = hosts) =>
  lookAround({
    http: new ElectronHttpClient(session, apiHosts(...Object.values(clouds))),
    hosts: asked,
    resolveProxy: async () => 'DIRECT',
    root: tmpdir(),
    platform: 'win32',
    now: () => new Date(),
  });

describe('the doctor on a computer whose network is well', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  it('reaches every host that Tidegate needs, though the start pages of two lead elsewhere', async () => {
    const { clockAhead, network } = await look(worldSession(world));
    expect(network).toEqual(hosts.map((host) => ({ host, proxy: null, problem: null })));
    expect(Math.abs(clockAhead ?? Number.NaN)).toBeLessThan(5);
    // Each was asked what it answers by itself, and nothing led anywhere else.
    expect(world.requests().map(({ route }) => route)).not.toContain('unknown');
    expect(world.requests().map(({ route }) => route)).not.toContain('start-page');
  });
});

describe('the doctor in a network that leads everybody to its own page', () => {
  let server: Server;
  let answer: (response: ServerResponse) => void;
  beforeEach(async () => {
    server = createServer((_request, response) => answer(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => void server.close());

  /** Every host is that server. Asked by Node's own client: its fetch does not work under Wine. */
  const portal = (): Pick<Session, 'fetch'> => ({
    fetch: async () => {
      const [reply] = (await once(
        get({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }),
        'response',
      )) as [IncomingMessage];
      // As Chromium words it.
      if (reply.statusCode === 302) throw new Error("Attempted to redirect, but redirect policy was 'error'");
      const headers = Object.entries(reply.headers).map(([name, value]) => [name, String(value)] as const);
      return new Response(await text(reply), {
        status: reply.statusCode ?? 0,
        headers: Object.fromEntries(headers),
      });
    },
  });

  it.each([
    ['by a redirect', 302, ''],
    ['by a page in the place of the answer', 200, '<!doctype html><p>Welcome to the hotel</p>'],
    ['by a page that refuses', 403, '<html>Blocked by the proxy</html>'],
    ['by its own word for that', 511, ''],
  ])('tells so: %s', async (_name, status, body) => {
    answer = (response) => response.writeHead(status, { location: 'https://hotel.example/' }).end(body);
    const { clockAhead, network } = await look(portal());
    expect(network).toEqual(
      hosts.map((host) => ({ host, proxy: null, problem: problem('page-instead', { host }) })),
    );
    expect(clockAhead).toBeNull();
  });

  it.each([200, 400, 401, 404, 429, 503])(
    'takes an answer of the host itself for one: %d',
    async (status) => {
      answer = (response) => response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
      const { clockAhead, network } = await look(portal());
      expect(network.map((each) => each.problem)).toEqual(hosts.map(() => null));
      expect(clockAhead).not.toBeNull();
    },
  );
});

it.each(cloudIds)(
  'no host of the cloud %s is asked for its start page, nor another than itself',
  async (id) => {
    const asked: URL[] = [];
    const session: Pick<Session, 'fetch'> = {
      fetch: async (url) => {
        asked.push(new URL(typeof url === 'string' ? url : url.url));
        return Response.json({});
      },
    };
    const own = [...apiHosts(clouds[id])];
    await look(session, own);
    expect(asked.map(({ hostname }) => hostname)).toEqual(own);
    for (const { pathname } of asked) expect(pathname).not.toBe('/');
  },
);
