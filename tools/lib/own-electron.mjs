import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJson } from './json.mjs';
import { say, since } from './log.mjs';
import { cacheFolder, repositoryRoot } from './paths.mjs';
import { end, finished, start } from './run.mjs';

const packageFolder = join(repositoryRoot, 'node_modules', 'electron');
const distFolder = join(packageFolder, 'dist');

/** A network that drops packets looks like a slow one; this much silence is taken for a no. */
const silenceMs = 20_000;
/** A download that failed is not tried again for an hour, so that each run does not wait for it. */
const rememberMs = 3_600_000;

/** The version of the electron package that package-lock.json pins. */
export async function ownElectronVersion() {
  const manifest = /** @type {{version: string}} */ (await readJson(join(packageFolder, 'package.json')));
  return manifest.version;
}

/** @returns {Promise<string | undefined>} the folder of the binary that the electron package has downloaded already */
export async function installedOwnElectron() {
  // path.txt is written last: without it an earlier download was cut short.
  if (!existsSync(join(packageFolder, 'path.txt'))) return undefined;
  const version = await readFile(join(distFolder, 'version'), 'utf8').catch(() => '');
  return version.trim().replace(/^v/, '') === (await ownElectronVersion()) ? distFolder : undefined;
}

/** @returns {Promise<{ok: true, folder: string} | {ok: false, reason: string}>} */
export async function downloadOwnElectron() {
  const version = await ownElectronVersion();
  const mirror = process.env['ELECTRON_MIRROR'] ?? '';
  const memory = join(cacheFolder(), `electron-${version}-download-failed.json`);
  const before = await recall(memory, mirror);
  if (before)
    return { ok: false, reason: `${before} (Not tried again for an hour; delete ${memory} to try now.)` };

  say(`Downloading Electron ${version} ...`);
  const started = performance.now();
  const failure = await download();
  if (!failure) {
    say(`Electron ${version} is there after ${since(started)}.`);
    await rm(memory, { force: true });
    return { ok: true, folder: distFolder };
  }
  const reason = `Electron ${version} cannot be downloaded from ${mirror || 'GitHub'}: ${failure}`;
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(memory, JSON.stringify({ mirror, reason }));
  return { ok: false, reason };
}

/** @param {string} memory @param {string} mirror @returns {Promise<string | undefined>} */
async function recall(memory, mirror) {
  try {
    const { mtimeMs } = await stat(memory);
    const failed = /** @type {{mirror: string, reason: string} | undefined} */ (await readJson(memory));
    return Date.now() - mtimeMs < rememberMs && failed?.mirror === mirror ? failed.reason : undefined;
  } catch {
    return undefined;
  }
}

/** Runs the package's own installer. @returns {Promise<string | undefined>} why it failed */
async function download() {
  const temporary = await mkdtemp(join(tmpdir(), 'tidegate-electron-'));
  try {
    const child = start(process.execPath, [join(packageFolder, 'install.js')], {
      cwd: packageFolder,
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, ELECTRON_OVERRIDE_DIST_PATH: undefined },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text));
    const watch = watchForSilence([temporary, distFolder], () => void end(child));
    const code = await finished(child, 'the installer of the electron package');
    watch.stop();
    if (watch.silent()) return `nothing arrived for ${silenceMs / 1000} s.`;
    return code === 0 && (await installedOwnElectron()) ? undefined : explain(complaint);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** @param {string} complaint what the installer printed */
function explain(complaint) {
  const line = complaint.split('\n').find((text) => text.includes('Error')) ?? 'its installer failed';
  const [nodeMajor = 0, nodeMinor = 0] = process.versions.node.split('.').map(Number);
  const old = nodeMajor < 22 || (nodeMajor === 22 && nodeMinor < 12);
  return `${line.trim()}.${old ? ` (Its installer also asks for Node 22.12 or newer; this is ${process.versions.node}.)` : ''}`;
}

/**
 * Calls back once the folders have not grown for a while. The installer itself waits for ever.
 * @param {readonly string[]} folders
 * @param {() => void} giveUp
 */
function watchForSilence(folders, giveUp) {
  let size = 0;
  let lastGrowth = performance.now();
  let silent = false;
  const look = async () => {
    const now = (await Promise.all(folders.map(bytesIn))).reduce((sum, bytes) => sum + bytes, 0);
    if (now !== size) lastGrowth = performance.now();
    size = now;
    if (silent || performance.now() - lastGrowth < silenceMs) return;
    silent = true;
    giveUp();
  };
  const timer = setInterval(() => void look(), 1_000);
  return { stop: () => clearInterval(timer), silent: () => silent };
}

/** @param {string} folder @returns {Promise<number>} */
async function bytesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(({ parentPath, name }) =>
      stat(join(parentPath, name)).then(
        (found) => found.size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
