import { createHash, randomBytes } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { electronUpdater } from '../../src/main/updates/electron-updaters.ts';
import { createAuthority } from '../world/authority.ts';
import { openTunnel } from '../world/tunnel.ts';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { photograph } from './support/screen.ts';
import { expect, test } from './support/test.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const installer = randomBytes(200_000);
const file = 'tidegate_9.9.9_amd64.deb';

/** What the updater of the built application says of a feed, over Electron's own network: only where names lead is the test's. */
async function lookInside(application: Application, folder: string, tunnel: number): Promise<string> {
  const late = join(process.env['TIDEGATE_TEST_APP'] ?? '', 'out/main/late/electron-updaters.cjs');
  return application.electron.evaluate(
    async ({ app, session }, { folder, late, tunnel }) => {
      Object.defineProperty(process, 'resourcesPath', { value: folder, configurable: true });
      Object.defineProperty(app, 'isPackaged', { value: true, configurable: true });
      const network = session.fromPartition('net', { cache: false });
      await network.setProxy({ proxyRules: `http://127.0.0.1:${tunnel}` });
      network.setCertificateVerifyProc((_request, answer) => answer(0));
      const { createRequire } = process.getBuiltinModule('module');
      const built = createRequire(late)(late) as { electronUpdater: typeof electronUpdater };
      const { updater } = built.electronUpdater('linux', folder, network, () => Promise.resolve());
      try {
        const found = await updater.look();
        if (found === undefined) return 'nothing newer';
        await updater.fetch(found);
        return `${found.version} is here`;
      } catch (error) {
        return String((error as { fault?: string }).fault ?? (error as { code?: string }).code ?? error);
      }
    },
    { folder, late, tunnel },
  );
}

test('Electron’s own network asks the feed and nobody else for a newer version, and gives up what is too long', async ({
  start,
}) => {
  const asked: string[] = [];
  const answers = new Map<string, RequestListener>();
  const { certificate, key } = await createAuthority(['updates.example', 'elsewhere.example']);
  const server = createServer({ cert: certificate, key }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    asked.push(`${url.host}${url.pathname}`);
    expect(request.headers['x-user-staging-id']).toBeUndefined();
    const answer = answers.get(`${url.host}${url.pathname}`);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tunnel = await openTunnel((server.address() as AddressInfo).port);
  const folder = await temporaryFolder('tg-updates-');
  try {
    await writeFile(
      join(folder, 'app-update.yml'),
      'provider: generic\nurl: https://updates.example/t/\nchannel: latest\nupdaterCacheDirName: tidegate-updater\n',
    );
    const application = await start();
    const sha512 = createHash('sha512').update(installer).digest('base64');
    const notice =
      (url: string, size = installer.length): RequestListener =>
      (_request, response) =>
        response.end(`version: 9.9.9\nfiles:\n  - url: ${url}\n    sha512: ${sha512}\n    size: ${size}\n`);
    const feed = 'updates.example/t/';
    const redirect =
      (location: string): RequestListener =>
      (_request, response) =>
        response.writeHead(302, { location }).end();
    answers.set(`${feed}${file}`, (_request, response) => response.end(installer));

    answers.set(`${feed}latest-linux.yml`, notice(file));
    expect(await lookInside(application, folder, tunnel.port)).toBe('9.9.9 is here');

    await rm(join(folder, 'tidegate-updater'), { recursive: true });
    answers.set(`${feed}latest-linux.yml`, notice(file, 1_000));
    expect(await lookInside(application, folder, tunnel.port)).toBe('tooBig');

    answers.set(`${feed}latest-linux.yml`, notice(`https://elsewhere.example/t/${file}`));
    expect(await lookInside(application, folder, tunnel.port)).toBe('elsewhere');

    answers.set(`${feed}latest-linux.yml`, notice(file));
    answers.set(`${feed}${file}`, redirect(`https://elsewhere.example/t/${file}`));
    expect(await lookInside(application, folder, tunnel.port)).toBe('elsewhere');

    answers.set(`${feed}latest-linux.yml`, redirect('https://elsewhere.example/t/latest-linux.yml'));
    expect(await lookInside(application, folder, tunnel.port)).toBe('elsewhere');

    answers.set(`${feed}latest-linux.yml`, (_request, response) => response.end('a: '.repeat(100_000)));
    expect(await lookInside(application, folder, tunnel.port)).toBe('tooBig');

    expect(asked.filter((place) => !place.startsWith(feed))).toEqual([]);
    // Nothing of it became a fault of the application.
    expect(application.process.exitCode).toBeNull();
  } finally {
    await tunnel.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await removeFolder(folder);
  }
});

test('Settings say that a copy that nobody installed does not check for updates', async ({
  start,
  world,
}) => {
  const application = await start();
  const [customer] = world.customers;
  if (!customer) throw new Error('the world has customers');
  await setUpWithList(application, [customer]);
  const settings = await application.settings('general');
  const text = settings.getByText('This copy of Tidegate was not installed');
  await text.scrollIntoViewIfNeeded();
  await expect(text).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Check now' })).toHaveCount(0);
  await photograph('updates');
});
