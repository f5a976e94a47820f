import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Application } from './support/application.ts';
import { setUpWithList } from './support/first-run.ts';
import { expect, test } from './support/test.ts';

/** Ports on loopback that note whatever reaches them. */
async function startListeners() {
  const heard: string[] = [];
  const udp = createSocket('udp4', (message) => heard.push(`UDP ${message.length}`));
  udp.bind(0, '127.0.0.1');
  const tcp = createServer((socket) => {
    heard.push('TCP');
    socket.on('error', () => undefined).destroy();
  });
  tcp.listen(0, '127.0.0.1');
  await Promise.all([once(udp, 'listening'), once(tcp, 'listening')]);
  return {
    ports: { udpPort: udp.address().port, tcpPort: (tcp.address() as AddressInfo).port },
    /** What was heard since this was last asked. */
    heard: () => heard.splice(0),
    stop: () => {
      udp.close();
      tcp.close();
    },
  };
}

type Listeners = Awaited<ReturnType<typeof startListeners>>;

/**
 * Tries from inside a page to reach the listeners in every way that no policy of a page forbids: WebRTC over UDP and TCP,
 * connections and names asked for ahead. Settles when WebRTC has given up.
 */
const attempt = ({ udpPort, tcpPort }: { readonly udpPort: number; readonly tcpPort: number }) => {
  for (const [rel, href] of [
    ['preconnect', `http://127.0.0.1:${tcpPort}/`],
    ['prefetch', `http://127.0.0.1:${tcpPort}/x`],
    ['dns-prefetch', 'https://localhost/'],
  ] as const)
    document.head.append(Object.assign(document.createElement('link'), { rel, href }));
  const connection = new RTCPeerConnection({
    iceServers: [
      { urls: `stun:127.0.0.1:${udpPort}` },
      { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, username: 'a', credential: 'b' },
      { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
      // Of all names this one alone is not answered by the world, so that asking for it is on record.
      { urls: `stun:localhost:${udpPort}` },
      { urls: `turn:localhost:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
    ],
  });
  connection.createDataChannel('told');
  return new Promise<string>((resolve) => {
    const settle = () => connection.iceGatheringState === 'complete' && resolve('complete');
    connection.addEventListener('icegatheringstatechange', settle);
    void connection.createOffer().then((offer) => connection.setLocalDescription(offer));
  });
};

/** A window of no application's session, to show that the listeners would hear. */
async function openWindow(application: Application): Promise<Page> {
  const opened = application.electron.waitForEvent('window');
  await application.electron.evaluate(({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false, webPreferences: { partition: 'control' } });
    window.webContents.setWebRTCIPHandlingPolicy('default');
    void window.loadURL('data:text/html,<title>control</title>');
  });
  return opened;
}

/** Records what Chromium's network service does for one session, from now on. Gives the record when it is stopped. */
async function record(application: Application, partition: string, file: string) {
  await application.electron.evaluate(
    ({ session }, [name, path]) => session.fromPartition(name).netLog.startLogging(path),
    [partition, file] as const,
  );
  return async () => {
    await application.electron.evaluate(
      ({ session }, name) => session.fromPartition(name).netLog.stopLogging(),
      partition,
    );
    return readFile(file, 'utf8');
  };
}

test('no page of ours sends a packet, asks for a name or opens a connection', async ({
  desktop,
  start,
  world,
}) => {
  const listeners: Listeners = await startListeners();
  const log = (name: string) => join(desktop.env['HOME'] ?? '', name);
  try {
    const application = await start();
    const setup = await application.setup();
    const stop = await record(application, 'windows', log('windows.json'));
    expect(await setup.evaluate(attempt, listeners.ports)).toBe('complete');
    await setUpWithList(application, world.customers.slice(0, 3));
    for (const page of [await application.finder(), await application.settings()])
      expect(await page.evaluate(attempt, listeners.ports)).toBe('complete');
    expect(listeners.heard()).toEqual([]);
    expect(await stop()).not.toMatch(/"host":"[^"]*localhost/);

    await test.step('which a window without these rules does', async () => {
      const control = await openWindow(application);
      const stopControl = await record(application, 'control', log('control.json'));
      // It goes on trying: what counts is what is heard of it.
      const trying = control.evaluate(attempt, listeners.ports).catch(() => undefined);
      const heard: string[] = [];
      await expect
        .poll(() => {
          heard.push(...listeners.heard());
          return heard;
        })
        .toEqual(expect.arrayContaining(['TCP', expect.stringContaining('UDP')]));
      // Chromium asks ahead for names when it finds the time: this one is asked for before the record ends.
      await control.evaluate(() => fetch('https://localhost/').catch(() => undefined));
      expect(await stopControl()).toMatch(/"host":"[^"]*localhost/);
      await control.close();
      await trying;
    });
  } finally {
    listeners.stop();
  }
});
