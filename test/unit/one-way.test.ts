import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(src, path), 'utf8') }));

/** Where a pattern stands in the product. */
const holding = (pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

it('the systems are named by one type', () => {
  expect(holding(/'win32' \| 'darwin'|\bNodeJS\.Platform\b/)).toEqual(['shared/platform.ts']);
});

it('which system this is, is narrowed in one place', () => {
  expect(holding(/process\.platform as\b/)).toEqual([]);
  expect(holding(/process\.platform === 'win32' \|\| process\.platform === 'darwin'/)).toEqual([
    'main/system/process/this-platform.ts',
  ]);
});

it('one function says what a JSON object is', () => {
  expect(holding(/=== 'object' && [^?]*!Array\.isArray\(/)).toEqual(['shared/text/json-object.ts']);
});
