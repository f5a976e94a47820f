import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as httpsRequest, type Server } from 'node:https';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import { expect, test as base, vi } from 'vitest';
import { OpenDownloads } from '../../../../src/main/updates/open-downloads.ts';
import { FeedExecutor } from '../../../../src/main/updates/feed-executor.ts';
import { Budget, feedUpdater } from '../../../../src/main/updates/feed-updater.ts';
import type { CreateRequest } from '../../../../src/main/updates/guarded-requests.ts';
import { updateProblem, updateTrouble } from '../../../../src/main/updates/update-problem.ts';
import type { Found, Updater } from '../../../../src/main/updates/updater.ts';
import { createAuthority } from '../../../world/authority.ts';
import { testOnUnix } from '../../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../../support/temporary-folder.ts';

// electron-updater's own updater for Windows, behind our guards, against a server on this computer. Only Electron's network and
// Windows' word on signatures are stood in for.

interface FeedServer {
  readonly origin: string;
  readonly host: string;
  /** What was asked for: paths, and headers. */
  readonly asked: IncomingMessage[];
  /** Answers by path. */
  readonly answers: Map<string, RequestListener>;
}

interface Made {
  readonly updater: Updater;
  readonly checked: string[];
  /** How often Tidegate was ended. */
  readonly quits: () => number;
}

interface Fixtures {
  readonly certificates: Awaited<ReturnType<typeof createAuthority>>;
  readonly feed: FeedServer;
  readonly elsewhere: FeedServer;
  readonly folder: string;
  readonly make: (options?: MakeOptions) => Promise<Made>;
}

interface MakeOptions {
  readonly signer?: string | null;
  readonly free?: number;
  readonly silence?: number;
  /** Of the Tidegate that looks. */
  readonly version?: string;
}

async function serve(
  { certificate, key }: { readonly certificate: string; readonly key: string },
  use: (feed: FeedServer) => Promise<void>,
): Promise<void> {
  const answers = new Map<string, RequestListener>();
  const asked: IncomingMessage[] = [];
  const server: Server = createServer({ cert: certificate, key }, (request, response) => {
    asked.push(request);
    const answer = answers.get(new URL(request.url ?? '/', 'https://x').pathname);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await use({ origin: `https://localhost:${port}`, host: `localhost:${port}`, asked, answers });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  certificates: async ({}, use) => use(await createAuthority(['localhost'])),
  feed: async ({ certificates }, use) => serve(certificates, use),
  elsewhere: async ({ certificates }, use) => serve(certificates, use),
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await temporaryFolder('tidegate-updates-');
    await use(folder);
    await removeFolder(folder);
  },
  make: async ({ certificates, feed, folder }, use) =>
    use(async ({ free, signer = 'us', silence = 10_000, version = '0.1.0' } = {}) => {
      const config = join(folder, 'app-update.yml');
      await writeFile(
        config,
        `provider: generic\nurl: ${feed.origin}/releases/\nchannel: latest\nupdaterCacheDirName: tidegate-updater\npublisherName: [us]\n`,
      );
      const nsis = new NsisUpdater(null, {
        version,
        name: 'tidegate',
        isPackaged: true,
        appUpdateConfigPath: config,
        userDataPath: folder,
        baseCachePath: folder,
        whenReady: () => Promise.resolve(),
        relaunch: () => undefined,
        quit: () => undefined,
        onQuit: () => undefined,
      });
      nsis.logger = null;
      Reflect.set(nsis, '_testOnlyOptions', { platform: 'win32' });
      const budget = new Budget();
      const create = ((options, callback) =>
        httpsRequest(
          { ...options, ca: certificates.caCertificate } as never,
          callback as never,
        )) as CreateRequest;
      const place = { url: new URL(`${feed.origin}/releases/`), publishers: ['us'] };
      const downloads = new OpenDownloads();
      const guard = { feed: place, mostBytes: () => budget.bytes, silence, downloads };
      Reflect.set(nsis, 'httpExecutor', new FeedExecutor(guard, create));
      const checked: string[] = [];
      const whyNotPublished = async (file: string) => {
        checked.push(file);
        return signer === 'us' ? null : `it is signed by ${signer}`;
      };
      nsis.verifyUpdateCodeSignature = (_names, file) => whyNotPublished(file);
      await mkdir(folder, { recursive: true });
      const more = free === undefined ? {} : { free: () => Promise.resolve(free) };
      let quits = 0;
      const options = {
        budget,
        downloads,
        folder,
        whyNotPublished,
        quit: () => void (quits += 1),
        undisturbed: () => Promise.resolve(),
        ...more,
      };
      return { updater: feedUpdater(nsis, options), checked, quits: () => quits };
    }),
});

