import { chmod, lstat, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askRunning } from '../../../src/main/entry/channel/channel-client.ts';
import { ChannelServer } from '../../../src/main/entry/channel/channel-server.ts';
import type { ChannelPlace } from '../../../src/main/entry/channel/plan-channel.ts';
import {
  longestRequest,
  mostConnections,
  type ChannelRequest,
} from '../../../src/main/entry/channel/wire.ts';
import { problem } from '../../../src/shared/problem.ts';
import { err, ok } from '../../../src/shared/result.ts';

const uid = process.getuid?.() ?? -1;
let home: string;
let place: Extract<ChannelPlace, { kind: 'socket' }>;
let heard: ChannelRequest[];
let server: ChannelServer;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'channel-'));
  place = { kind: 'socket', folder: join(home, 'own'), path: join(home, 'own', 'socket') };
  heard = [];
  server = new ChannelServer(place, async (request) => {
    heard.push(request);
    return ok({ kind: 'done' });
  });
});
afterEach(async () => {
  server.close();
  await rm(home, { recursive: true, force: true });
});

const unsafe = (path: string) => err(problem('channel-unsafe', { path }));
const ask = (who = uid) => askRunning(place, who, { do: 'toggle' });

/** Sends bytes as they are; settles with the answer when the other end hangs up. */
function send(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(place.path);
    socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

describe('the channel', () => {
  it('is a socket 0600 in a folder 0700, and answers', async () => {
    expect(await server.listen(uid)).toEqual(ok(undefined));
    expect((await lstat(place.folder)).mode & 0o777).toBe(0o700);
    expect((await lstat(place.path)).mode & 0o777).toBe(0o600);
    expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
    expect(heard).toEqual([{ do: 'toggle' }]);
  });

  it('is nobody’s when nobody listens, also where a dead one left its socket', async () => {
    expect(await ask()).toBeUndefined();
    await mkdir(place.folder, { mode: 0o700 });
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(join(place.folder, 'dead'), resolve));
    await symlink(join(place.folder, 'dead'), join(place.folder, 'link'));
    dead.close();
    expect(await ask()).toBeUndefined();
    expect(await server.listen(uid)).toEqual(ok(undefined));
  });

  it.each([0o755, 0o770, 0o702])('is not opened, and not asked, in a folder of mode %o', async (mode) => {
    await mkdir(place.folder);
    await chmod(place.folder, mode);
    expect(await server.listen(uid)).toEqual(unsafe(place.folder));
    await chmod(place.folder, 0o700);
    expect(await server.listen(uid)).toEqual(ok(undefined));
    await chmod(place.folder, mode);
    expect(await ask()).toEqual(unsafe(place.folder));
    expect(heard).toEqual([]);
  });

  it('is not opened, and not asked, in a folder of another user, nor through a link to one', async () => {
    await mkdir(place.folder, { mode: 0o700 });
    expect(await server.listen(uid + 1)).toEqual(unsafe(place.folder));
    expect(await server.listen(uid)).toEqual(ok(undefined));
    expect(await ask(uid + 1)).toEqual(unsafe(place.folder));
    const linked = { ...place, folder: join(home, 'linked'), path: join(home, 'linked', 'socket') };
    await symlink(place.folder, linked.folder);
    expect(await askRunning(linked, uid, { do: 'toggle' })).toEqual(unsafe(linked.folder));
    expect(heard).toEqual([]);
  });

  it('is not asked where a file or a link stands for the socket', async () => {
    await mkdir(place.folder, { mode: 0o700 });
    await writeFile(place.path, '');
    expect(await ask()).toEqual(unsafe(place.path));
    await rm(place.path);
    await symlink('/dev/null', place.path);
    expect(await ask()).toEqual(unsafe(place.path));
  });

  it.each([
    ['noise', 'noise\n'],
    ['another version', '{"version":9,"request":{"do":"wipe"}}\n'],
    ['a command that it has not', '{"version":1,"request":{"do":"quit"}}\n'],
    ['a line without end', 'x'.repeat(longestRequest + 1)],
    ['a long line', `${'x'.repeat(longestRequest + 1)}\n`],
  ])('tells %s nothing, and goes on', async (_name, text) => {
    await server.listen(uid);
    expect(await send(text)).toBe('');
    expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
    expect(heard).toHaveLength(1);
  });

  it('hears one request a connection', async () => {
    await server.listen(uid);
    const line = '{"version":1,"request":{"do":"toggle"}}\n';
    await send(line + line);
    expect(heard).toHaveLength(1);
  });

  it('hangs up on one connection more than it has room for, and on those that say nothing', async () => {
    await server.listen(uid);
    const idle = Array.from({ length: mostConnections }, () => connect(place.path));
    await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const closed = idle.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    expect(await send('')).toBe('');
    await Promise.all(closed);
    expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
  }, 30_000);

  it('says so when the other end hangs up without an answer', async () => {
    const mute = new ChannelServer(place, () => Promise.reject(new Error('a fault')));
    await mute.listen(uid);
    expect(await ask()).toEqual(ok(err(problem('not-answering', {}))).value);
    mute.close();
  });
});
