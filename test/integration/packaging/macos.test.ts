import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Arch, Platform, type AfterPackContext } from 'electron-builder';
import afterPack from '../../../tools/after-pack.mjs';
import { load } from 'js-yaml';
import { missingKinds } from '../../../tools/lib/release-files.mjs';
import { expect, test, type Packer } from './support/packer.ts';
import { testOnLinux } from '../../support/systems.ts';

const linuxTest = testOnLinux(test, { because: 'packing on Linux looks for other tools' });

// Electron for macOS cannot be had here: a skeleton of its bundle is packed, and what the packager makes of it is read. Signing,
// the disk image and the merging of both processors take a Mac.

const plist = (entries: Readonly<Record<string, string>>) =>
  `<?xml version="1.0" encoding="UTF-8"?><plist version="1.0"><dict>${Object.entries(entries)
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict></plist>`;

/** What packing a skeleton takes on Linux. */
async function ready(packer: Packer) {
  return {
    electronDist: await skeleton(packer),
    // Nothing is built: any file that is there has to stand for the first one.
    extraMetadata: { main: 'package.json' },
    // What turns the picture into one for macOS is on GitHub.
    mac: {
      identity: null,
      icon: await packer.write('icon.icns', Buffer.from('icns\0\0\0\u0008', 'latin1')),
    },
    beforeBuild: () => Promise.resolve(false),
  };
}

async function skeleton(packer: Packer): Promise<string> {
  const app = 'electron/Electron.app/Contents';
  await packer.write(
    `${app}/Info.plist`,
    plist({
      CFBundleExecutable: 'Electron',
      CFBundleIdentifier: 'com.github.Electron',
      CFBundleName: 'Electron',
    }),
  );
  await packer.write(`${app}/MacOS/Electron`, '', 0o755);
  await packer.write(`${app}/Resources/electron.icns`, '');
  for (const helper of [
    'Electron Helper',
    'Electron Helper (Renderer)',
    'Electron Helper (Plugin)',
    'Electron Helper (GPU)',
  ]) {
    const place = `${app}/Frameworks/${helper}.app/Contents`;
    await packer.write(
      `${place}/Info.plist`,
      plist({ CFBundleExecutable: helper, CFBundleIdentifier: 'com.github.Electron.helper' }),
    );
    await packer.write(`${place}/MacOS/${helper}`, '', 0o755);
  }
  return join(packer.folder, 'electron');
}

linuxTest(
  'the bundle has no place in the Dock, its links, its name, and the command line',
  async ({ packer }) => {
    await packer.pack(
      { targets: Platform.MAC.createTarget(['dir'], Arch.arm64) },
      { ...(await ready(packer)), afterPack: null },
    );
    const contents = join(packer.output, 'mac-arm64', 'Tidegate.app', 'Contents');
    const info = await readFile(join(contents, 'Info.plist'), 'utf8');
    const compact = info.replaceAll(/\s*\n\s*/g, '');
    expect(compact).toContain('<key>LSUIElement</key><true/>');
    expect(compact).toContain('<key>CFBundleIdentifier</key><string>app.tidegate</string>');
    expect(compact).toContain('<key>CFBundleURLSchemes</key><array><string>tidegate</string></array>');
    expect(compact).toContain('<key>LSMinimumSystemVersion</key><string>13.0</string>');
    const command = await readFile(join(contents, 'Resources', 'bin', 'tidegate'), 'utf8');
    expect(command).toContain('/../../MacOS/Tidegate" "$@"');
  },
);

test('both files hold both processors, and what is signed runs hardened, with these rights and no others', async () => {
  const { mac } = load(await readFile('electron-builder.yml', 'utf8')) as { readonly mac: object };
  const rights = 'assets/mac/entitlements.plist';
  expect(mac).toMatchObject({
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' },
    ],
    hardenedRuntime: true,
    entitlements: rights,
    entitlementsInherit: rights,
  });
  // Nothing here leaves a file unsigned, or gives one rights of its own.
  for (const name of ['signIgnore', 'binaries', 'identity', 'sign', 'entitlementsLoginHelper', 'type'])
    expect(mac).not.toHaveProperty(name);
  const names = ['dmg', 'zip'].map((ext) => `tidegate-1.2.3-macos-universal.${ext}`);
  expect(mac).toHaveProperty('artifactName', '${name}-${version}-macos-${arch}.${ext}');
  expect(missingKinds(names, 'darwin')).toEqual([]);
});

test('the signed application may compile code as V8 does, and nothing else that the hardened runtime forbids', async () => {
  const text = await readFile('assets/mac/entitlements.plist', 'utf8');
  expect([...text.matchAll(/<key>(.*?)<\/key>/g)].map(([, key]) => key)).toEqual([
    'com.apple.security.cs.allow-jit',
  ]);
});

linuxTest(
  'the parts that both processors’ bundle is merged from are left as they are: only the whole gets its fuses and its seal',
  async ({ packer }) => {
    const parts: {
      readonly name: string;
      readonly files: readonly string[];
      readonly after: readonly string[];
    }[] = [];
    const filesIn = async (folder: string) => (await readdir(folder, { recursive: true })).sort();
    const packing = packer.pack(
      { targets: Platform.MAC.createTarget(['dir'], Arch.universal) },
      {
        ...(await ready(packer)),
        afterPack: async (context: AfterPackContext) => {
          const files = await filesIn(context.appOutDir);
          // The skeleton has no fuses: whoever looks for them fails.
          await afterPack(context);
          parts.push({
            name: context.appOutDir.slice(packer.output.length + 1),
            files,
            after: await filesIn(context.appOutDir),
          });
        },
      },
    );
    // The merging itself takes a Mac.
    await expect(packing).rejects.toThrow(/only supported on darwin/);
    expect(parts.map(({ name }) => name)).toEqual(['mac-universal-x64-temp', 'mac-universal-arm64-temp']);
    for (const { name, files, after } of parts) expect(after, name).toEqual(files);
  },
);
