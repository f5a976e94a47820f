import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, say, since } from './log.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './run.mjs';

const suite = 'bookworm';

/** What Tidegate's deb asks for on this Debian: `dpkg -i` fetches nothing. A name that is missing here fails its test. */
const needed = [
  ...['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libatspi2.0-0', 'libnotify4'],
  ...['libxss1', 'libxtst6', 'libuuid1', 'xdg-utils'],
];
/** What stands for the user and the desktop, and the other kind of package. */
const around = [
  ...[
    'desktop-file-utils',
    'shared-mime-info',
    'xvfb',
    'openbox',
    'xdotool',
    'dbus',
    'dbus-x11',
    'rpm',
    'mount',
    'procps',
  ],
  'fonts-dejavu-core',
];

/**
 * A Debian with nothing in it but what a package of Tidegate's needs and a screen, with an ordinary user called analyst (1000):
 * made once by mmdebstrap and kept. Root only.
 * @param {readonly string[]} [names] Debian packages to have in it instead
 * @returns {Promise<string>} path of the archive, which tar unpacks
 */
export async function cleanRootArchive(names = [...needed, ...around]) {
  const include = names.join(',');
  const name = createHash('sha256').update(`${suite} ${include}`).digest('hex').slice(0, 12);
  const archive = join(cacheFolder(), `clean-root-${name}.tar`);
  if (existsSync(archive)) return archive;
  const started = performance.now();
  say(`Making a clean Debian ${suite}, once ...`);
  await mkdir(cacheFolder(), { recursive: true });
  const half = `${archive}.${process.pid}.tar`;
  const code = await run('mmdebstrap', [
    ...['--quiet', '--variant=apt', '--aptopt=Apt::Install-Recommends "false"', `--include=${include}`],
    '--customize-hook=chroot "$1" useradd --create-home --uid 1000 --shell /bin/bash analyst',
    ...['--skip=check/qemu', suite, half],
  ]);
  if (code !== 0) {
    await rm(half, { force: true });
    throw new Stop(`mmdebstrap ended with code ${code}; its own message is above.`);
  }
  await rename(half, archive);
  say(`The clean Debian is in ${archive} after ${since(started)}.`);
  return archive;
}
