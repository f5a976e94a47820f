import { readFile, writeFile } from 'node:fs/promises';
import { completeMsiProject } from './lib/msi-project.mjs';

/** Called by electron-builder once the project of the MSI is written and before it is compiled. @param {string} path */
export default async function msiProjectCreated(path) {
  await writeFile(path, completeMsiProject(await readFile(path, 'utf8')));
}
