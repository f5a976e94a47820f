import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, it } from 'vitest';
import { archive, executable, packageFolder } from './support/package.ts';

/** The bytes of the wire, which are characters. */
const states: Readonly<Record<number, string>> = { 0x30: 'off', 0x31: 'on', 0x72: 'removed' };

it('the executable has every fuse as decided', async () => {
  const wire = await getCurrentFuseWire(executable);
  const state = (fuse: FuseV1Options) => states[wire[fuse] ?? 0];
  expect({
    runAsNode: state(FuseV1Options.RunAsNode),
    cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
    nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    browserSnapshot: state(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    filePrivileges: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
  }).toEqual({
    runAsNode: 'off',
    cookieEncryption: 'on',
    nodeOptions: 'off',
    inspect: 'off',
    asarIntegrity: 'on',
    onlyAsar: 'on',
    browserSnapshot: 'off',
    filePrivileges: 'off',
  });
});

/** All that is shipped. Built files carry a hash of their content in their name. */
const shipped: readonly RegExp[] = [
  /^package\.json$/,
  /^out\/main\/main\.cjs$/,
  // Reads the files that the user names, in a process of its own.
  /^out\/main\/reader\.cjs$/,
  /^out\/main\/late\/[a-z-]+\.cjs$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(finder|setup|settings)\/index\.html$/,
  /^out\/renderer\/assets\/[a-z-]+-[\w-]{8}\.(js|css)$/,
  /^assets\/icons\/256x256\.png$/,
  /^assets\/tray\/[\w@-]+\.(png|ico)$/,
];

it('the archive holds the built application and its icons, and no module, source, map or test', () => {
  const files = filesIn(archive);
  expect(files.filter((file) => !shipped.some((pattern) => pattern.test(file)))).toEqual([]);
  expect(shipped.filter((pattern) => !files.some((file) => pattern.test(file)))).toEqual([]);
  // The pictures for every system, and those alone that the window and the tray ask for on this one.
  expect(files).toEqual(
    expect.arrayContaining([
      ...['assets/icons/256x256.png', 'assets/tray/dark-22.png', 'assets/tray/dark-22@2x.png'],
      ...['assets/tray/dark-attention-22.png', 'assets/tray/dark-attention-22@2x.png'],
    ]),
  );
});

it('the archive keeps to its size, and so does each page', async () => {
  // docs/packages.md says what they come to, and why they are not smaller.
  expect((await stat(archive)).size).toBeLessThan(3_000_000);
  const files = filesIn(archive);
  for (const [page, most] of Object.entries({ finder: 300_000, setup: 300_000, settings: 350_000 })) {
    const html = `out/renderer/${page}/index.html`;
    const asked = [
      ...extractFile(archive, html)
        .toString('utf8')
        .matchAll(/(?:src|href)="(?:\.\.)?\/?([^"]+)"/gu),
    ];
    const parts = [html, ...asked.map(([, path = '']) => `out/renderer/${path}`)];
    expect(parts).toHaveLength(3);
    expect(files).toEqual(expect.arrayContaining(parts));
    const bytes = parts.reduce((sum, path) => sum + extractFile(archive, path).length, 0);
    expect(bytes, page).toBeLessThan(most);
  }
});

it('what brings updates is in a file of its own, which a start does not read', () => {
  const late = 'out/main/late/electron-updaters.cjs';
  const files = filesIn(archive);
  const code = files.filter((file) => /^out\/main\/.*\.cjs$/.test(file) && file !== late);
  expect(partsOf(late)).toContain('electron-updater');
  for (const file of code) expect(partsOf(file), file).not.toContain('electron-updater');
  // Only compose knows of it, and asks for it when it is needed.
  const asking = code.filter((file) =>
    extractFile(archive, file).toString('utf8').includes('electron-updaters.cjs'),
  );
  expect(asking).toEqual(['out/main/late/compose.cjs']);
});

it('no file says where a map of its source would be', () => {
  const code = filesIn(archive).filter((file) => /\.(c?js|css|html)$/.test(file));
  for (const file of code)
    expect(extractFile(archive, file).toString('utf8'), file).not.toMatch(/[#@] sourceMappingURL=/);
});

it('nothing stands beside the archive that could run in its place', () => {
  const resources = join(packageFolder, 'resources');
  for (const name of ['app', 'app.asar.unpacked', 'default_app.asar'])
    expect(existsSync(join(resources, name)), name).toBe(false);
});

it('the licences of all whose code is shipped lie beside it', async () => {
  const notices = await readFile(join(packageFolder, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const sections = notices.split(/^={80}$/m).slice(1);
  const texts = new Map(
    sections.flatMap((title, at) => (at % 2 === 0 ? [[title.trim(), sections[at + 1]?.trim() ?? '']] : [])),
  );
  // What the code says of itself.
  const code = filesIn(archive).filter((file) => /^out\/.*\.c?js$/.test(file));
  const names = new Set(code.flatMap(partsOf));
  expect(names.size).toBeGreaterThan(20);
  expect([...names]).toEqual(expect.arrayContaining(['preact', 'fuse.js', 'zod', '@azure/msal-node']));
  for (const name of names) {
    const title = [...texts.keys()].find((each) => each.startsWith(`${name} `));
    expect(title, name).toBeDefined();
    expect(texts.get(title ?? '')?.length, name).toBeGreaterThan(500);
  }
  // And of those who made the runtime, and our own.
  const of = (name: string) => readFile(join(packageFolder, name), 'utf8');
  expect(await of('LICENSE.electron.txt')).toContain('Electron contributors');
  expect((await of('LICENSES.chromium.html')).length).toBeGreaterThan(1_000_000);
  expect(await of('LICENSE.tidegate.txt')).toContain('The Tidegate authors');
});

/** The libraries whose code a file says that it holds. */
function partsOf(file: string): readonly string[] {
  const line = /^\/\/! with code of (.+)$/mu.exec(extractFile(archive, file).toString('utf8'));
  return line?.[1]?.split(' ') ?? [];
}

/** Paths of files, without folders, with forward slashes. */
function filesIn(path: string): readonly string[] {
  const all = listPackage(path, { isPack: false }).map((name) =>
    name.replace(/^[/\\]/, '').replaceAll('\\', '/'),
  );
  return all.filter((name) => !all.some((other) => other.startsWith(`${name}/`))).sort();
}
