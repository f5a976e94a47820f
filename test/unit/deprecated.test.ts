import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** What is used although its makers call it outdated, and how often. Lint refuses any other use: the newest Electron cannot run here. */
const known: Readonly<Record<string, number>> = {
  'src/main/compose/finder-page.ts': 1,
  'src/main/identity/secrets/safe-storage-vault.ts': 4,
  'src/renderer/ui/keyboard.ts': 1,
};

it('lint refuses what is outdated, in all that ships', () => {
  const lint = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as {
    readonly rules: Readonly<Record<string, unknown>>;
    readonly overrides: readonly {
      readonly files: readonly string[];
      readonly rules: Readonly<Record<string, unknown>>;
    }[];
  };
  expect(lint.rules['typescript/no-deprecated']).toBe('error');
  const weaker = lint.overrides.filter(({ rules }) => 'typescript/no-deprecated' in rules);
  expect(weaker.flatMap(({ files }) => files).filter((file) => !file.startsWith('test/'))).toEqual([]);
});

it('each use of something outdated says why, and there are no others', () => {
  const found: Record<string, number> = {};
  for (const entry of readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.tsx?$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const lines = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => /oxlint-disable.*(no-deprecated|\*\/$)|oxlint-disable$/.test(line));
    for (const line of lines)
      expect(line, path).toMatch(/oxlint-disable-next-line typescript\/no-deprecated -- \S.{15,}/);
    if (lines.length > 0) found[path.slice(root.length + 1).replaceAll(sep, '/')] = lines.length;
  }
  expect(found).toEqual(known);
});
