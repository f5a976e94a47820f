import { readFile } from 'node:fs/promises';

/**
 * A JSON file, or undefined when there is none or it cannot be read. The caller says in a cast what it expects.
 * @param {string} file
 * @returns {Promise<unknown>}
 */
export async function readJson(file) {
  try {
    return /** @type {unknown} */ (JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
