import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { openPrivateDesktop } from './lib/private-desktop.mjs';
import { Stop } from './lib/log.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { bringBackResults, runIn, runtimeEnvironment } from './lib/run-lane.mjs';
import { finished, start } from './lib/run.mjs';
import { markedRun } from './lib/stragglers.mjs';
import { ensureSystemPackages } from './lib/system-packages.mjs';
import { atEnd, tool } from './lib/tool.mjs';
import { openWorkplace } from './lib/workplace.mjs';

// npm run bench                    all rows, each beside its floor: one table
// npm run bench -- start memory    these rows only: start, keys, enter, sync, incidents, memory (with processor time),
//                                  profiles (real Chromium), table (of all customers), search, pages
// npm run bench -- --full          longer runs, more of them
// npm run bench -- --json          JSON alone on standard output; --markdown: the page docs/performance.md
// npm run bench -- search --customers FILE.csv --queries FILE.jsonl
//                                  other names and queries than the repository's: a CSV with tenantId, name and
//                                  defaultDomain; lines of {"kind": "...", "q": "...", "gold": "<tenant id>"}
// npm run bench -- pages --customers FILE.csv --queries FILE.jsonl
//                                  the same for pages; lines of {"lang": "en", "kind": "...", "q": "...",
//                                  "gold": "<tenant id>" or "own", "url": "<regular expression>"}
//
// The result is all that standard output gets; what setting up has to say goes to standard error. Nothing here passes
// or fails by a number.

const rowNames = [
  ...['start', 'keys', 'enter', 'sync', 'incidents', 'memory', 'profiles', 'table'],
  ...['search', 'pages'],
];
/** They need no screen. */
const rowsOfCode = ['search', 'pages'];
const flags = ['--full', '--json', '--markdown'];
const files = ['--customers', '--queries'];
/** @type {[string, string]} */
const bench = ['node_modules/tsx/dist/cli.mjs', 'test/bench/bench.ts'];
/** Where the measuring process leaves what is to be printed. */
const result = join('test-results', 'bench.txt');
/** Set in the process that sets up and measures, whose standard output is not the user's. */
const inner = 'TIDEGATE_BENCH_INNER';

/** @param {readonly string[]} args @returns {{args: string[], searchOnly: boolean}} with paths made absolute */
function parse(args) {
  const rows = args.filter((arg, index) => !arg.startsWith('-') && !files.includes(args[index - 1] ?? ''));
  const unknown = rows.find((name) => !rowNames.includes(name));
  if (unknown !== undefined) throw new Stop(`The rows are: ${rowNames.join(', ')}. "${unknown}" is none.`);
  const option = args.find((arg) => arg.startsWith('-') && ![...flags, ...files].includes(arg));
  if (option !== undefined) throw new Stop(`"${option}" is no option: ${[...flags, ...files].join(', ')}.`);
  const searchOnly = rows.length > 0 && rows.every((name) => rowsOfCode.includes(name));
  if ((!searchOnly || rows.length > 1) && args.some((arg) => files.includes(arg))) {
    throw new Stop(`${files.join(' and ')} are for one of these rows alone: ${rowsOfCode.join(', ')}.`);
  }
  // npm starts tools in the project's folder; a path is meant from where npm was called.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const absolute = args.map((arg, index) =>
    files.includes(args[index - 1] ?? '') ? resolve(from, arg) : arg,
  );
  return { args: absolute, searchOnly };
}

/** Sets up and measures in a process whose standard output is this one's standard error, then prints the result. */
async function printResult() {
  await rm(join(repositoryRoot, result), { force: true });
  const self = fileURLToPath(import.meta.url);
  const child = start(process.execPath, [self, ...process.argv.slice(2)], {
    env: { ...process.env, [inner]: '1' },
    stdio: ['inherit', process.stderr, 'inherit'],
  });
  const code = await finished(child, process.execPath);
  if (code === 0) process.stdout.write(await readFile(join(repositoryRoot, result), 'utf8'));
  return code;
}

/** @param {readonly string[]} args @returns {Promise<number>} */
async function measureSearch(args) {
  await mkdir(join(repositoryRoot, 'test-results'), { recursive: true });
  const child = start(process.execPath, [...bench, ...args, '--output', result], {
    cwd: repositoryRoot,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return finished(child, process.execPath);
}

/** Measures on a private screen, as an ordinary user. @param {readonly string[]} args @returns {Promise<number>} */
async function measureOnScreen(args) {
  if (process.platform !== 'linux') {
    throw new Stop(`All rows but ${rowsOfCode.join(' and ')} need Linux: they read /proc and an X display.`);
  }
  await ensureSystemPackages(['electron', 'screen', 'session', 'browsers']);
  const workplace = await openWorkplace();
  const marked = markedRun();
  atEnd(marked.end);
  const env = { ...workplace.environment, ...marked.environment, ...(await runtimeEnvironment(workplace)) };
  await build(workplace, env);
  const desktop = await openPrivateDesktop(workplace);
  atEnd(desktop.close);
  try {
    return await runIn(workplace, { ...env, ...desktop.environment }, [
      workplace.node,
      ...bench,
      ...args,
      '--output',
      result,
    ]);
  } finally {
    await bringBackResults(workplace.root);
  }
}

await tool(async () => {
  const { args, searchOnly } = parse(process.argv.slice(2));
  if (process.env[inner] === undefined) return printResult();
  await ensureDependencies();
  return searchOnly ? measureSearch(args) : measureOnScreen(args);
});