const unixTest = testOnUnix(test, { because: 'a script stands for the installer' });

const installer = randomBytes(300_000);
const sha512 = createHash('sha512').update(installer).digest('base64');
const name = 'tidegate-0.2.0-windows-x64-setup.exe';

function notice({
  url = name,
  version = '0.2.0',
  size = String(installer.length),
  hash = sha512,
  more = '',
} = {}): RequestListener {
  const text = `version: ${version}\nfiles:\n  - url: ${url}\n    sha512: ${hash}\n    size: ${size}\npath: ${name}\nsha512: ${hash}\nreleaseDate: '2026-11-28T00:00:00.000Z'\n${more}`;
  return (_request, response) => response.end(text);
}

function release(
  feed: FeedServer,
  latest: RequestListener,
  file: RequestListener = (_request, response) => response.end(installer),
): void {
  feed.answers.set('/releases/latest.yml', latest);
  feed.answers.set(`/releases/${name}`, file);
}

/** What the user is told of a look and download that fails. */
async function trouble(updater: Updater, host: string) {
  const work = async (): Promise<void> => {
    const found = await updater.look();
    if (found !== undefined) await updater.fetch(found);
  };
  return work().then(
    () => 'no trouble' as const,
    (error: unknown) => updateProblem(error, host),
  );
}

