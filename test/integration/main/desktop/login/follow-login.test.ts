import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Problem } from '#shared/problems/problem.ts';
import { buildAutostart } from '../../../../../src/main/compose/autostart.ts';
import { autostartEntry } from '../../../../../src/main/desktop/login/autostart-entry.ts';
import { forgetLogin } from '../../../../../src/main/desktop/login/electron-login.ts';
import { removeFolder, temporaryFolder } from '../../../../support/temporary-folder.ts';
import type { Platform } from '#shared/platform.ts';

const electron = vi.hoisted(() => ({ isPackaged: true, openAtLogin: false, set: [] as unknown[] }));
vi.mock('electron', () => ({
  app: {
    get isPackaged() {
      return electron.isPackaged;
    },
    getName: () => 'Tidegate',
    getAppPath: () => '/work/tidegate',
    getLoginItemSettings: () => ({ openAtLogin: electron.openAtLogin }),
    setLoginItemSettings: (settings: unknown) => electron.set.push(settings),
  },
}));

const executable = '/opt/Tidegate/tidegate';
const option = '--hidden';
let home: string;
let file: string;
let told: (Problem | undefined)[];
beforeEach(async () => {
  home = await temporaryFolder('tidegate-login-');
  vi.stubEnv('XDG_CONFIG_HOME', join(home, 'config'));
  vi.stubEnv('APPIMAGE', undefined);
  file = join(home, 'config/autostart/tidegate.desktop');
  told = [];
  Object.assign(electron, { isPackaged: true, openAtLogin: false, set: [] });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  Reflect.deleteProperty(process, 'defaultApp');
  await removeFolder(home);
});

/** As an earlier run left it. */
async function leave(...words: readonly string[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, autostartEntry([...words, option], 'Tidegate'));
}

function start(
  wanted: boolean,
  { platform = 'linux', usual = true }: { platform?: Platform; usual?: boolean } = {},
) {
  const status = {
    resolve: () => undefined,
    report: (problem: Problem | undefined) => void told.push(problem),
  };
  const foundation = { home, platform, status } as unknown as Parameters<typeof buildAutostart>[0];
  return buildAutostart(foundation, { executable, option, usual, wanted });
}

describe('the start at login', () => {
  it('goes when Tidegate starts and the setting is off, wherever the program lay then', async () => {
    await leave('/home/ana/Tidegate-0.9.AppImage');
    await start(false).settled();
    expect(existsSync(file)).toBe(false);
    expect(told).toEqual([]);
  });

  it('is no word worth where there is nothing to take away, and nothing is made', async () => {
    await start(false).settled();
    expect(existsSync(join(home, 'config'))).toBe(false);
    expect(told).toEqual([]);
  });

  it('is registered when the setting is on, and follows each change, the last one last', async () => {
    const login = start(true);
    await login.settled();
    expect(existsSync(file)).toBe(true);
    await Promise.all([login.follow(false), login.follow(true), login.follow(false)]);
    expect(existsSync(file)).toBe(false);
    await login.follow(true);
    expect(existsSync(file)).toBe(true);
  });

  it('stays for the usual Tidegate when one with data of its own starts; that one takes back what it added', async () => {
    await leave(executable);
    const login = start(false, { usual: false });
    await login.settled();
    expect(existsSync(file)).toBe(true);
    await login.follow(true);
    await login.follow(false);
    expect(existsSync(file)).toBe(false);
  });

  it('of the installed Tidegate stays when a developer’s starts, and a developer’s own goes', async () => {
    Object.assign(process, { defaultApp: true });
    await leave(executable);
    await start(false).settled();
    expect(existsSync(file)).toBe(true);
    await leave(executable, '/work/tidegate');
    await start(false).settled();
    expect(existsSync(file)).toBe(false);
  });

  it('is taken out of the lists of Windows and macOS, of macOS only where it is in', async () => {
    await start(false, { platform: 'win32' }).settled();
    expect(electron.set).toEqual([
      { openAtLogin: false, args: [option], name: 'app.tidegate', path: executable },
    ]);
    electron.set = [];
    await start(false, { platform: 'darwin' }).settled();
    expect(electron.set).toEqual([]);
    electron.openAtLogin = true;
    await start(false, { platform: 'darwin' }).settled();
    expect(electron.set).toEqual([{ openAtLogin: false, args: [option] }]);
    electron.set = [];
    electron.isPackaged = false;
    for (const platform of ['win32', 'darwin'] as const) await start(false, { platform }).settled();
    expect(electron.set).toEqual([]);
  });

  it('goes with all data, by the command line too', async () => {
    await leave(executable);
    await forgetLogin({ executable, home, option, platform: 'linux', env: process.env });
    expect(existsSync(file)).toBe(false);
    await forgetLogin({ executable, home, option, platform: 'linux', env: process.env });
  });
});
