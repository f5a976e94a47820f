import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../src/main/browsers/browser.ts';
import { discoverBrowsers } from '../../../../../src/main/browsers/discovery/discover.ts';
import { runTool } from '../../../../../src/main/system/process/run-tool.ts';
import { Files } from '../../../../../src/main/system/files/files.ts';
import { hungReader, readerHere } from '../../../support/readers.ts';
import { browsersFolder } from '../stub-browser.ts';
import { itOnUnix } from '../../../../support/systems.ts';

const unixIt = itOnUnix({ twin: 'browsers' });

const files = new Files(readerHere);

/** A machine of files in a folder. What the real one has in fixed places (snaps, flatpaks) may be found as well. */
class Machine {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  path(name: string): string {
    return join(this.#root, name);
  }

  async file(name: string, content = '', mode = 0o644): Promise<string> {
    const path = this.path(name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
    await chmod(path, mode);
    return path;
  }

  desktop(place: string, id: string, program: string, more = ''): Promise<string> {
    return this.file(
      `${place}/applications/${id}`,
      `[Desktop Entry]\nType=Application\nExec="${program}" %U\n${more}\n`,
    );
  }

  async discover(environment: Record<string, string> = {}): Promise<readonly Browser[]> {
    const { browsers } = await discoverBrowsers(
      {
        platform: 'linux',
        home: this.path('home'),
        environment: {
          PATH: `relative:${this.path('bin')}:${this.path('bin2')}`,
          XDG_DATA_DIRS: this.path('share'),
          XDG_CONFIG_DIRS: this.path('etc'),
          ...environment,
        },
      },
      files,
    );
    return browsers.filter((browser) => browser.executable.startsWith(this.#root));
  }
}

describe('looking for browsers on a real file system', () => {
  unixIt('finds executables by desktop file and by PATH, and nothing that cannot be executed', async () => {
    const machine = new Machine(await browsersFolder());
    const vivaldi = await machine.file('opt/my apps/vivaldi', '', 0o755);
    const chromium = await machine.file('bin2/chromium', '#!/bin/sh\n', 0o755);
    await machine.file('bin/chromium', 'not executable', 0o644);
    await mkdir(machine.path('bin/brave-browser'), { recursive: true });
    await symlink(machine.path('gone'), machine.path('bin/google-chrome'));
    await machine.desktop('share', 'vivaldi.desktop', vivaldi);
    await machine.desktop('share', 'broken.desktop', '$(id)');
    await machine.file('share/applications/binary.desktop', '\0\u0001');
    const found = await machine.discover();
    expect(found.map(({ id, executable }) => [id, executable])).toEqual([
      ['vivaldi', vivaldi],
      ['chromium', chromium],
    ]);
  });

  unixIt('tells the channel by the file behind a link, and keeps the name of the link', async () => {
    const machine = new Machine(await browsersFolder());
    const real = await machine.file('opt/google/chrome-beta/google-chrome-beta', '', 0o755);
    await mkdir(machine.path('bin'));
    await symlink(real, machine.path('bin/google-chrome'));
    expect(await machine.discover()).toMatchObject([
      { id: 'chrome-beta', executable: machine.path('bin/google-chrome') },
    ]);
  });

  it('leaves out a script that stands in front of a snap', async () => {
    const machine = new Machine(await browsersFolder());
    await machine.file('bin/chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n', 0o755);
    expect(await machine.discover()).toEqual([]);
  });

  unixIt.each([
    ['the user’s own list', 'home/.config/mimeapps.list'],
    ['the list of the desktop', 'home/.config/gnome-mimeapps.list'],
    ['the administrator’s list', 'etc/mimeapps.list'],
    ['the list beside the applications', 'share/applications/mimeapps.list'],
  ])('takes the default browser from %s', async (_what, list) => {
    const machine = new Machine(await browsersFolder());
    await machine.desktop('share', 'edge.desktop', await machine.file('bin/microsoft-edge', '', 0o755));
    await machine.desktop('share', 'chromium.desktop', await machine.file('bin/chromium', '', 0o755));
    const environment = { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' };
    const before = await machine.discover(environment);
    expect(before.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['edge', false],
      ['chromium', false],
    ]);
    await machine.file(
      list,
      '[Default Applications]\nx-scheme-handler/https=gone.desktop;chromium.desktop\n',
    );
    const after = await machine.discover(environment);
    expect(after.map(({ id, isDefault }) => [id, isDefault])).toEqual([
      ['chromium', true],
      ['edge', false],
    ]);
  });

  unixIt('lets the user’s desktop file hide or replace the machine’s', async () => {
    const machine = new Machine(await browsersFolder());
    const own = await machine.file('own/chromium', '', 0o755);
    const theirs = await machine.file('theirs/chromium', '', 0o755);
    await machine.desktop('share', 'chromium.desktop', theirs);
    expect((await machine.discover())[0]?.executable).toBe(theirs);
    await machine.desktop('home/.local/share', 'chromium.desktop', own);
    expect((await machine.discover())[0]?.executable).toBe(own);
    await machine.desktop('home/.local/share', 'chromium.desktop', own, 'Hidden=true');
    expect(await machine.discover()).toEqual([]);
  });

  it('finds nothing, without failing, where there is nothing', async () => {
    const machine = new Machine(await browsersFolder());
    expect(await machine.discover()).toEqual([]);
  });
});

describe('a tool of the system', () => {
  it('gives what it prints, and gets its arguments as they are', async () => {
    const printed = await runTool(process.execPath, ['-p', 'process.argv[1]', '--', 'a "b" $HOME; exit']);
    expect(printed?.trim()).toBe('a "b" $HOME; exit');
  });

  it('gives nothing when it fails or is missing', async () => {
    expect(await runTool(process.execPath, ['-e', 'process.exit(1)'])).toBeUndefined();
    expect(await runTool('/no/such/tool', [])).toBeUndefined();
  });
});

describe('a browser that was given by hand', () => {
  const given = async (machine: Machine, path: string) =>
    discoverBrowsers({ platform: 'linux', home: machine.path('home'), environment: {} }, files, path);

  unixIt('is doubted when it says that it is something else, and asked only once', async () => {
    const machine = new Machine(await browsersFolder());
    const asked = machine.path('asked');
    const script = `#!/bin/sh\necho "$@" >>"${asked}"\necho "lister (tools) 9.4"\n`;
    const path = await machine.file('opt/lister', script, 0o755);
    expect((await given(machine, path)).doubtfulPath).toBe(path);
    expect((await given(machine, path)).doubtfulPath).toBe(path);
    expect(await readFile(asked, 'utf8')).toBe('--version\n');
  });

  unixIt('is believed when it says so, or by its name alone', async () => {
    const machine = new Machine(await browsersFolder());
    const says = await machine.file('opt/thorium', '#!/bin/sh\necho "Thorium 130.0.6723.174"\n', 0o755);
    const named = await machine.file('other/chromium', '#!/bin/sh\nexit 2\n', 0o755);
    for (const path of [says, named]) {
      const { browsers, doubtfulPath } = await given(machine, path);
      expect(doubtfulPath).toBeUndefined();
      expect(browsers.at(-1)).toMatchObject({ id: 'chromium-by-hand', executable: path });
    }
  });

  it('that lies on a share that hangs is no browser, and holds up none of the others', async () => {
    const machine = new Machine(await browsersFolder());
    const path = await machine.file('share/chromium', '', 0o755);
    const hung = new Files(hungReader, 20);
    const looked = { platform: 'linux', home: machine.path('home'), environment: {} } as const;
    expect(await discoverBrowsers(looked, hung, path)).toMatchObject({ unusablePath: path });
  });

  unixIt('is told its version by the files beside where it really is, were one of them a pipe', async () => {
    const machine = new Machine(await browsersFolder());
    const real = await machine.file('real/firefox', '', 0o755);
    await machine.file('real/application.ini', '[App]\nVersion=153.0.1\n');
    const path = machine.path('firefox');
    await symlink(real, path);
    expect((await given(machine, path)).browsers.at(-1)).toMatchObject({
      brand: 'firefox',
      version: '153.0.1',
    });
    await rm(machine.path('real/application.ini'));
    execFileSync('mkfifo', [machine.path('real/application.ini')]);
    expect((await given(machine, path)).browsers.at(-1)).not.toHaveProperty('version');
  });
});
