import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lanes } from '../../tools/lib/lanes.mjs';
import { readMutants } from '../../tools/lib/mutants.mjs';

const root = join(import.meta.dirname, '../..');

// npm run test:mutants takes long and runs on demand. This keeps its data true at every run.
it.each([...(await readMutants())])('$topic: $promise', ({ file, search, replace, lane, test }) => {
  expect(readFileSync(join(root, file), 'utf8').split(search)).toHaveLength(2);
  expect(replace).not.toBe(search);
  expect(existsSync(join(root, test))).toBe(true);
  expect(lanes().find(({ name }) => name === lane)?.folder).toBe(test.split('/').slice(0, 2).join('/'));
});
