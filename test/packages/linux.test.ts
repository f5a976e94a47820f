import { expect, test as base, vi } from 'vitest';
import { CleanSystem } from './support/clean-system.ts';
import { makePackage } from './support/made.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const patience = { timeout: 60_000, interval: 100 };

const test = base.extend<{ system: CleanSystem; folder: string }>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await temporaryFolder('tidegate-packages-');
    await use(folder);
    await removeFolder(folder);
  },
  // oxlint-disable-next-line no-empty-pattern
  system: async ({}, use) => {
    const system = await CleanSystem.open();
    await use(system);
    await system.close();
  },
});

const contoso = '11111111-2222-4333-8444-555555555555';
const data = '/home/analyst/.config/Tidegate';

/** A user who has been through the first form, and a browser that only notes what it is started with. */
async function moveIn(system: CleanSystem): Promise<void> {
  await system.write(
    '/usr/bin/chromium',
    '#!/bin/sh\nprintf "%s\\n" "$@" "--" >> /home/analyst/started\n',
    0o755,
  );
  await system.write(`${data}/settings.json`, JSON.stringify({ setUp: true, language: 'en' }));
  await system.write('/srv/customers.csv', `name,tenant\nContoso,${contoso}\n`);
  await system.must('root', 'chown', '-R', '1000:1000', '/home/analyst');
}

async function starts(system: CleanSystem): Promise<string> {
  return (await system.run('analyst', 'cat', '/home/analyst/started')).stdout;
}

/** Starts Tidegate as the menu does, and waits until it answers. */
async function startTidegate(system: CleanSystem): Promise<void> {
  system.start('analyst', 'tidegate');
  await vi.waitFor(async () => {
    const { stdout } = await system.run('analyst', 'pgrep', '-f', 'tidegate.*--type=renderer');
    expect(stdout).not.toBe('');
    // The channel of the running application.
    expect((await system.run('analyst', 'sh', '-c', 'ls /run/user/1000/*idegate*')).code).toBe(0);
  }, patience);
}

async function endTidegate(system: CleanSystem): Promise<void> {
  await system.run('analyst', 'pkill', '-x', 'tidegate');
  await vi.waitFor(async () => {
    expect((await system.run('analyst', 'pgrep', '-r', 'D,R,S', '-x', 'tidegate')).code).not.toBe(0);
  }, patience);
}

async function focused(system: CleanSystem): Promise<string> {
  return (await system.run('analyst', 'xdotool', 'getwindowfocus', 'getwindowname')).stdout.trim();
}

