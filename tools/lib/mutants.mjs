import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Stop } from './log.mjs';
import { repositoryRoot } from './paths.mjs';

/**
 * A change of the product that breaks a promise, and the test that has to notice it.
 * @typedef {object} Mutant
 * @property {string} topic the file of test/mutants it stands in
 * @property {string} promise what the product promises, a sentence
 * @property {string} file of the product or its packaging, from the project's root
 * @property {string} search what stands there exactly once
 * @property {string} replace what breaks the promise
 * @property {string} lane in which the test runs
 * @property {string} test its file, from the project's root
 * @property {string} title what its name holds
 */

const folder = join(repositoryRoot, 'test', 'mutants');
const fields = /** @type {const} */ (['promise', 'file', 'search', 'replace', 'lane', 'test', 'title']);

/** All of test/mutants, by topic. @returns {Promise<readonly Mutant[]>} */
export async function readMutants() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = names.map(async (name) => {
    const rows = /** @type {Record<string, unknown>[]} */ (
      JSON.parse(await readFile(join(folder, name), 'utf8'))
    );
    return rows.map((row) => checked({ topic: basename(name, '.json'), ...row }));
  });
  return (await Promise.all(read)).flat();
}

/** @param {Record<string, unknown>} row @returns {Mutant} */
function checked(row) {
  const missing = fields.find((field) => typeof row[field] !== 'string');
  if (missing !== undefined)
    throw new Stop(`A mutant of ${String(row['topic'])} has no ${missing}: ${JSON.stringify(row)}`);
  return /** @type {Mutant} */ (/** @type {unknown} */ (row));
}

/**
 * Breaks one promise in a copy of the project.
 * @param {string} root the copy
 * @param {Mutant} mutant
 * @returns {Promise<() => Promise<void>>} mends it again
 * Errors: a Stop where the text that is searched for does not stand there exactly once.
 */
export async function breakPromise(root, { promise, file, search, replace }) {
  const path = join(root, file);
  const text = await readFile(path, 'utf8');
  const count = text.split(search).length - 1;
  if (count !== 1) {
    throw new Stop(
      `"${promise}" searches ${file} for a text that stands there ${count} times, not once: ${JSON.stringify(search)}\n` +
        'Change the mutant with the code, so that it breaks the promise again.',
    );
  }
  await writeFile(
    path,
    text.replace(search, () => replace),
  );
  return () => writeFile(path, text);
}
