import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const desktopFile = 'world-browser.desktop';

/**
 * Makes `executable` the browser of whoever runs with this HOME: xdg-open, and so Electron's shell.openExternal,
 * opens web links in it. Expects XDG_CONFIG_HOME and XDG_DATA_HOME at their usual places under HOME.
 */
export async function setDefaultBrowser(home: string, executable: string): Promise<void> {
  // xdg-open takes the command up to the first space and knows no quotes.
  if (/[\s"'\\$`%]/.test(executable)) throw new Error(`xdg-open cannot start "${executable}".`);
  const applications = join(home, '.local', 'share', 'applications');
  const config = join(home, '.config');
  await Promise.all([mkdir(applications, { recursive: true }), mkdir(config, { recursive: true })]);
  const types = ['x-scheme-handler/http', 'x-scheme-handler/https', 'text/html'];
  await writeDesktopFile(join(applications, desktopFile), 'Analyst browser (local world)', executable, types);
  const defaults = types.map((type) => `${type}=${desktopFile}`);
  await writeFile(join(config, 'mimeapps.list'), ['[Default Applications]', ...defaults, ''].join('\n'));
}

/** Makes `executable` what shows folders to that user. Expects that `setDefaultBrowser` was called for this HOME before. */
export async function setDefaultFileManager(home: string, executable: string): Promise<void> {
  const id = 'world-files.desktop';
  const path = join(home, '.local', 'share', 'applications', id);
  await writeDesktopFile(path, 'Files (local world)', executable, ['inode/directory']);
  await appendFile(join(home, '.config', 'mimeapps.list'), `inode/directory=${id}\n`);
}

/**
 * Puts `executable` in the place of the Chromium that is installed: a desktop file of the user's own replaces the
 * system's of the same name (Desktop Entry and Base Directory specifications).
 */
export async function replaceChromium(home: string, executable: string): Promise<void> {
  const applications = join(home, '.local', 'share', 'applications');
  await mkdir(applications, { recursive: true });
  await writeDesktopFile(join(applications, 'chromium.desktop'), 'Chromium', executable, []);
}

/** The same for Firefox, by the names of its packages' desktop files. */
export async function replaceFirefox(home: string, executable: string): Promise<void> {
  const applications = join(home, '.local', 'share', 'applications');
  await mkdir(applications, { recursive: true });
  for (const id of ['firefox-esr.desktop', 'firefox.desktop']) {
    await writeDesktopFile(join(applications, id), 'Firefox', executable, []);
  }
}

function writeDesktopFile(path: string, name: string, executable: string, types: readonly string[]) {
  return writeFile(
    path,
    [
      '[Desktop Entry]',
      'Type=Application',
      `Name=${name}`,
      `Exec=${executable} %u`,
      `MimeType=${types.map((type) => `${type};`).join('')}`,
      '',
    ].join('\n'),
  );
}
