import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { askRunning } from '../../src/main/entry/channel/channel-client.ts';
import { ChannelServer } from '../../src/main/entry/channel/channel-server.ts';
import { planChannel, type ChannelPlace } from '../../src/main/entry/channel/plan-channel.ts';
import { longestLine, wireVersion, type ChannelRequest } from '../../src/main/entry/channel/wire.ts';
import { problem } from '#shared/problems/problem.ts';
import { err, ok } from '#shared/problems/result.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

// The same as test/integration/main/entry/channel.test.ts, on a named pipe.

const greetingLength = 33;
let home: string;
let place: Extract<ChannelPlace, { kind: 'pipe' }>;
let heard: ChannelRequest[];
let server: ChannelServer;
const squatters: Server[] = [];

const placeOf = (root: string) =>
  planChannel({
    platform: 'win32',
    root,
    key: join(root, 'channel.key'),
    runtimeFolder: undefined,
    temporaryFolder: tmpdir(),
  }) as typeof place;

beforeEach(async () => {
  home = await temporaryFolder('kanäle-');
  place = placeOf(home);
  heard = [];
  server = serverAt(place);
});

afterEach(async () => {
  server.close();
  for (const squatter of squatters.splice(0)) squatter.close();
  await removeFolder(home);
});

const serverAt = (where: ChannelPlace) =>
  new ChannelServer(where, async (request) => {
    heard.push(request);
    return ok({ kind: 'done' });
  });
const ask = (request: ChannelRequest = { do: 'toggle' }) => askRunning(place, -1, request);
const taken = () => err(problem('channel-taken', { path: place.path }));

/** Somebody else at the pipe of our name: keeps what is said, and says what it is told to. */
async function aSquatter(says: (line: string) => string | undefined): Promise<string[]> {
  const told: string[] = [];
  const squatter = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      told.push(piece.toString());
      const answer = says(piece.toString());
      // Told more than a greeting, it has what it wants: kept on, a client that told it would wait for ever.
      if (answer === undefined || told.join('').length > greetingLength) socket.destroy();
      else socket.write(answer);
    });
  });
  squatters.push(squatter);
  await new Promise<void>((resolve) => squatter.listen(place.path, resolve));
  return told;
}

/** Sends bytes as they are; settles with what is said when the other end hangs up. */
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

it('the pipe answers whoever can read this user’s key, and is nobody’s when nobody listens', async () => {
  expect(await ask()).toBeUndefined();
  expect(await server.listen(-1)).toEqual(ok(undefined));
  expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
  expect(heard).toEqual([{ do: 'toggle' }]);
  server.close();
  await expect.poll(() => ask()).toBeUndefined();
});

it('the key is made once, and another folder of data has another key and pipe', async () => {
  await server.listen(-1);
  const key = await readFile(place.key, 'utf8');
  expect(key).toMatch(/^[0-9a-f]{64}\n$/);
  server.close();
  const next = serverAt(place);
  await expect.poll(() => next.listen(-1)).toEqual(ok(undefined));
  expect(await readFile(place.key, 'utf8')).toBe(key);
  next.close();
  expect(placeOf(`${home}-other`).path).not.toBe(place.path);
});

it('a list goes through the pipe as its bytes', async () => {
  await server.listen(-1);
  const content = Buffer.concat([Buffer.from('\n"}\0'), randomBytes(1024 * 1024), Buffer.from('\r\n')]);
  expect(await ask({ do: 'import', content, dryRun: true })).toEqual(ok(ok({ kind: 'done' })));
  const [request] = heard;
  expect(request?.do === 'import' && Buffer.from(request.content).equals(content)).toBe(true);
});

it('a second Tidegate cannot listen where one does, and says so', async () => {
  await server.listen(-1);
  const second = serverAt(place);
  expect(await second.listen(-1)).toEqual(taken());
  expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
});

it('a squatter on the name is noticed by the application', async () => {
  await aSquatter(() => undefined);
  expect(await server.listen(-1)).toEqual(taken());
});

it.each([
  ['hangs up', () => undefined],
  ['says nothing of ours', () => 'nonsense\n'],
  [
    'says an answer of ours',
    () => `{"version":${wireVersion},"answer":{"ok":true,"value":{"kind":"done"}}}\n`,
  ],
  ['says back what it is told', (line: string) => line],
  ['invents a proof', () => `${'0'.repeat(32)} ${'0'.repeat(64)}\n`],
])('a squatter that %s is told no command', async (_name, says) => {
  // The application ran once, so there is a key.
  await server.listen(-1);
  server.close();
  await expect.poll(() => ask()).toBeUndefined();
  const told = await aSquatter(says);
  expect(await ask({ do: 'open', customer: 'Contoso', dryRun: false })).toEqual(taken());
  expect(told.join('')).toMatch(/^[0-9a-f]{32}\n$/);
});

it.each([
  ['a request without a proof', `{"version":${wireVersion},"request":{"do":"wipe"}}\n`],
  ['noise', 'noise\n'],
  ['a line without end', 'x'.repeat(longestLine)],
  [
    'all in one',
    `${'0'.repeat(32)}\n${'0'.repeat(64)}\n{"version":${wireVersion},"request":{"do":"wipe"}}\n`,
  ],
])('whoever comes with %s is told nothing', async (_name, text) => {
  await server.listen(-1);
  expect(await send(text)).toBe('');
  expect(heard).toEqual([]);
  expect(await ask()).toEqual(ok(ok({ kind: 'done' })));
});

it('whoever has heard the server’s proof and has none is told nothing more', async () => {
  await server.listen(-1);
  const said = await new Promise<string>((resolve) => {
    const socket = connect(place.path);
    let all = '';
    socket.once('data', () =>
      socket.write(`${'0'.repeat(64)}\n{"version":${wireVersion},"request":{"do":"wipe"}}\n`),
    );
    socket.on('data', (chunk) => (all += chunk.toString('utf8')));
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(all));
    socket.write(`${'0'.repeat(32)}\n`);
  });
  expect(said).toMatch(/^[0-9a-f]{32} [0-9a-f]{64}\n$/);
  expect(heard).toEqual([]);
});

it('whoever has another key is told nothing but a proof', async () => {
  await server.listen(-1);
  const other = join(home, 'other.key');
  await writeFile(other, `${'1'.repeat(64)}\n`);
  expect(await askRunning({ ...place, key: other }, -1, { do: 'wipe' })).toEqual(taken());
  expect(heard).toEqual([]);
});

it('a line is heard in whatever pieces it comes', async () => {
  await server.listen(-1);
  const { ClientGreeting } = await import('../../src/main/entry/channel/greeting.ts');
  const greeting = new ClientGreeting((await readFile(place.key, 'utf8')).trim());
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(place.path);
    let said = '';
    socket.on('data', (chunk) => {
      said += chunk.toString();
      if (!said.endsWith('\n') || said.includes('{')) return;
      const text = `${greeting.answer(said.trim())}{"version":${wireVersion},"request":{"do":"toggle"}}\n`;
      for (const letter of text) socket.write(letter);
    });
    socket.on('close', () => resolve(said));
    for (const letter of greeting.first()) socket.write(letter);
  });
  expect(answer).toContain('"kind":"done"');
});
