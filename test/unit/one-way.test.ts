import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultSettings } from '#shared/settings/settings.ts';

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

// What CONTRIBUTING lists under "How to add a source of customers" and "How to add a setting".
it.each([
  [
    'contracts',
    [
      'main/compose/customers.ts',
      'main/customers/sources/contracts.ts',
      'shared/customer/customer.ts',
      'shared/settings/permissions.ts',
    ],
  ],
])('a source such as %s is named in no more places than CONTRIBUTING lists', (source, places) => {
  expect(holding(new RegExp(`'${source}'|\\b${source}:|/${source}\\.ts'`)).sort()).toEqual(places);
});

it('a list of settings stands in no more places than CONTRIBUTING lists', () => {
  const names = Object.keys(defaultSettings);
  const listed = (text: string) =>
    names.filter((name) => new RegExp(`^ +(?:readonly )?${name}[:,]`, 'm').test(text)).length;
  const listing = files.filter(({ text }) => listed(text) > names.length / 2);
  expect(listing.map(({ path }) => path).sort()).toEqual([
    'main/desktop/ipc/command-schema.ts',
    'main/state/settings/setting-schemas.ts',
    'shared/settings/settings.ts',
  ]);
});
