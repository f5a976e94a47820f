import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** For each file of src, the files of src that it imports, types included. */
function importsByFile(): ReadonlyMap<string, readonly string[]> {
  const paths = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(src, path));
  const inSrc = new Set(paths);
  return new Map(
    paths.map((path) => {
      const names = readFileSync(path, 'utf8').matchAll(/(?:\bfrom|\bimport\(|^import) ?'([.#][^']+)'/gm);
      const files = [...names].map(([, name = '']) =>
        name.startsWith('#') ? join(src, name.slice(1)) : resolve(path, '..', name),
      );
      return [path, files.filter((file) => inSrc.has(file))];
    }),
  );
}

/** The imports from which a way of imports leads back. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const below = new Map([...imports.keys()].map((file) => [file, reachedFrom(file, imports)]));
  return [...imports].flatMap(([from, files]) =>
    files
      .filter((to) => below.get(to)?.has(from))
      .map((to) => `${relative(src, from)} > ${relative(src, to)}`.replaceAll(sep, '/')),
  );
}

function reachedFrom(file: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set([file]);
  for (const next of reached) for (const found of imports.get(next) ?? []) reached.add(found);
  return reached;
}

it('no files import each other in a circle, not even for a type', () => {
  const imports = importsByFile();
  expect([...imports.values()].flat().length).toBeGreaterThan(imports.size);
  expect(circles(imports)).toEqual([]);
});

/** Where programs of ours begin, as the build is told. */
const beginnings = [
  'main/main.ts',
  'main/system/files/electron-reader.ts',
  'preload/preload.ts',
  'renderer/finder/main.tsx',
  'renderer/settings/main.tsx',
  'renderer/setup/main.tsx',
];

it('every file but those with which a program begins is imported by another one', () => {
  const imports = importsByFile();
  const imported = new Set([...imports.values()].flat());
  const left = [...imports.keys()].filter((path) => !imported.has(path));
  expect(left.map((path) => relative(src, path).replaceAll(sep, '/')).sort()).toEqual(beginnings);
});
