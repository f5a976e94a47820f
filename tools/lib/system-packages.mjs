import { createInterface } from 'node:readline/promises';
import { Stop, say, since } from './log.mjs';
import { isRoot } from './paths.mjs';
import { capture, run } from './run.mjs';

/** @typedef {'unpacking' | 'electron' | 'screen' | 'session' | 'browsers' | 'panel' | 'packaging' | 'wayland' | 'windows'} Need */

const unpacking = ['unzip'];

/**
 * Debian's and Ubuntu's names. Where releases differ the alternatives stand in one line, the older first.
 * @type {Record<Need, readonly string[]>}
 */
const packages = {
  unpacking,
  electron: [
    // The registry's Electron comes in a zip.
    ...unpacking,
    'libgtk-3-0 | libgtk-3-0t64',
    'libnss3',
    'libasound2 | libasound2t64',
    'libgbm1',
    'libatk-bridge2.0-0 | libatk-bridge2.0-0t64',
    'libsecret-1-0',
    'libnotify4',
    'libxss1',
    'libxtst6',
    'xdg-utils',
    // By it xdg-open tells a folder from a file.
    'file',
    'fonts-dejavu-core',
  ],
  screen: ['xvfb', 'openbox', 'xdotool', 'wmctrl', 'x11-utils', 'x11-xserver-utils', 'imagemagick'],
  session: ['dbus', 'dbus-x11', 'at-spi2-core', 'gnome-keyring', 'libnss3-tools'],
  browsers: ['chromium | google-chrome-stable', 'firefox-esr | firefox'],
  panel: ['tint2', 'x11-xserver-utils'],
  packaging: ['mmdebstrap', 'rpm', 'nsis'],
  wayland: ['sway', 'wtype', 'grim'],
  windows: ['wine', 'wine64', 'gcc-mingw-w64-x86-64-win32 | gcc-mingw-w64-x86-64'],
};

/** What proves, on a system without dpkg, that a need is met. @type {Record<Need, readonly string[]>} */
const commands = {
  unpacking,
  electron: [...unpacking, 'xdg-open', 'file'],
  screen: ['Xvfb', 'openbox', 'xdotool', 'wmctrl', 'xprop', 'xrandr', 'convert'],
  session: ['dbus-daemon', 'gnome-keyring-daemon', 'certutil'],
  browsers: ['chromium', 'firefox'],
  panel: ['tint2', 'xsetroot'],
  packaging: ['mmdebstrap', 'rpmbuild', 'makensis'],
  wayland: ['sway', 'swaymsg', 'wtype', 'grim'],
  windows: ['wine', 'wineserver', 'x86_64-w64-mingw32-gcc'],
};

/**
 * The lines none of whose alternatives is installed.
 * @param {readonly string[]} lines such as "libasound2 | libasound2t64"
 * @param {ReadonlySet<string>} installed
 */
export function missingLines(lines, installed) {
  return lines.filter((line) => !alternatives(line).some((name) => installed.has(name)));
}

/**
 * For every line the first alternative that this release offers; the first one when it offers none, so that apt
 * names it in its own message.
 * @param {readonly string[]} lines
 * @param {ReadonlySet<string>} offered
 */
export function choose(lines, offered) {
  return lines.map(
    (line) => alternatives(line).find((name) => offered.has(name)) ?? alternatives(line)[0] ?? line,
  );
}

/** @param {string} line */
function alternatives(line) {
  return line.split(' | ');
}

/**
 * Makes sure of the system packages that something needs. Root installs them, and so does a continuous integration that may
 * use sudo; anybody else is asked first; where nobody can be asked, one command for all of them is printed and the tool stops.
 * @param {readonly Need[]} needs
 * @param {readonly Need[]} [welcome] what is no reason to stop, and named together with what is
 */
