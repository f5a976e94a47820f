import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const [, tree = ''] = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8').split('## The tree');
const [, drawn = ''] = tree.split('```');

it.each(['shared', 'main', 'renderer'])('ARCHITECTURE draws every folder of src/%s', (zone) => {
  const folders = readdirSync(join(root, 'src', zone), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(folders.length).toBeGreaterThan(4);
  expect(folders.filter((name) => !new RegExp(`\\b${name}\\b`).test(drawn))).toEqual([]);
});
