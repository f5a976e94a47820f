import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop } from './log.mjs';

// The packager's `latest*.yml`. It is read by its lines: where a release is collected there may be no package that reads YAML.

/** @param {string} name of a file of a release. @returns {boolean} whether it describes the others to the updater */
export function isNotice(name) {
  return /^latest(-mac|-linux(-arm64)?)?\.yml$/.test(name);
}

/**
 * Writes the size of each file into the folder's notices: Tidegate takes no update without, and the packager leaves it out where
 * it makes no block map. A notice that names no file is left as it is, unless there is a feed that it is for.
 * Errors: a Stop where a notice names a file that is not in the folder, or is another one than it says.
 * @param {string} folder @param {readonly string[]} names of the files in it @param {boolean} hasFeed
 */
export async function completeNotices(folder, names, hasFeed) {
  for (const name of names.filter(isNotice)) {
    const path = join(folder, name);
    const text = await readFile(path, 'utf8');
    const { after, before, files } = parts(text);
    if (files.length === 0 && (hasFeed || before.includes('files:')))
      throw new Stop(`${name} names no file, so that nobody gets an update by it.`);
    const lines = [];
    for (const file of files) lines.push(...(await sized(file, { folder, name, names })));
    if (files.length > 0) await writeFile(path, [...before, ...lines, ...after].join('\n'));
  }
}

/**
 * @param {string} text
 * @returns {{before: readonly string[], files: readonly (readonly string[])[], after: readonly string[]}} lines: those of each
 * file, and the rest
 */
function parts(text) {
  const lines = text.split(/\r?\n/);
  const start = lines.indexOf('files:') + 1;
  if (start === 0) return { before: lines, files: [], after: [] };
  const inside = lines.slice(start).findIndex((line) => !/^( |- )/.test(line));
  const end = inside === -1 ? lines.length : start + inside;
  /** @type {string[][]} */
  const files = [];
  for (const line of lines.slice(start, end)) {
    if (/^ *- /.test(line)) files.push([]);
    files.at(-1)?.push(line);
  }
  return { before: lines.slice(0, start), files, after: lines.slice(end) };
}

/**
 * The lines of a file with its size, whatever they said of that.
 * @param {readonly string[]} lines
 * @param {{folder: string, name: string, names: readonly string[]}} of `name`: the notice's
 */
async function sized(lines, { folder, name, names }) {
  const url = valueOf(lines, 'url');
  if (url === undefined) throw new Stop(`${name} has a file without a name.`);
  if (!names.includes(url)) throw new Stop(`${name} names ${url}, which is not among the packages.`);
  const { sha512, size } = await measure(join(folder, url));
  if (valueOf(lines, 'sha512') !== sha512)
    throw new Stop(`${url} is not the file that ${name} describes: its SHA-512 is another.`);
  const indent = ' '.repeat((lines[0] ?? '').search(/[^ -]/));
  return [...lines.filter((line) => !line.startsWith(`${indent}size:`)), `${indent}size: ${size}`];
}

/** @param {readonly string[]} lines of one file @param {string} key @returns {string | undefined} */
function valueOf(lines, key) {
  const found = lines.map((line) => /^[ -]*(\w+): +(.+?) *$/.exec(line)).find((match) => match?.[1] === key);
  const value = found?.[2];
  if (value?.startsWith("'") === true) return value.slice(1, -1).replaceAll("''", "'");
  return value?.startsWith('"') === true ? String(JSON.parse(value)) : value;
}

/** @param {string} path @returns {Promise<{size: number, sha512: string}>} */
async function measure(path) {
  const hash = createHash('sha512');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    const bytes = /** @type {Buffer} */ (chunk);
    size += bytes.length;
    hash.update(bytes);
  }
  return { size, sha512: hash.digest('base64') };
}
