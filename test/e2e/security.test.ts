import { readFileSync } from 'node:fs';
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
          'onFinderHidden',
          'onFinderShown',
          'onInstruction',
          'onList',
          'onProblem',
          'onProfiles',
          'onStatus',
          'onUsage',
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
    expect(await attempt({ kind: 'open', tenantId: '../..', destination: 'defender' })).toContain('refused');
    expect(await attempt({ kind: 'quit', executable: '/bin/sh' })).toContain('refused');
    expect(await attempt({ kind: 'changeSettings', change: { setUp: true } })).toMatchObject({
      ok: false,
      error: { kind: 'command-refused' },
    });
  });
});
