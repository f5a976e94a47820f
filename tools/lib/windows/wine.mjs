import { copyFile, mkdir, open, readFile, readdir, symlink } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { followFile } from '../follow-file.mjs';
import { Stop } from '../log.mjs';
import { capture, finished, start } from '../run.mjs';
import { atEnd } from '../tool.mjs';
import { copyProject, handOver } from '../workplace.mjs';
import { buildForWindows, prepareWindowsRuntime } from './runtime.mjs';

/** @typedef {import('../workplace.mjs').Workplace} Workplace */

/** Small programs that tests start: one file of C each. */
const programSources = join('test', 'windows', 'programs');

/**
 * A Windows of its own for one lane: an empty registry, and a drive C: with the project and the tests' programs on it.
 * @typedef {object} Windows
 * @property {string} root the project's folder on that drive, as this system names it
 * @property {(args: readonly string[], environment: NodeJS.ProcessEnv, options?: {quiet?: boolean}) => Promise<number>} runNode
 *   runs Node for Windows in that folder; gives its exit code
 * @property {() => Promise<string>} output of the last run
 * @property {() => Promise<void>} close ends whatever still runs in it
 */

/**
 * @param {Workplace} workplace @param {NodeJS.ProcessEnv} mark what everything started in it has in its environment
 * @returns {Promise<Windows>} Errors: a Stop where it cannot be set up.
 */
export async function openWindows(workplace, mark) {
  const runtime = await prepareWindowsRuntime();
  const home = join(workplace.environment['HOME'] ?? '', 'windows');
  await mkdir(home);
  await handOver(home);
  const environment = { ...wineEnvironment(workplace, join(home, 'prefix')), ...mark };
  const wineServer = async (/** @type {string} */ order) => {
    const [command, args] = workplace.as('wineserver', [order]);
    await capture(command, args, { env: environment });
  };
  atEnd(() => wineServer('-k'));
  /** @param {readonly string[]} args */
  const wine = async (...args) => {
    const [command, all] = workplace.as('wine', args);
    const { code, stderr } = await capture(command, all, { env: environment, cwd: home });
    if (code !== 0) throw new Stop(`wine ${args[0]} ended with code ${code}. ${stderr.trim()}`);
  };
  await wine('wineboot', '-i');
  // Node refuses to run on what Wine 8 takes itself for.
  await wine('reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f');
  // Windows of programs need no display then.
  await wine('reg', 'add', String.raw`HKCU\Software\Wine\Drivers`, '/v', 'Graphics', '/d', 'null', '/f');
  const drive = join(home, 'prefix', 'drive_c');
  const root = join(drive, 'tidegate');
  await copyFile(runtime.library, join(drive, 'windows', 'system32', basename(runtime.library)));
  await copyProject(workplace.root, root);
  await symlink(runtime.modules, join(root, 'node_modules'));
  await mkdir(join(root, 'test-results'));
  await buildPrograms(join(root, programSources), join(drive, 'programs'));
  await handOver(drive);
  const output = join(home, 'output');
  return {
    root,
    runNode: (args, more, { quiet = false } = {}) => {
      const command = workplace.as('wine', [onDriveZ(runtime.node), ...args]);
      const env = { ...environment, ...more, TIDEGATE_TEST_PROGRAMS: 'C:\\programs' };
      return runWithFiles(command, { cwd: root, env }, output, quiet);
    },
    output: () => readFile(output, 'utf8'),
    close: () => wineServer('-k'),
  };
}

/** @param {Workplace} workplace @param {string} prefix @returns {NodeJS.ProcessEnv} */
function wineEnvironment(workplace, prefix) {
  return {
    ...workplace.environment,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // What Wine would offer to fetch: nobody is there to answer.
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
}

/** How Windows names a file of this system. @param {string} path absolute */
function onDriveZ(path) {
  return `Z:${path.replaceAll('/', '\\')}`;
}

/** @param {string} sources @param {string} folder */
async function buildPrograms(sources, folder) {
  await mkdir(folder);
  for (const file of (await readdir(sources)).filter((name) => name.endsWith('.c')))
    // As browsers and Tidegate are: what needs a console looks for one.
    await buildForWindows([join(sources, file), '-mwindows'], join(folder, `${parse(file).name}.exe`));
}

/**
 * Node under Wine can write to no pipe of this system, so its output goes to a file that is read along.
 * @param {[string, string[]]} command @param {{cwd: string, env: NodeJS.ProcessEnv}} options
 * @param {string} path @param {boolean} quiet
 */
async function runWithFiles([command, args], options, path, quiet) {
  const file = await open(path, 'w');
  try {
    const child = start(command, args, { ...options, stdio: ['ignore', file.fd, file.fd] });
    const printRest = quiet ? undefined : await followFile(path, process.stdout);
    const code = await finished(child, command);
    await printRest?.();
    return code;
  } finally {
    await file.close();
  }
}
