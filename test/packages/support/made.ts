import { join } from 'node:path';
import { Platform, build } from 'electron-builder';

const root = join(import.meta.dirname, '../../..');

/** Makes a package of the packaged application by electron-builder and Debian's own tools. Gives its path. */
export async function makePackage(target: 'deb' | 'rpm', version: string, folder: string): Promise<string> {
  process.env['CUSTOM_FPM_PATH'] = join(root, 'tools', 'fpm.mjs');
  const [file] = await build({
    projectDir: root,
    targets: Platform.LINUX.createTarget([target]),
    prepackaged: process.env['TIDEGATE_TEST_PACKAGE'] ?? '',
    publish: 'never',
    config: {
      extends: join(root, 'electron-builder.yml'),
      electronVersion: '45.4.1',
      directories: { output: folder },
      publish: null,
      extraMetadata: { homepage: 'https://tidegate.example', version },
    },
  });
  if (file === undefined) throw new Error(`electron-builder made no ${target}.`);
  return file;
}
