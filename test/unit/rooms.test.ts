import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/main');

/** Which room of src/main a file is in: its folder, or its own name where it lies in none. */
const roomOf = (path: string): string => relative(main, path).split(sep, 1)[0] ?? '';

/** For each room the rooms it imports from. */
function imports(): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const file of readdirSync(main, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith('.ts')) continue;
    const path = join(file.parentPath, file.name);
    const room = rooms.get(roomOf(path)) ?? new Set();
    rooms.set(roomOf(path), room);
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      const other = resolve(dirname(path), name);
      if (other.startsWith(main + sep) && roomOf(other) !== roomOf(path)) room.add(roomOf(other));
    }
  }
  return rooms;
}

it('rooms import each other in one direction only', () => {
  const rooms = imports();
  const cycles: string[] = [];
  const follow = (path: readonly string[]): void => {
    for (const next of rooms.get(path.at(-1) ?? '') ?? []) {
      if (next === path[0]) cycles.push([...path, next].join(' > '));
      else if (!path.includes(next)) follow([...path, next]);
    }
  };
  for (const room of rooms.keys()) follow([room]);
  expect(cycles).toEqual([]);
});

it.each([
  ['process', []],
  ['log', []],
  ['secrets', []],
  ['storage', ['process']],
  ['journal', ['storage']],
  ['usage', ['storage']],
])('%s stands on nothing but %s', (room, below) => {
  expect([...(imports().get(room) ?? [])].sort()).toEqual(below);
});
