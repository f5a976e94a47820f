import { randomBytes } from 'node:crypto';
import { chmod, lstat, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { heaviestList } from '#shared/imports/import.ts';
import { askRunning } from '../../../../src/main/entry/channel/channel-client.ts';
import { ChannelServer } from '../../../../src/main/entry/channel/channel-server.ts';
import type { ChannelPlace } from '../../../../src/main/entry/channel/plan-channel.ts';
import {
  longestLine,
  mostConnections,
  mostLists,
  requestBytes,
  wireVersion,
  type ChannelRequest,
} from '../../../../src/main/entry/channel/wire.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { itOnUnix } from '../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

const unixIt = itOnUnix({ twin: 'channel' });

const uid = process.getuid?.() ?? -1;
let home: string;
let place: Extract<ChannelPlace, { kind: 'socket' }>;
let heard: ChannelRequest[];
let server: ChannelServer;

beforeEach(async () => {
  home = await temporaryFolder('channel-');
  place = { kind: 'socket', folder: join(home, 'own'), path: join(home, 'own', 'socket') };
  heard = [];
  server = new ChannelServer(place, async (request) => {
    heard.push(request);
    return ok({ kind: 'done' });
  });
});
afterEach(async () => {
  server.close();
  await removeFolder(home);
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
  unixIt('is a socket 0600 in a folder 0700, and answers', async () => {
    expect(await server.listen(uid)).toEqual(ok(undefined));
    expect((await lstat(place.folder)).mode & 0o777).toBe(0o700);
    expect((await lstat(place.path)).mode & 0o777).toBe(0o600);
    expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
    expect(heard).toEqual([{ do: 'toggle' }]);
  });

  unixIt('is nobody’s when nobody listens, also where a dead one left its socket', async () => {
    expect(await ask()).toBeUndefined();
    await mkdir(place.folder, { mode: 0o700 });
    const dead = createServer();
    await new Promise<void>((resolve) => dead.listen(join(place.folder, 'dead'), resolve));
    await symlink(join(place.folder, 'dead'), join(place.folder, 'link'));
    dead.close();
    expect(await ask()).toBeUndefined();
    expect(await server.listen(uid)).toEqual(ok(undefined));
  });

  unixIt.each([0o755, 0o770, 0o702])('is not opened, and not asked, in a folder of mode %o', async (mode) => {
    await mkdir(place.folder);
    await chmod(place.folder, mode);
    expect(await server.listen(uid)).toEqual(unsafe(place.folder));
    await chmod(place.folder, 0o700);
    expect(await server.listen(uid)).toEqual(ok(undefined));
    await chmod(place.folder, mode);
    expect(await ask()).toEqual(unsafe(place.folder));
    expect(heard).toEqual([]);
  });

  unixIt('is not opened, and not asked, in a folder of another user, nor through a link to one', async () => {
    await mkdir(place.folder, { mode: 0o700 });
    expect(await server.listen(uid + 1)).toEqual(unsafe(place.folder));
    expect(await server.listen(uid)).toEqual(ok(undefined));
    expect(await ask(uid + 1)).toEqual(unsafe(place.folder));
    const linked = { ...place, folder: join(home, 'linked'), path: join(home, 'linked', 'socket') };
    await symlink(place.folder, linked.folder);
    expect(await askRunning(linked, uid, { do: 'toggle' })).toEqual(unsafe(linked.folder));
    expect(heard).toEqual([]);
  });

  unixIt('is not asked where a file or a link stands for the socket', async () => {
    await mkdir(place.folder, { mode: 0o700 });
    await writeFile(place.path, '');
    expect(await ask()).toEqual(unsafe(place.path));
    await rm(place.path);
    await symlink('/dev/null', place.path);
    expect(await ask()).toEqual(unsafe(place.path));
  });

  unixIt.each([
    ['noise', 'noise\n'],
    ['an older version', '{"version":1,"request":{"do":"wipe"}}\n'],
    ['a command that it has not', `{"version":${wireVersion},"request":{"do":"quit"}}\n`],
    [
      'a list by its path',
      `{"version":${wireVersion},"request":{"do":"import","file":"/a","dryRun":true}}\n`,
    ],
    [
      'a list heavier than any',
      `{"version":${wireVersion},"request":{"do":"import","bytes":${heaviestList + 1},"dryRun":true}}\n`,
    ],
    ['a line without end', 'x'.repeat(longestLine + 1)],
    ['a long line', `${'x'.repeat(longestLine + 1)}\n`],
  ])('tells %s nothing, and goes on', async (_name, text) => {
    await server.listen(uid);
    expect(await send(text)).toBe('');
    expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
    expect(heard).toHaveLength(1);
  });

  unixIt('hears one request a connection', async () => {
    await server.listen(uid);
    const line = `{"version":${wireVersion},"request":{"do":"toggle"}}\n`;
    await send(line + line);
    expect(heard).toHaveLength(1);
  });

  unixIt('takes a list as its bytes, whatever they are and however they come', async () => {
    await server.listen(uid);
    const content = Buffer.concat([Buffer.from('\n"}\0'), randomBytes(3 * 1024 * 1024), Buffer.from('\n')]);
    const request = { do: 'import', content, dryRun: true } as const;
    expect(await askRunning(place, uid, request)).toEqual(ok(ok({ kind: 'done' })));
    const empty = { do: 'import', content: Buffer.alloc(0), dryRun: false } as const;
    expect(await askRunning(place, uid, empty)).toEqual(ok(ok({ kind: 'done' })));
    const contents = heard.map((each) => (each.do === 'import' ? Buffer.from(each.content) : undefined));
    expect(contents.map((each) => each?.length)).toEqual([content.length, 0]);
    expect(contents[0]?.equals(content)).toBe(true);
    expect(heard.map((each) => each.do === 'import' && each.dryRun)).toEqual([true, false]);
  });

  unixIt('takes a few lists at a time, and others again when those are done', async () => {
    await server.listen(uid);
    const cut = requestBytes({ do: 'import', content: Buffer.alloc(10), dryRun: true }).subarray(0, -1);
    const waiting = Array.from({ length: mostLists }, () => connect(place.path));
    for (const socket of waiting) socket.on('error', () => undefined).write(cut);
    const whole = { do: 'import', content: Buffer.from('x'), dryRun: true } as const;
    // Until both have begun there is room.
    await expect.poll(() => askRunning(place, uid, whole)).toEqual(err(problem('not-answering', {})));
    for (const socket of waiting) socket.end(Buffer.alloc(1));
    await expect.poll(() => askRunning(place, uid, whole)).toEqual(ok(ok({ kind: 'done' })));
  });

  unixIt(
    'hangs up on one connection more than it has room for, and on those that say nothing',
    async () => {
      await server.listen(uid);
      const idle = Array.from({ length: mostConnections }, () => connect(place.path));
      await Promise.all(idle.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
      const closed = idle.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
      expect(await send('')).toBe('');
      await Promise.all(closed);
      expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
    },
    30_000,
  );

  unixIt('says so when the other end hangs up without an answer', async () => {
    const mute = new ChannelServer(place, () => Promise.reject(new Error('a fault')));
    await mute.listen(uid);
    expect(await ask()).toEqual(ok(err(problem('not-answering', {}))).value);
    mute.close();
  });
});
