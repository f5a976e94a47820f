import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';

/**
 * A rule of SECURITY.md, where it is kept and the test that fails when it is broken.
 * @typedef {{rule: string, files: readonly string[], test: string, title: string}} SecurityRow
 */

/** @returns {Promise<readonly SecurityRow[]>} Errors: an Error that quotes the row whose last cell names no test. */
export async function readSecurityRows() {
  const text = await readFile(join(repositoryRoot, 'SECURITY.md'), 'utf8');
  const [, rules = ''] = text.split('\n## Rules\n');
  return rules
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Rule |-)/.test(line))
    .map(readRow);
}

/** @param {string} line @returns {SecurityRow} */
function readRow(line) {
  const [rule = '', files = '', test = ''] = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [, path, title] = /^`(test\/[^`]+)`: "(.+)"$/.exec(test) ?? [];
  if (path === undefined || title === undefined)
    throw new Error(`This row of SECURITY.md ends in no \`test/file\`: "title of its test": ${line}`);
  return { rule, files: [...files.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file), test: path, title };
}

/**
 * The rules whose test did not run, or failed.
 * @param {readonly SecurityRow[]} rows
 * @param {string} folder of a lane that ran whole
 * @param {readonly import('./results.mjs').ReportedTest[]} tests what ran in it
 */
export function unproven(rows, folder, tests) {
  return rows
    .filter(({ test }) => test.startsWith(`${folder}/`))
    .filter(({ test, title }) => {
      const named = tests.filter(
        ({ file, name }) => name.includes(title) && (file.endsWith(test) || test.endsWith(`/${file}`)),
      );
      return named.length === 0 || named.some(({ passed }) => !passed);
    });
}
