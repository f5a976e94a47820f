import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setUpWithList } from './support/first-run.ts';
import { keyboard } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

test('the windows are sandboxed, isolated, and reach nothing but Tidegate', async ({ world, start }) => {
  const application = await start();
  const setup = await application.setup();
  const finder = await application.finder();

  await test.step('the kernel confines their processes', async () => {
    const pids = await application.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.webContents.getOSProcessId()),
    );
    expect(pids.length).toBeGreaterThan(0);
    for (const pid of pids) expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);
  });

  await test.step('a page sees the named functions and nothing of Node or Electron', async () => {
    for (const page of [finder, setup]) {
      const seen = await page.evaluate(() => ({
        api: Object.keys((globalThis as unknown as { tidegate: object }).tidegate).sort(),
        node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in globalThis),
      }));
      expect(seen).toEqual({
        api: [
          'about',
          'checkUp',
          'finderShowing',
          'journal',
          'onFinderForget',
          'onFinderHidden',
          'onFinderShown',
          'onInstruction',
          'onList',
          'onProblem',
          'onProfiles',
          'onSelection',
          'onStatus',
          'onTexts',
          'onUsage',
          'painted',
          'profiles',
          'run',
          'setFinderHeight',
          'state',
        ],
        node: [],
      });
    }
  });

  await test.step('markup that gets in runs nothing', async () => {
    const { seen, owned } = await setup.evaluate(async () => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective));
      const attempt = (act: () => void) => {
        try {
          act();
        } catch {
          seen.push('refused');
        }
      };
      attempt(() => {
        const image = document.createElement('img');
        image.src = 'https://security.microsoft.com/beacon.png';
        document.body.append(image);
      });
      attempt(() => {
        const script = document.createElement('script');
        script.setAttribute('src', 'https://security.microsoft.com/x.js');
        document.body.append(script);
      });
      attempt(() =>
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.owned = true">'),
      );
      attempt(() => {
        // What text would run as script: refused before it can.
        document.body.setAttribute('onclick', 'globalThis.owned = true');
        document.body.click();
      });
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return { seen, owned: 'owned' in globalThis };
    });
    expect(owned).toBe(false);
    expect(seen).toContain('img-src');
    expect(seen.filter((each) => each === 'refused').length).toBeGreaterThanOrEqual(2);
    expect(seen).toContain('require-trusted-types-for');
    expect(world.requests()).toEqual([]);
  });

  await test.step('a window does not navigate, open another or ask for a permission', async () => {
    const before = setup.url();
    // To a page of our own as well, which the rule against the network alone would let through.
    for (const address of [finder.url(), 'https://security.microsoft.com/']) {
      const verdict = await application.electron.evaluateHandle(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()
          .map((window) => window.webContents)
          .find((each) => each.getURL().includes('/setup/'));
        // Registered after the application's own: it sees what that one decided.
        const decided = new Promise<object>((resolve) => {
          contents?.once('will-frame-navigate', ({ url, defaultPrevented }) =>
            resolve({ url, defaultPrevented }),
          );
        });
        return { decided };
      });
      await setup.evaluate((target) => {
        location.href = target;
      }, address);
      expect(await verdict.evaluate(({ decided }) => decided)).toEqual({
        url: address,
        defaultPrevented: true,
      });
    }
    const opened = await setup.evaluate(() => window.open('https://security.microsoft.com/') !== null);
    expect(opened).toBe(false);
    const permission = await setup.evaluate(async () => {
      const { state } = await navigator.permissions.query({ name: 'geolocation' });
      return state;
    });
    expect(permission).toBe('denied');
    expect(setup.url()).toBe(before);
    expect(world.requests()).toEqual([]);
  });

  await test.step('main refuses what is not a command, or not one for that window', async () => {
    const attempt = (value: unknown) =>
      finder.evaluate(
        (command) =>
          (globalThis as unknown as { tidegate: { run(command: unknown): Promise<unknown> } }).tidegate
            .run(command)
            .then(
              (outcome) => outcome,
              (error: unknown) => String(error),
            ),
        value,
      );
    expect(await attempt({ kind: 'open', tenantId: '../..', page: 'defender' })).toContain('refused');
    expect(await attempt({ kind: 'quit', executable: '/bin/sh' })).toContain('refused');
    expect(await attempt({ kind: 'changeSettings', change: { setUp: true } })).toMatchObject({
      ok: false,
      error: { kind: 'command-refused' },
    });
  });
});

