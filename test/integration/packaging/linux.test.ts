import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import { Arch, Platform } from 'electron-builder';
import { linuxUpdate } from '../../../src/main/updates/installation.ts';
import { isReleased, missingKinds } from '../../../tools/lib/release-files.mjs';
import { debControl, readFpmArguments, rpmSpec } from '../../../tools/lib/fpm-arguments.mjs';
import { expect, test, vi, type Packer } from './support/packer.ts';
import { testOnLinux } from '../../support/systems.ts';

const linuxTest = testOnLinux(test, { because: 'packages for Linux are made on Linux' });

const run = promisify(execFile);

/** The stand-in for fpm keeps the scripts, which are gone when the packager ends. */
const keepScripts = `
for (const name of ['--after-install', '--after-remove'])
  fs.copyFileSync(args[args.indexOf(name) + 1], args[args.indexOf('--package') + 1] + name);
const entry = args.find((arg) => arg.endsWith('.desktop')).split('=')[0];
fs.copyFileSync(entry, args[args.indexOf('--package') + 1] + '.desktop');
`;

interface Planned {
  readonly plan: ReturnType<typeof readFpmArguments>;
  readonly entry: string;
  readonly afterInstall: string;
  readonly afterRemove: string;
}

/** What fpm is asked for, for each processor. */
async function planned(packer: Packer, target: 'deb' | 'rpm'): Promise<ReadonlyMap<string, Planned>> {
  vi.stubEnv('CUSTOM_FPM_PATH', await packer.tool('fpm', keepScripts));
  await packer.pack({
    targets: Platform.LINUX.createTarget([target], Arch.x64, Arch.arm64),
    prepackaged: packer.application,
  });
  const plans = (await packer.callsOf('fpm')).map(({ args }) => readFpmArguments(args));
  return new Map(
    await Promise.all(
      plans.map(async (plan) => {
        const [entry, afterInstall, afterRemove] = await Promise.all(
          ['.desktop', '--after-install', '--after-remove'].map((end) => readFile(plan.file + end, 'utf8')),
        );
        return [plan.architecture, { plan, entry, afterInstall, afterRemove } as Planned] as const;
      }),
    ),
  );
}

linuxTest.for([
  ['deb', ['amd64', 'arm64']],
  ['rpm', ['x86_64', 'aarch64']],
] as const)(
  'a %s is made for both processors, with menu entry, icons and links',
  async ([target, architectures], { packer }) => {
    const made = await planned(packer, target);
    expect([...made.keys()].sort()).toEqual([...architectures].sort());
    for (const [architecture, { plan, entry }] of made) {
      expect(plan.name).toBe('tidegate');
      expect(plan.file).toContain(architecture);
      expect(plan.url).toBe('https://tidegate.example');
      const lines = entry.split('\n');
      expect(lines).toEqual(
        expect.arrayContaining([
          '[Desktop Entry]',
          'Name=Tidegate',
          'Exec=/opt/Tidegate/tidegate %U',
          'Terminal=false',
          'Icon=tidegate',
          'StartupWMClass=tidegate',
          'MimeType=x-scheme-handler/tidegate;',
          'Categories=Utility;',
        ]),
      );
      const places = plan.content.map(({ to }) => to);
      for (const size of [16, 24, 32, 48, 64, 128, 256, 512])
        expect(places).toContain(`/usr/share/icons/hicolor/${size}x${size}/apps/tidegate.png`);
      expect(places).toEqual(
        expect.arrayContaining(['/opt/Tidegate', '/usr/share/applications/tidegate.desktop']),
      );
      // Nothing lies where it is not removed with the package.
      expect(
        places.filter((place) => !/^\/(opt\/Tidegate|usr\/share\/(icons|applications)\/)/.test(place)),
      ).toEqual([]);
    }
  },
);

linuxTest('a deb names what it needs by the older and the newer name', async ({ packer }) => {
  const { plan } = (await planned(packer, 'deb')).get('amd64') ?? missing();
  const control = debControl(plan, 1);
  expect(control).toContain('Depends: libgtk-3-0 | libgtk-3-0t64, ');
  expect(control).toContain('libasound2 | libasound2t64');
  expect(control).toContain('Recommends: libsecret-1-0, gnome-keyring | kwalletmanager');
  expect(control).toContain('\nArchitecture: amd64\n');
});

