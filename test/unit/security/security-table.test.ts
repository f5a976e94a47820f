import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const rows = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map((columns) => ({ rule: columns[0], columns }));

/** The paths that a cell names. A short one lies beside, or above, the one before it. */
function pathsIn(cell = ''): readonly string[] {
  const paths: string[] = [];
  for (const [, name = ''] of cell.matchAll(/`([\w./-]+)`/g)) {
    let folder = dirname(paths.at(-1) ?? '');
    while (folder !== '.' && !existsSync(join(root, folder, name))) folder = dirname(folder);
    const path = join(folder, name);
    if (existsSync(join(root, path))) paths.push(path);
    else if (name.includes('/') || /\.\w+$/.test(name)) throw new Error(`${name} is not there.`);
  }
  return paths;
}

function textOf(path: string): string {
  const whole = join(root, path);
  if (!statSync(whole).isDirectory()) return readFileSync(whole, 'utf8');
  return readdirSync(whole)
    .map((name) => textOf(join(path, name)))
    .join('\n');
}

describe.each(rows)('$rule', ({ columns }) => {
  const [, files, tests] = columns;
  it('has three columns', () => {
    expect(columns).toHaveLength(3);
  });

  it('is marked where it is kept', () => {
    const code = pathsIn(files).filter((path) => !/\.(json|yml)$/.test(path));
    expect(pathsIn(files)).not.toEqual([]);
    expect(code.filter((path) => !textOf(path).includes('SECURITY:'))).toEqual([]);
  });

  it('has a test', () => {
    expect(pathsIn(tests).filter((path) => path.startsWith('test/') || path === '.ci/run')).not.toEqual([]);
  });
});