test('the rule against requests holds by itself, where no policy of a page and no dead proxy stands before it', async ({
  start,
  world,
}) => {
  const { electron } = await start();
  const answer = await electron.evaluate(async ({ session }) => {
    const windows = session.fromPartition('windows');
    await windows.setProxy({ mode: 'direct' });
    return windows.fetch('https://security.microsoft.com/').then(
      ({ status }) => String(status),
      (error: unknown) => String(error),
    );
  });
  expect(answer).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(world.requests()).toEqual([]);
});

test('a page that asks for a permission is refused, even where one that looks it up would not be', async ({
  start,
}) => {
  const application = await start();
  const setup = await application.setup();
  await application.electron.evaluate(({ session }) =>
    session.fromPartition('windows').setPermissionCheckHandler(() => true),
  );
  const answers = await setup.evaluate(async () => {
    const refused = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        (error: unknown) => (error instanceof Error ? error.name : String(error)),
      );
    return {
      notifications: await Notification.requestPermission(),
      location: await new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('granted'),
          ({ code }) => resolve(code),
        ),
      ),
      midi: await refused(navigator.requestMIDIAccess({ sysex: true })),
      clipboard: await refused(navigator.clipboard.readText()),
    };
  });
  expect(answers).toEqual({
    notifications: 'denied',
    // The number of PERMISSION_DENIED.
    location: 1,
    midi: 'NotAllowedError',
    clipboard: 'NotAllowedError',
  });
});

test('a window that forgets the sandbox has it all the same, and no window has developer tools', async ({
  start,
}) => {
  const application = await start();
  await application.setup();
  const pid = await application.electron.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { partition: 'control', sandbox: false, nodeIntegration: true },
    });
    await window.loadURL('data:text/html,forgetful');
    return window.webContents.getOSProcessId();
  });
  expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s*2$/m);

  const opened = await application.electron.evaluate(async ({ BrowserWindow }) => {
    const all = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
    const forgetful = all.find((contents) => contents.getURL().startsWith('data:'));
    if (forgetful === undefined) throw new Error('the forgetful window is there');
    for (const contents of all) if (contents !== forgetful) contents.openDevTools({ mode: 'detach' });
    // Those of the forgetful one come three times: by then those of the others would have.
    for (let turn = 0; turn < 3; turn += 1) {
      const came = new Promise<void>((resolve) => forgetful.once('devtools-opened', () => resolve()));
      forgetful.closeDevTools();
      forgetful.openDevTools({ mode: 'detach' });
      await came;
    }
    // Whether they are shown or not: the rule of requests would leave ours blank.
    return all
      .filter((contents) => contents.devToolsWebContents !== null || contents.isDevToolsOpened())
      .map((contents) => contents.getURL());
  });
  expect(opened).toEqual(['data:text/html,forgetful']);
});

test('every window has the preferences that are stated, and no others', async ({ start, world }) => {
  const application = await start();
  await application.setup();
  await setUpWithList(application, world.customers.slice(0, 3));
  await application.settings();
  const seen = await application.electron.evaluate(({ BrowserWindow, session }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const { contextIsolation, nodeIntegration, sandbox, webSecurity } = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const ours = webContents.session === session.fromPartition('windows');
      return { contextIsolation, nodeIntegration, sandbox, webSecurity, ours };
    }),
  );
  expect(seen.length).toBeGreaterThanOrEqual(2);
  for (const each of seen)
    expect(each).toEqual({
      contextIsolation: true,
      nodeIntegration: false,
      sandbox: true,
      webSecurity: true,
      ours: true,
    });
});

test('nothing of the sessions is kept on the disk', async ({ start, world }) => {
  const [first, other] = world.customers;
  if (!first || !other) throw new Error('the world has customers');
  const application = await start();
  await setUpWithList(application, [first]);
  await keyboard.press('ctrl+shift+space');
  const finder = await application.finderReady();
  await keyboard.type(other.defaultDomain);
  await expect(finder.getByRole('button', { name: 'Add it to the list' })).toBeVisible();
  await keyboard.press('Return');
  await expect(finder.getByRole('option', { selected: true })).toHaveAttribute('data-tenant', other.tenantId);
  expect(world.requests().map(({ host }) => host)).toContain('login.microsoftonline.com');
  const kept = await application.electron.evaluate(({ session }) =>
    ['windows', 'net'].map((name) => session.fromPartition(name).storagePath),
  );
  expect(kept).toEqual([null, null]);
  await application.quit();
  const names = await readdir(join(application.data, 'session'), { recursive: true });
  // The default session, which nothing uses, has an empty cache.
  expect(names.filter((name) => /Partitions|Cookies|Cache_Data\/[0-9a-f]{16}_/.test(name))).toEqual([]);
});