linuxTest(
  'an rpm makes no links by build id, which would clash with other applications of Electron',
  async ({ packer }) => {
    const { plan, afterInstall, afterRemove } = (await planned(packer, 'rpm')).get('x86_64') ?? missing();
    expect(plan.defines).toEqual(['_build_id_links none']);
    expect(rpmSpec(plan, { afterInstall, afterRemove, paths: [] })).toContain(
      'Requires: (alsa-lib or libasound2)',
    );
  },
);

linuxTest('what is set up puts `tidegate` on the PATH, and takes no sandbox away', async ({ packer }) => {
  const { afterInstall } = (await planned(packer, 'deb')).get('amd64') ?? missing();
  expect(afterInstall).toContain(
    "update-alternatives --install '/usr/bin/tidegate' 'tidegate' '/opt/Tidegate/tidegate'",
  );
  expect(afterInstall).not.toContain('no-sandbox');
});

/** As dpkg and rpm call it: what then has to become of the link on the PATH, and whether the user is told where the data is. */
const removals = [
  { how: 'remove', unlinked: true, told: true },
  { how: 'purge', unlinked: true, told: false },
  { how: '0', unlinked: true, told: true },
  { how: 'upgrade', unlinked: false, told: false },
  { how: 'failed-upgrade', unlinked: false, told: false },
  { how: 'abort-upgrade', unlinked: false, told: false },
  { how: '1', unlinked: false, told: false },
  { how: '2', unlinked: false, told: false },
];

linuxTest(
  'the link on the PATH goes with the package, not with an upgrade, and the user is told where the data stays',
  async ({ packer }) => {
    const { afterRemove } = (await planned(packer, 'rpm')).get('x86_64') ?? missing();
    const script = await packer.write('after-remove.sh', afterRemove, 0o755);
    for (const { how, unlinked, told } of removals) {
      const bin = await packer.tool(`${how}/update-alternatives`);
      const { stdout } = await run('/bin/sh', [script, how], {
        env: { PATH: `${dirname(bin)}:/usr/bin:/bin`, HOME: packer.folder },
      });
      const calls = await packer.callsOf(`${how}/update-alternatives`).catch(() => []);
      expect(
        calls.map(({ args }) => args),
        how,
      ).toEqual(unlinked ? [['--remove', 'tidegate', '/opt/Tidegate/tidegate']] : []);
      expect(stdout.includes('~/.config/Tidegate'), how).toBe(told);
    }
  },
);

linuxTest(
  'every file of a release has the name that the release and the notice of a newer version look for',
  async ({ packer }) => {
    const names: string[] = [];
    vi.stubEnv('CUSTOM_FPM_PATH', await packer.tool('fpm', keepScripts));
    await packer.pack(
      {
        targets: Platform.LINUX.createTarget(['deb', 'rpm', 'AppImage'], Arch.x64, Arch.arm64),
        prepackaged: packer.application,
        // What makes an AppImage is downloaded: its name is known before. The others are told of with fpm's arguments.
        effectiveOptionComputed: (options: unknown) => Promise.resolve(!Array.isArray(options)),
      },
      { artifactBuildStarted: ({ file }) => void names.push(basename(file)) },
    );
    expect(names).toHaveLength(6);
    expect(missingKinds(names, 'linux')).toEqual([]);
    expect(names.filter(isReleased)).toEqual(names);
    const version = /^tidegate_([\d.]+)_/.exec(names.find((name) => name.endsWith('.deb')) ?? '')?.[1] ?? '';
    for (const arch of ['x64', 'arm64'])
      for (const manager of ['deb', 'rpm', 'zypper', 'appimage'] as const)
        expect(names).toContain(linuxUpdate(manager, version, arch).file);
  },
);

test('an argument of fpm that nobody here knows is refused', () => {
  expect(() => readFpmArguments(['-t', 'deb', '--new-argument'])).toThrow('--new-argument');
  expect(() => readFpmArguments(['-t', 'snap'])).toThrow('snap');
});

function missing(): never {
  throw new Error('No such package was planned.');
}
