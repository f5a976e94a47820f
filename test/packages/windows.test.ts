import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Arch, Platform, build } from 'electron-builder';
import { expect, test } from 'vitest';
import { pluginLibrary } from '../integration/packaging/support/plugin-library.ts';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.ts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const templates = join(root, 'node_modules/app-builder-lib/templates/nsis');
/** What Debian's NSIS brings itself; the others come with electron-builder's, and stand-ins have their functions' names. */
const brought = new Set(['System', 'nsDialogs', 'nsExec', 'BgImage']);

/** Libraries with the names that the scripts call: `Name::Function`. */
async function writePlugins(folder: string): Promise<void> {
  const names = (await readdir(templates, { recursive: true })).filter((name) => /\.ns[hi]$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(templates, name), 'utf8')));
  const functions = new Map<string, Set<string>>();
  for (const [, plugin = '', name = ''] of texts.join('\n').matchAll(/\b([A-Za-z0-9]+)::(\w+)/g)) {
    if (brought.has(plugin) || /32$|^psapi$/i.test(plugin)) continue;
    functions.set(plugin, (functions.get(plugin) ?? new Set()).add(name));
  }
  await mkdir(folder, { recursive: true });
  for (const [plugin, calls] of functions)
    await writeFile(join(folder, `${plugin}.dll`), pluginLibrary([...calls]));
}

async function script(path: string, text: string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
}

test(
  'makensis compiles the installer and its uninstaller, with our additions, and warns of nothing',
  { timeout: 300_000 },
  async () => {
    const folder = await temporaryFolder('tidegate-nsis-');
    const path = process.env['PATH'] ?? '';
    try {
      const said = join(folder, 'said');
      // Debian's, in the place of the one that is downloaded. What the started installer would write is written here.
      await script(
        join(folder, 'nsis', 'linux', 'makensis'),
        `for arg in "$@"; do case "$arg" in -DUNINSTALLER_OUT_FILE=Z:*) touch "$(printf %s "\${arg#*=Z:}" | tr '\\\\' /)" ;; esac; done
NSISDIR=/usr/share/nsis exec /usr/bin/makensis -V4 "$@" 2>&1 | tee -a '${said}'`,
      );
      await writeFile(join(folder, 'nsis', 'elevate.exe'), 'MZ');
      await writePlugins(join(folder, 'resources', 'plugins', 'x86-unicode'));
      await script(
        join(folder, '7za'),
        'for arg in "$@"; do case "$arg" in *.7z) echo 7z > "$arg" ;; esac; done',
      );
      await script(join(folder, 'bin', 'wine'), 'exit 0');
      await mkdir(join(folder, 'application', 'resources'), { recursive: true });
      await writeFile(join(folder, 'application', 'Tidegate.exe'), 'MZ');
      process.env['ELECTRON_BUILDER_NSIS_DIR'] = join(folder, 'nsis');
      process.env['ELECTRON_BUILDER_NSIS_RESOURCES_DIR'] = join(folder, 'resources');
      process.env['ELECTRON_BUILDER_7ZIP_PATH'] = join(folder, '7za');
      process.env['PATH'] = `${join(folder, 'bin')}:${path}`;
      await build({
        projectDir: root,
        targets: Platform.WINDOWS.createTarget(['nsis'], Arch.x64),
        prepackaged: join(folder, 'application'),
        publish: 'never',
        config: {
          extends: join(root, 'electron-builder.yml'),
          electronVersion: '45.4.1',
          directories: { output: join(folder, 'output') },
          publish: null,
        },
      });
      const installer = join(folder, 'output', 'tidegate-0.1.0-windows-x64-setup.exe');
      expect((await stat(installer)).size).toBeGreaterThan(50_000);
      expect((await readFile(installer)).subarray(0, 2).toString('latin1')).toBe('MZ');
      const text = await readFile(said, 'utf8');
      expect(text).not.toMatch(/\bwarning/i);
      // Our additions are in both.
      expect(text).toContain('!insertmacro: customInstall');
      expect(text).toContain('!insertmacro: customUnInstall');
      const { stdout } = await run('file', [installer]).catch(() => ({ stdout: '' }));
      if (stdout !== '') expect(stdout).toContain('PE32 executable');
    } finally {
      process.env['PATH'] = path;
      await removeFolder(folder);
    }
  },
);
