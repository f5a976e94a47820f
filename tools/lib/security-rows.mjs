import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';

/**
 * A rule of SECURITY.md, where it is kept and the test that fails when it is broken.
 * @typedef {{rule: string, files: readonly string[], test: string, title: string}} SecurityRow
 */

/**
 * How a rule is kept on Windows: with a test there, or with the reason why it has none.
 * @typedef {{rule: string, proof: {test: string, title: string} | {none: string}}} WindowsRow
 */

/** @returns {Promise<readonly SecurityRow[]>} Errors: an Error that quotes the row whose last cell names no test. */
export async function readSecurityRows() {
  return (await cellsBelow('Rules')).map(([rule = '', files = '', cell = '']) => {
    const named = testIn(cell);
    if (named === undefined)
      throw new Error(
        `This row of SECURITY.md ends in no \`test/file\`: "title of its test": ${rule} | ${cell}`,
      );
    return { rule, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file), ...named };
  });
}

/** @returns {Promise<readonly WindowsRow[]>} */
export async function readWindowsRows() {
  return (await cellsBelow('On Windows')).map(([rule = '', , cell = '']) => ({
    rule,
    proof: testIn(cell) ?? { none: cell },
  }));
}

/** What a run has to prove: each rule, and those that Windows keeps in another way there too. */
export async function readProofs() {
  const onWindows = (await readWindowsRows()).flatMap(({ rule, proof }) =>
    'none' in proof ? [] : [{ rule, ...proof }],
  );
  return [...(await readSecurityRows()), ...onWindows];
}

/** The cells of the table below a heading, a list for each row. @param {string} heading */
async function cellsBelow(heading) {
  const text = await readFile(join(repositoryRoot, 'SECURITY.md'), 'utf8');
  const [section = ''] = (text.split(`\n## ${heading}\n`)[1] ?? '').split('\n## ');
  const rows = section
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Rule |-)/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  // Without rules nothing would have to be proven.
  if (rows.length === 0) throw new Error(`SECURITY.md has no table below "${heading}".`);
  return rows;
}

/** @param {string} cell */
function testIn(cell) {
  const [, test, title] = /^`(test\/[^`]+)`: "(.+)"$/.exec(cell) ?? [];
  return test === undefined || title === undefined ? undefined : { test, title };
}

/**
 * The rules whose test failed or was not there. One that was skipped proves nothing on Linux, where all can run; elsewhere it is
 * left to Linux.
 * @template {{test: string, title: string}} Row
 * @param {readonly Row[]} rows
 * @param {string} folder that a lane ran whole
 * @param {readonly import('./results.mjs').ReportedTest[]} tests of that folder
 * @param {NodeJS.Platform} system
 */
export function unproven(rows, folder, tests, system = process.platform) {
  return rows
    .filter(({ test }) => test.startsWith(`${folder}/`))
    .filter(({ test, title }) => {
      const named = tests.filter(
        ({ file, name }) => name.includes(title) && (file.endsWith(test) || test.endsWith(`/${file}`)),
      );
      if (named.some(({ outcome }) => outcome === 'failed')) return true;
      return !named.some(({ outcome }) => outcome === 'passed' || system !== 'linux');
    });
}