/** Installers, whole or begun, that lie somewhere below the folder. */
async function left(folder: string): Promise<readonly string[]> {
  return (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.exe'));
}

test('a newer version is found, downloaded, and checked for who signed it before and after it has its name', async ({
  feed,
  folder,
  make,
}) => {
  release(feed, notice());
  const { checked, updater } = await make();
  const found = (await updater.look()) as Found;
  expect(found).toEqual({ version: '0.2.0', size: installer.length });
  expect(checked).toEqual([]);
  await updater.fetch(found);
  expect(checked).toHaveLength(2);
  expect(checked[1]).toContain(name);
  expect(await left(folder)).toEqual([join('tidegate-updater', 'pending', name)]);
});

test('nothing is downloaded before it is asked for', async ({ feed, folder, make }) => {
  release(feed, notice());
  const { updater } = await make();
  await updater.look();
  expect(feed.asked.map(({ url }) => url?.split('?')[0])).toEqual(['/releases/latest.yml']);
  expect(await left(folder)).toEqual([]);
});

test.for(['0.1.0', '0.0.9', '0.1.0-rc.1'])(
  'version %s is no newer one, and is not fetched',
  async (version, { feed, make }) => {
    release(feed, notice({ version }));
    const { updater } = await make();
    expect(await updater.look()).toBeUndefined();
  },
);

test('a version before its release is taken only by one that is no release itself', async ({
  feed,
  folder,
  make,
}) => {
  release(feed, notice({ version: '0.2.0-rc.1' }));
  const { updater } = await make();
  expect(await updater.look()).toBeUndefined();
  expect(await left(folder)).toEqual([]);
  const { updater: tried } = await make({ version: '0.2.0-beta.2' });
  expect(await tried.look()).toMatchObject({ version: '0.2.0-rc.1' });
  release(feed, notice({ version: '0.2.0' }));
  expect(await tried.look()).toMatchObject({ version: '0.2.0' });
});

test('a file that is not the published one is refused, and nothing of it is kept', async ({
  feed,
  folder,
  make,
}) => {
  const other = Buffer.from(installer);
  other[1_000] = (other[1_000] ?? 0) ^ 1;
  release(feed, notice(), (_request, response) => response.end(other));
  const { updater } = await make();
  expect(await trouble(updater, feed.host)).toEqual({
    kind: 'update-refused',
    values: { host: feed.host, reason: 'updateFault.tampered' },
  });
  expect(await left(folder)).toEqual([]);
});

test('a file that somebody else has signed is refused, whatever its hash, and nothing of it is kept', async ({
  feed,
  folder,
  make,
}) => {
  release(feed, notice());
  const { updater } = await make({ signer: 'CN=Somebody' });
  expect(await trouble(updater, feed.host)).toEqual({
    kind: 'update-refused',
    values: { host: feed.host, reason: 'updateFault.publisher' },
  });
  expect(await left(folder)).toEqual([]);
});

test('a file of an earlier run is asked again who signed it', async ({ feed, make }) => {
  release(feed, notice());
  const first = await make();
  await first.updater.fetch((await first.updater.look()) as Found);
  const second = await make({ signer: 'CN=Somebody' });
  expect(await trouble(second.updater, feed.host)).toMatchObject({
    values: { reason: 'updateFault.publisher' },
  });
});

test('a download that is cut off fails, can be tried again, and leaves nothing', async ({
  feed,
  folder,
  make,
}) => {
  const cut: RequestListener = (_request, response) => {
    response.writeHead(200, { 'content-length': installer.length });
    response.write(installer.subarray(0, 100_000), () => response.destroy());
  };
  release(feed, notice(), cut);
  const { updater } = await make();
  expect(await trouble(updater, feed.host)).toMatchObject({ kind: 'update-failed' });
  expect(await left(folder)).toEqual([]);
  release(feed, notice());
  expect(await trouble(updater, feed.host)).toBe('no trouble');
});

test.for([
  ['the notice', true],
  ['the file', false],
] as const)('%s that never ends is given up at its budget', async ([, isNotice], { feed, folder, make }) => {
  let sent = 0;
  const endless: RequestListener = (_request, response) => {
    const more = (): void => {
      if (response.destroyed) return;
      sent += 65_536;
      response.write(Buffer.alloc(65_536, 35), more);
    };
    more();
  };
  release(feed, isNotice ? endless : notice(), isNotice ? undefined : endless);
  const { updater } = await make();
  expect(await trouble(updater, feed.host)).toEqual({
    kind: 'update-refused',
    values: { host: feed.host, reason: 'updateFault.tooBig' },
  });
  expect(await left(folder)).toEqual([]);
  // What is on its way when it is given up is the network's.
  expect(sent).toBeLessThan(30_000_000);
});

test.for([2 ** 41, 0, -1, 'many'])(
  'a file that is said to have %s bytes is not begun',
  async (size, { feed, make }) => {
    release(feed, notice({ size: String(size) }));
    const { updater } = await make();
    expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.malformed' } });
    expect(feed.asked).toHaveLength(1);
  },
);

test('an answer that stops coming is given up', async ({ feed, folder, make }) => {
  release(feed, notice(), (_request, response) => void response.write(installer.subarray(0, 1_000)));
  const { updater } = await make({ silence: 200 });
  expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.silent' } });
  expect(await left(folder)).toEqual([]);
});

test('a download that is given up ends at once, leaves nothing, and can be begun again', async ({
  feed,
  folder,
  make,
}) => {
  const stop = new AbortController();
  release(feed, notice(), (_request, response) =>
    response.write(installer.subarray(0, 100_000), () => stop.abort()),
  );
  const { updater } = await make();
  const found = (await updater.look()) as Found;
  await expect(updater.fetch(found, stop.signal)).rejects.toThrow('cancelled');
  expect(await left(folder)).toEqual([]);
  await expect(updater.fetch(found, AbortSignal.abort())).rejects.toThrow();
  release(feed, notice());
  expect(await trouble(updater, feed.host)).toBe('no trouble');
});

test('an installer that would have to run as an administrator is refused before it is begun', async ({
  feed,
  make,
}) => {
  release(feed, notice({ size: `${installer.length}\n    isAdminRightsRequired: true` }));
  const { updater } = await make();
  expect(await trouble(updater, feed.host)).toEqual({
    kind: 'update-refused',
    values: { host: feed.host, reason: 'updateFault.elevated' },
  });
  expect(feed.asked).toHaveLength(1);
});

test('a restart with nothing to install says so, and a look that fails after it does not', async ({
  feed,
  make,
}) => {
  const { updater } = await make();
  const failures: unknown[] = [];
  updater.restart((error) => failures.push(error));
  expect(failures).toEqual([
    expect.objectContaining({ message: expect.stringContaining('quit and install') as unknown }),
  ]);
  await trouble(updater, feed.host);
  expect(failures).toHaveLength(1);
});

/** What a restart put off until the loop's next turn is done. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** A version that is here and checked, and what becomes of restarts into it. */
async function fetched({ feed, folder, make }: Pick<Fixtures, 'feed' | 'folder' | 'make'>) {
  // Electron's own: what would start the installer as an administrator is looked for there.
  Object.defineProperty(process, 'resourcesPath', { value: folder, configurable: true });
  release(feed, notice());
  const made = await make();
  await made.updater.fetch((await made.updater.look()) as Found);
  const [path = ''] = await left(folder);
  return { ...made, path: join(folder, path), failures: [] as unknown[] };
}

test('an installer that the system refuses to start is told, and Tidegate goes on; so it is the next time', async ({
  feed,
  folder,
  make,
}) => {
  const { failures, path, quits, updater } = await fetched({ feed, folder, make });
  // What is no program is refused as one that a rule of the computer forbids.
  await chmod(path, 0o600);
  for (const times of [1, 2]) {
    updater.restart((error) => failures.push(error));
    await vi.waitFor(() => expect(failures).toHaveLength(times));
    await nextTurn();
    expect(failures).toHaveLength(times);
    expect(updateProblem(failures.at(-1), feed.host)).toMatchObject({ kind: 'update-not-started' });
  }
  expect(quits()).toBe(0);
});

test('an installer that has gone in the meantime is told, and Tidegate goes on; it can be fetched again', async ({
  feed,
  folder,
  make,
}) => {
  const { failures, path, quits, updater } = await fetched({ feed, folder, make });
  await rm(path);
  updater.restart((error) => failures.push(error));
  await nextTurn();
  expect(failures.map((error) => updateProblem(error, feed.host))).toEqual([
    { kind: 'update-not-started', values: { reason: `ENOENT: ${name}` } },
  ]);
  expect(quits()).toBe(0);
  await updater.fetch((await updater.look()) as Found);
  expect(await left(folder)).toHaveLength(1);
});

unixTest(
  'an installer that starts ends Tidegate, silently and so that the new one is started',
  async ({ feed, folder, make }) => {
    const { failures, path, quits, updater } = await fetched({ feed, folder, make });
    await writeFile(path, `#!/bin/sh\nprintf '%s ' "$@" > '${join(folder, 'started')}'\n`);
    await chmod(path, 0o700);
    updater.restart((error) => failures.push(error));
    await vi.waitFor(async () =>
      expect(await readFile(join(folder, 'started'), 'utf8')).toBe('--updated /S --force-run '),
    );
    expect([failures, quits()]).toEqual([[], 1]);
  },
);

test('what was downloaded goes once the feed has nothing newer: it is in place, or withdrawn', async ({
  feed,
  folder,
  make,
}) => {
  const { updater } = await fetched({ feed, folder, make });
  expect(await left(folder)).toHaveLength(1);
  // The version that was installed since looks for the next one.
  const { updater: next } = await make({ version: '0.2.0' });
  expect(await next.look()).toBeUndefined();
  expect(await left(folder)).toEqual([]);
  expect(await updater.look()).toBeDefined();
  expect(await left(folder)).toEqual([]);
});

test('with too little room on the disk the download is not begun', async ({ feed, make }) => {
  release(feed, notice());
  const { updater } = await make({ free: installer.length * 2 });
  expect(await trouble(updater, feed.host)).toEqual({ kind: 'update-no-space', values: {} });
  expect(feed.asked).toHaveLength(1);
});

test('the feed cannot send the download to another host, in what it says or by a redirect', async ({
  elsewhere,
  feed,
  make,
}) => {
  elsewhere.answers.set(`/releases/${name}`, (_request, response) => response.end(installer));
  release(feed, notice({ url: `${elsewhere.origin}/releases/${name}` }));
  const { updater } = await make();
  expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.elsewhere' } });

  const redirect = (target: string) => (_request: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(302, { location: target }).end();
  release(feed, notice(), redirect(`${elsewhere.origin}/releases/${name}`));
  expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.elsewhere' } });
  release(feed, notice(), redirect(`http://${feed.host}/releases/${name}`));
  expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.elsewhere' } });
  release(feed, redirect(`${elsewhere.origin}/releases/latest.yml`));
  expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.elsewhere' } });
  expect(elsewhere.asked).toEqual([]);
});

test('a feed that leads from one place to the next is given up, and counted anew for each question', async ({
  feed,
  make,
}) => {
  /** After so many redirects the answer comes. */
  const winding = (path: string, most: number, answer: RequestListener): void => {
    let left = most;
    feed.answers.set(path, (request, response) => {
      if (left === 0) return answer(request, response);
      left -= 1;
      response.writeHead(302, { location: `${feed.origin}${path}?${left}` }).end();
    });
  };
  const { updater } = await make();
  const refused = { kind: 'update-refused', values: { host: feed.host, reason: 'updateFault.redirects' } };
  winding('/releases/latest.yml', Infinity, notice());
  expect(await trouble(updater, feed.host)).toEqual(refused);
  expect(feed.asked).toHaveLength(6);

  winding('/releases/latest.yml', 5, notice());
  winding(`/releases/${name}`, Infinity, (_request, response) => response.end(installer));
  expect(await trouble(updater, feed.host)).toEqual(refused);
  expect(feed.asked).toHaveLength(6 + 6 + 6);

  winding('/releases/latest.yml', 5, notice());
  winding(`/releases/${name}`, 5, (_request, response) => response.end(installer));
  expect(await trouble(updater, feed.host)).toBe('no trouble');
});

test.for([
  [500, { kind: 'server-fault', status: '500' }],
  [403, { kind: 'server-fault', status: '403' }],
  [511, { kind: 'page-instead' }],
] as const)(
  'a feed that answers with %s is told by that alone, without what it sends along',
  async ([status, { kind, ...values }], { feed, make }) => {
    const fail: RequestListener = (_request, response) =>
      response
        .writeHead(status, { 'x-secret': 'secret', 'set-cookie': 'a=secret' })
        .end('secret\n'.repeat(99));
    const { updater } = await make();
    for (const [latest, file] of [
      [fail, fail],
      [notice(), fail],
    ] as const) {
      release(feed, latest, file);
      const error: unknown = await (async () => updater.fetch((await updater.look()) as Found))().catch(
        (thrown: unknown) => thrown,
      );
      expect(updateProblem(error, feed.host)).toEqual({ kind, values: { host: feed.host, ...values } });
      expect(updateTrouble(error)).toContain(String(status));
      expect(updateTrouble(error)).not.toMatch(/secret|\n/);
    }
    // A notice that is not there is not understood; what else it says is for nobody either.
    release(feed, (_request, response) => response.writeHead(404, { 'x-secret': 'secret' }).end('secret'));
    const error: unknown = await updater.look().catch((thrown: unknown) => thrown);
    expect(updateTrouble(error)).toMatch(/^ERR_UPDATER_CHANNEL_FILE_NOT_FOUND: .*404/);
    expect(updateTrouble(error)).not.toMatch(/secret|\n/);
  },
);

test('the feed learns nothing by which it would know the user again', async ({ feed, make }) => {
  release(feed, notice());
  const { updater } = await make();
  await updater.fetch((await updater.look()) as Found);
  expect(feed.asked).toHaveLength(2);
  for (const { headers } of feed.asked) {
    const ours = Object.keys(headers).filter((header) => !['host', 'connection'].includes(header));
    expect(ours.filter((header) => !['accept', 'user-agent', 'cache-control'].includes(header))).toEqual([]);
  }
});

test.for([
  ['nonsense', (response: ServerResponse) => response.end('<html>sign in to the guest network</html>')],
  ['nothing', (response: ServerResponse) => response.end()],
  ['no such file', (response: ServerResponse) => response.writeHead(404).end()],
  [
    'a version that is none',
    (response: ServerResponse) =>
      response.end(`version: 9.9.9; rm\nfiles:\n  - {url: a.exe, sha512: a, size: 1}`),
  ],
  [
    'no hash',
    (response: ServerResponse) => response.end(`version: 0.2.0\nfiles:\n  - {url: a.exe, size: 1000}`),
  ],
] as const)(
  'a feed that answers with %s is told as one that is not understood',
  async ([, answer], { feed, make }) => {
    release(feed, (_request, response) => void answer(response));
    const { updater } = await make();
    expect(await trouble(updater, feed.host)).toMatchObject({ values: { reason: 'updateFault.malformed' } });
  },
);
