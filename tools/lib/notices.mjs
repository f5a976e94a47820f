import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';

/** What Vite lists of a package whose code is in a build. @typedef {{name: string, version: string, identifier?: string, text?: string}} Licensed */

/**
 * The packages whose code is in the built application, each once, by title.
 * @param {string} built the folder `out`
 * @returns {Promise<readonly [string, Licensed][]>}
 */
export async function bundledPackages(built) {
  const names = await readdir(built, { recursive: true });
  const lists = names.filter((name) => /third-party[\w-]*\.json$/.test(name));
  if (lists.length === 0) throw new Error(`${built} holds no list of licences: build first.`);
  /** @type {Map<string, Licensed>} */
  const packages = new Map();
  for (const list of lists) {
    const text = await readFile(join(built, list), 'utf8');
    for (const each of /** @type {Licensed[]} */ (JSON.parse(text))) packages.set(titleOf(each), each);
  }
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * The licences of all packages whose code is in the built application, as their authors ask for: one text for people.
 * @param {string} built the folder `out`
 * @returns {Promise<string>}
 */
export async function thirdPartyNotices(built) {
  const sorted = await bundledPackages(built);
  const sections = await Promise.all(
    sorted.map(async ([title, licensed]) => section(title, await textOf(licensed))),
  );
  return [introduction, ...sections].join('\n');
}

/** @param {Licensed} licensed */
async function textOf(licensed) {
  const { text } = licensed;
  return text === undefined || text === '' ? usualText(licensed) : text;
}

/**
 * The text of a package that names its licence and its author and brings no text: for MIT the usual one, which is ours too, in its
 * author's name. Nothing for any other.
 * @param {Licensed} licensed @returns {Promise<string | undefined>}
 */
async function usualText({ name, identifier }) {
  if (identifier !== 'MIT') return undefined;
  const path = join(repositoryRoot, 'node_modules', name, 'package.json');
  const { author } = /** @type {{author?: string | {name?: string}}} */ (
    JSON.parse(await readFile(path, 'utf8'))
  );
  const holder = typeof author === 'string' ? author : author?.name;
  if (!holder) return undefined;
  const own = await readFile(join(repositoryRoot, 'LICENSE'), 'utf8');
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

const line = '='.repeat(80);
const introduction = `Tidegate contains code of the packages below, under these licences. Electron's own licence is in LICENSE.electron.txt,
those of Chromium and what it contains in LICENSES.chromium.html.
`;

/** @param {Licensed} licensed */
function titleOf({ name, version, identifier }) {
  return `${name} ${version} (${identifier ?? 'no identifier'})`;
}

/** @param {string} title @param {string | undefined} text */
function section(title, text) {
  if (!text) throw new Error(`${title} has no text of its licence: it cannot be shipped like this.`);
  return `${line}\n${title}\n${line}\n\n${text.trim()}\n`;
}