export async function ensureSystemPackages(needs, welcome = []) {
  if (process.platform !== 'linux' || needs.length === 0) return;
  if (!(await exist('dpkg-query', 'apt-get'))) return ensureCommands(needs, welcome);

  const missing = await missingPackages(needs);
  if (missing.length === 0) return;

  if (isRoot()) return install(missing, []);
  const all = [...missing, ...(await missingPackages(welcome))];
  const wanted = choose(all, await offeredPackages(all)).join(' ');
  const agreed =
    (await sudoWithoutQuestion()) ||
    (await ask(`System packages are missing: ${wanted}. Install them with sudo?`));
  if (agreed) return install(all, ['sudo']);
  throw new Stop(
    `System packages are missing. Install them with:\n  sudo apt-get install --no-install-recommends ${wanted}`,
  );
}

/** @param {readonly Need[]} needs @returns {Promise<readonly string[]>} lines */
async function missingPackages(needs) {
  const lines = [...new Set(needs.flatMap((need) => packages[need]))];
  return lines.length === 0 ? [] : missingLines(lines, await installedPackages(lines));
}

/** A continuous integration has nobody to ask, and throws its machine away. */
async function sudoWithoutQuestion() {
  return Boolean(process.env['CI']) && (await capture('sudo', ['-n', 'true'])).code === 0;
}

/** @param {readonly string[]} lines @returns {Promise<Set<string>>} */
async function installedPackages(lines) {
  const names = lines.flatMap(alternatives);
  const { stdout } = await capture('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...names]);
  const found = stdout.split('\n').map((line) => line.split(' '));
  return new Set(found.filter(([, status]) => status === 'installed').map(([name = '']) => name));
}

/** @param {readonly string[]} lines @returns {Promise<Set<string>>} the names that apt could install now */
async function offeredPackages(lines) {
  const { stdout } = await capture('apt-cache', ['policy', ...lines.flatMap(alternatives)], {
    env: { ...process.env, LC_ALL: 'C' },
  });
  const offered = stdout.matchAll(/^(\S+):\n {2}Installed: .*\n {2}Candidate: (?!\(none\))/gm);
  return new Set([...offered].map(([, name = '']) => name));
}

/** @param {readonly string[]} missing @param {readonly string[]} prefix such as sudo */
async function install(missing, prefix) {
  const started = performance.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {readonly string[]} args */
  const apt = (args) => {
    // Somebody else's apt-get, for instance the system's own in the morning, is waited for.
    const options = ['-qq', '-o', 'Dpkg::Use-Pty=0', '-o', 'DPkg::Lock::Timeout=600'];
    const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...options, ...args];
    return run(command, rest, { env, terminal: prefix.length > 0 });
  };
  say(`Installing system packages: ${missing.join(', ')} ...`);
  // A stale list of packages is no reason to stop: what is wanted may still be there.
  if ((await apt(['update'])) !== 0) say('apt-get update failed; trying with the lists this machine has.');
  const wanted = choose(missing, await offeredPackages(missing));
  if ((await apt(['install', '-y', '--no-install-recommends', ...wanted])) !== 0) {
    throw new Stop(`apt-get could not install ${wanted.join(' ')}; its own message is above.`);
  }
  say(`System packages installed in ${since(started)}.`);
}

/** @param {string} question */
async function ask(question) {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** @param {readonly Need[]} needs @param {readonly Need[]} welcome */
async function ensureCommands(needs, welcome) {
  if ((await missingCommands(needs)).length === 0) return;
  const all = [...needs, ...welcome];
  throw new Stop(
    `These commands are missing: ${(await missingCommands(all)).join(' ')}.\nInstall what your distribution calls these Debian packages:\n` +
      `  ${[...new Set(all.flatMap((need) => packages[need]))].join(', ')}`,
  );
}

/** @param {readonly Need[]} needs @returns {Promise<readonly string[]>} */
async function missingCommands(needs) {
  const wanted = [...new Set(needs.flatMap((need) => commands[need]))];
  const found = await Promise.all(wanted.map((name) => exist(name)));
  return wanted.filter((_, index) => !found[index]);
}

/** @param {readonly string[]} names of commands */
async function exist(...names) {
  const found = await Promise.all(names.map((name) => capture('sh', ['-c', `command -v ${name}`])));
  return found.every(({ code }) => code === 0);
}
