import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative, sep } from 'node:path';
import { Stop, say, since } from './log.mjs';
import { asUser, ordinaryUser, userFolder } from './ordinary-user.mjs';
import { isRoot, repositoryRoot } from './paths.mjs';
import { capture } from './run.mjs';
import { atEnd } from './tool.mjs';

/**
 * Where tests and the demo run: a folder with the project in it, and the user they run as.
 * @typedef {object} Workplace
 * @property {string} root the project's folder there
 * @property {string} node the Node executable to use there
 * @property {(command: string, args: readonly string[]) => [string, string[]]} as how to run a command there
 * @property {(path: string) => string} locate where a path of the clone is there
 * @property {NodeJS.ProcessEnv} environment an environment with a home and a runtime folder of its own
 */

/** What a run makes by itself, or does not need. */
const leftBehind = new Set(['.git', 'node_modules', 'out', 'dist', 'test-results', '.cache']);

/** @returns {Promise<Workplace>} removed when the tool ends */
export async function openWorkplace() {
  // A short path: sockets live below it, and their names may have 107 bytes.
  const base = await mkdtemp(join(isRoot() ? userFolderReady(await ordinaryUser()) : tmpdir(), 'run-'));
  atEnd(() => rm(base, { recursive: true, force: true, maxRetries: 5 }));
  const home = join(base, 'home');
  const runtime = join(base, 'runtime');
  await mkdir(home);
  await mkdir(runtime, { mode: 0o700 });
  if (isRoot()) return borrowed(base, home, runtime);
  await mkdir(join(repositoryRoot, 'test-results'), { recursive: true });
  return inPlace(home, runtime);
}

/** The same place, for what gives way to everything else that runs. Linux only. @param {Workplace} workplace @returns {Workplace} */
export function givingWay(workplace) {
  return { ...workplace, as: (command, args) => workplace.as('chrt', ['--idle', '0', command, ...args]) };
}

/** Copies what belongs to the project itself. @param {string} from @param {string} to */
export function copyProject(from, to) {
  const filter = (/** @type {string} */ path) => dirname(path) !== from || !leftBehind.has(basename(path));
  return cp(from, to, { recursive: true, filter });
}

/** Gives a folder with all that is in it to the user that runs the tests. @param {string} folder */
export async function handOver(folder) {
  if (!isRoot()) return;
  const { uid, gid } = await ordinaryUser();
  await must('chmod', ['-R', 'u+rwX', folder]);
  await must('chown', ['-R', '-h', `${uid}:${gid}`, folder]);
}

/** @param {unknown} _user proof that the folder exists */
function userFolderReady(_user) {
  return userFolder;
}

/** @param {string} home @param {string} runtime @returns {Workplace} */
function inPlace(home, runtime) {
  return {
    root: repositoryRoot,
    node: process.execPath,
    as: (command, args) => [command, [...args]],
    locate: (path) => path,
    environment: environment(home, runtime, process.env['PATH'] ?? ''),
  };
}

/**
 * A copy of the clone for the ordinary user: the clone may lie where that user cannot read, and must not be written
 * by it. node_modules is only linked when that user can read it.
 * @param {string} base @param {string} home @param {string} runtime
 * @returns {Promise<Workplace>}
 */
async function borrowed(base, home, runtime) {
  const user = await ordinaryUser();
  /** @type {Workplace['as']} */
  const as = (command, args) => asUser(user, command, args);
  const root = join(base, 'project');
  await copyProject(repositoryRoot, root);
  const modules = await readableModules(as);
  await symlink(modules, join(root, 'node_modules'));
  await mkdir(join(root, 'test-results'));
  await handOver(base);
  const node = await readableNode(as);
  const path = [dirname(node), '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
  return {
    root,
    node,
    as,
    locate: (original) => {
      const within = relative(join(repositoryRoot, 'node_modules'), original);
      return within.startsWith('..') ? original : join(modules, within);
    },
    environment: environment(home, runtime, [...new Set(path)].join(delimiter)),
  };
}

/**
 * Built from nothing: no setting of whoever runs the tool reaches a test, above all no desktop session.
 * @param {string} home @param {string} runtime @param {string} path
 * @returns {NodeJS.ProcessEnv}
 */
function environment(home, runtime, path) {
  const { CI, SystemRoot, TERM, TIDEGATE_TEST_KILLS, TIDEGATE_TEST_SEED } = process.env;
  return {
    ...(CI === undefined ? {} : { CI }),
    ...(SystemRoot === undefined
      ? {}
      : { SystemRoot, USERPROFILE: home, LOCALAPPDATA: join(home, 'AppData', 'Local') }),
    ...(TERM === undefined ? {} : { TERM }),
    ...(TIDEGATE_TEST_KILLS === undefined ? {} : { TIDEGATE_TEST_KILLS }),
    ...(TIDEGATE_TEST_SEED === undefined ? {} : { TIDEGATE_TEST_SEED }),
    HOME: home,
    LANG: 'C.UTF-8',
    PATH: path,
    XDG_RUNTIME_DIR: runtime,
  };
}

/** @param {Workplace['as']} as @returns {Promise<string>} a node_modules that the ordinary user can read */
async function readableModules(as) {
  const original = join(repositoryRoot, 'node_modules');
  const probes = ['.package-lock.json', 'electron/package.json', 'vitest/package.json'];
  const readable = await Promise.all(probes.map((probe) => permitted(as, '-r', join(original, probe))));
  if (readable.every(Boolean)) return original;

  const lock = createHash('sha256')
    .update(await readFile(join(original, '.package-lock.json')))
    .digest('hex');
  const copy = join(userFolder, `node_modules-${lock.slice(0, 12)}`, 'node_modules');
  if (!existsSync(copy)) await copyReadable(original, copy, 'node_modules');
  return copy;
}

/** @param {Workplace['as']} as @returns {Promise<string>} a Node that the ordinary user can run */
async function readableNode(as) {
  if (await permitted(as, '-x', process.execPath)) return process.execPath;
  const copy = join(userFolder, `node-${process.version}`, 'node');
  if (!existsSync(copy)) await copyReadable(process.execPath, copy, 'Node');
  return copy;
}

/** @param {Workplace['as']} as @param {'-r' | '-x'} right @param {string} path */
export async function permitted(as, right, path) {
  const [command, args] = as('test', [right, path]);
  return (await capture(command, args)).code === 0;
}

/** @param {string} from @param {string} to @param {string} what */
async function copyReadable(from, to, what) {
  const started = performance.now();
  const folder = dirname(to);
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}-`);
  await must('cp', ['-R', '--reflink=auto', from, unfinished + sep]);
  await must('chmod', ['-R', 'a+rX', unfinished]);
  await chmod(unfinished, 0o755);
  try {
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // A run beside this one was quicker.
    if (!existsSync(to)) throw error;
  }
  say(`Copied ${what} to where the ordinary user can read it (${since(started)}).`);
}

/** @param {string} command @param {readonly string[]} args */
async function must(command, args) {
  const { code, stderr } = await capture(command, args);
  if (code !== 0) throw new Stop(`${command} failed: ${stderr.trim()}`);
}
