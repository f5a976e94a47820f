import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { expect, test as base } from 'vitest';
import { refusedSwitches } from '../../../src/main/entry/runtime-switches.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');

const test = base.extend<{ folder: string }>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = await temporaryFolder('tidegate-starters-');
    await use(folder);
    await removeFolder(folder);
  },
});

/** What the packager writes of starters for a target before it calls the tool that makes the file. */
async function startersOf(target: string, folder: string): Promise<string> {
  const output = join(folder, 'output');
  await mkdir(join(folder, 'application', 'resources'), { recursive: true });
  await writeFile(join(folder, 'application', 'tidegate'), '');
  const shown: string[] = [];
  await build({
    projectDir: root,
    linux: [target],
    prepackaged: join(folder, 'application'),
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronVersion: '45.4.1',
      directories: { output },
      // A clone of a forge tells it; this one may be none.
      extraMetadata: { homepage: 'https://tidegate.example' },
    },
    effectiveOptionComputed: async (options: unknown) => {
      // The arguments of the tool, and where the entry lies; or the entry itself, or what a snap is made of.
      if (Array.isArray(options)) shown.push(await readFile(String(options[1]), 'utf8'));
      else shown.push((options as { readonly desktop?: string }).desktop ?? JSON.stringify(options));
      shown.push(await starterFiles(output));
      return true;
    },
  }).catch(async (error: unknown) => {
    // Flatpak's own tool is asked for only when all is written.
    if (!String(error).includes('spawn flatpak ENOENT')) throw error;
    shown.push(await starterFiles(output));
  });
  return shown.join('\n');
}

async function starterFiles(folder: string): Promise<string> {
  const names = await readdir(folder, { recursive: true });
  const starters = names.filter((name) => /\.desktop$|command\.sh$|electron-wrapper$/.test(name));
  return (await Promise.all(starters.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

test.for([
  ['AppImage', 'Exec=AppRun %U'],
  ['deb', 'Exec=/opt/Tidegate/tidegate %U'],
  ['rpm', 'Exec=/opt/Tidegate/tidegate %U'],
  ['pacman', 'Exec=/opt/Tidegate/tidegate %U'],
  ['snap', 'Exec=tidegate %U'],
  ['flatpak', 'Exec=electron-wrapper %U'],
] as const)(
  'the menu entry of %s gives no switch that Tidegate refuses',
  async ([target, exec], { folder }) => {
    const text = await startersOf(target, folder);
    expect(text.split('\n')).toContain(exec);
    const words = text.split(/[\s"]+/).filter((word) => word.startsWith('-'));
    expect(refusedSwitches(words, { platform: 'linux', packaged: true })).toEqual([]);
    expect(text).not.toContain('no-sandbox');
  },
);