test(
  'a deb is installed, used by an ordinary user, upgraded with the data kept, and removed without it',
  { timeout: 600_000 },
  async ({ folder, system }) => {
    const older = await system.bring(await makePackage('deb', '0.0.9', folder));
    const newer = await system.bring(await makePackage('deb', '0.1.0', folder));
    await system.must('root', 'dpkg', '-i', older);
    expect(
      await system.must('root', 'dpkg-query', '-W', '-f', '${Version} ${db:Status-Status}', 'tidegate'),
    ).toBe('0.0.9 installed');
    await moveIn(system);

    // On the PATH, and in the desktop.
    expect((await system.must('analyst', 'sh', '-c', 'command -v tidegate')).trim()).toBe(
      '/usr/bin/tidegate',
    );
    await system.must('analyst', 'desktop-file-validate', '/usr/share/applications/tidegate.desktop');
    expect(
      (await system.must('analyst', 'xdg-mime', 'query', 'default', 'x-scheme-handler/tidegate')).trim(),
    ).toBe('tidegate.desktop');
    await system.must('analyst', 'test', '-r', '/opt/Tidegate/THIRD-PARTY-NOTICES.txt');

    // The command line works without a screen of its own.
    await system.openDesktop();
    await system.must('analyst', 'tidegate', 'import', '/srv/customers.csv');
    expect(await system.must('analyst', 'tidegate', 'list')).toContain('Contoso');

    // The application: hotkey, name, Enter.
    await startTidegate(system);
    await vi.waitFor(async () => {
      await system.must('analyst', 'xdotool', 'key', '--clearmodifiers', 'ctrl+shift+space');
      await vi.waitFor(async () => expect(await focused(system)).toBe('Find a customer'), {
        timeout: 2_000,
        interval: 50,
      });
    }, patience);
    await system.must('analyst', 'xdotool', 'type', '--clearmodifiers', 'contoso');
    await system.must('analyst', 'xdotool', 'key', '--clearmodifiers', 'Return');
    await vi.waitFor(
      async () => expect(await starts(system)).toContain(`https://security.microsoft.com/?tid=${contoso}`),
      patience,
    );

    // A link, as a click in a wiki hands it over.
    await system.must('analyst', 'rm', '/home/analyst/started');
    await system.must('analyst', 'xdg-open', `tidegate://open?tenant=${contoso}&page=incidents`);
    await vi.waitFor(
      async () =>
        expect(await starts(system)).toContain(`https://security.microsoft.com/incidents?tid=${contoso}`),
      patience,
    );

    // The sandbox is on: the renderer's calls are filtered.
    const renderer =
      (await system.must('analyst', 'pgrep', '-f', 'tidegate.*--type=renderer')).split('\n')[0] ?? '';
    expect(await system.must('analyst', 'cat', `/proc/${renderer}/status`)).toMatch(/^Seccomp:\s+2$/m);
    await endTidegate(system);

    const before = await system.must(
      'analyst',
      'find',
      data,
      '-maxdepth',
      '1',
      '-name',
      '*.json*',
      '-exec',
      'sha256sum',
      '{}',
      '+',
    );
    await system.must('root', 'dpkg', '-i', newer);
    expect(await system.must('root', 'dpkg-query', '-W', '-f', '${Version}', 'tidegate')).toBe('0.1.0');
    expect(
      await system.must(
        'analyst',
        'find',
        data,
        '-maxdepth',
        '1',
        '-name',
        '*.json*',
        '-exec',
        'sha256sum',
        '{}',
        '+',
      ),
    ).toBe(before);
    expect(await system.must('analyst', 'tidegate', 'list')).toContain('Contoso');

    const removed = await system.must('root', 'dpkg', '-r', 'tidegate');
    expect(removed).toContain('~/.config/Tidegate');
    for (const gone of [
      '/opt/Tidegate',
      '/usr/bin/tidegate',
      '/etc/alternatives/tidegate',
      '/usr/share/applications/tidegate.desktop',
    ])
      expect((await system.run('root', 'ls', '-d', gone)).code, gone).not.toBe(0);
    expect(
      (
        await system.run('analyst', 'xdg-mime', 'query', 'default', 'x-scheme-handler/tidegate')
      ).stdout.trim(),
    ).toBe('');
    await system.must('analyst', 'test', '-r', `${data}/observations/list.json`);
  },
);

test(
  'an rpm is installed, upgraded with `tidegate` still on the PATH, and removed without the data',
  { timeout: 600_000 },
  async ({ folder, system }) => {
    // Debian's rpm knows no package of Fedora's: what is needed is there under Debian's names.
    const older = await system.bring(await makePackage('rpm', '0.0.9', folder));
    const newer = await system.bring(await makePackage('rpm', '0.1.0', folder));
    await system.must('root', 'rpm', '-i', '--nodeps', older);
    await moveIn(system);
    await system.openDesktop();
    await system.must('analyst', 'tidegate', 'import', '/srv/customers.csv');
    await system.must('root', 'rpm', '-U', '--nodeps', newer);
    expect(await system.must('root', 'rpm', '-q', 'tidegate')).toContain('tidegate-0.1.0-1.x86_64');
    expect((await system.must('analyst', 'sh', '-c', 'command -v tidegate')).trim()).toBe(
      '/usr/bin/tidegate',
    );
    expect(await system.must('analyst', 'tidegate', 'list')).toContain('Contoso');
    expect(await system.must('root', 'rpm', '-e', 'tidegate')).toContain('~/.config/Tidegate');
    for (const gone of ['/opt/Tidegate', '/usr/bin/tidegate'])
      expect((await system.run('root', 'ls', '-d', gone)).code, gone).not.toBe(0);
    await system.must('analyst', 'test', '-r', `${data}/observations/list.json`);
  },
);
