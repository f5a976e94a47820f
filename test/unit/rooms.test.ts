import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../src/main');

/** The wings of src/main from the ground up: each imports from those before it, and from none behind it. */
const wings = [
  'system',
  'identity',
  'customers',
  'browsers',
  'state',
  'access',
  'incidents',
  'desktop',
  'commands',
  'entry',
  'compose',
  'main.ts',
];
/** Wings that hold several ideas: their rooms keep to one direction among each other too. */
const divided = ['system', 'identity', 'state', 'desktop'];

/** The path of a file below src/main, cut to its first folders. */
const roomOf = (path: string, depth: number): string =>
  relative(main, path).split(sep).slice(0, depth).join('/');

/** For each wing, or each room of a wing where the depth is 2, those it imports from. */
function imports(depth: number): ReadonlyMap<string, ReadonlySet<string>> {
  const rooms = new Map<string, Set<string>>();
  for (const file of readdirSync(main, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !file.name.endsWith('.ts')) continue;
    const path = join(file.parentPath, file.name);
    const from = roomOf(path, depth);
    const room = rooms.get(from) ?? new Set();
    rooms.set(from, room);
    for (const [, name = ''] of readFileSync(path, 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)) {
      const other = resolve(dirname(path), name);
      if (other.startsWith(main + sep) && roomOf(other, depth) !== from) room.add(roomOf(other, depth));
    }
  }
  return rooms;
}

it('every folder of src/main has its place in the order of the wings', () => {
  expect([...imports(1).keys()].sort()).toEqual([...wings].sort());
});

it.each(wings)('%s imports only from wings below it', (wing) => {
  const below = wings.slice(0, wings.indexOf(wing));
  expect([...(imports(1).get(wing) ?? [])].filter((other) => !below.includes(other))).toEqual([]);
});

it('rooms import each other in one direction only', () => {
  const rooms = new Map(
    [...imports(2)].filter(([room]) => divided.some((wing) => room.startsWith(`${wing}/`))),
  );
  expect(rooms.size).toBeGreaterThan(divided.length);
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
  ['system/process', []],
  ['system/log', []],
  ['identity/secrets', []],
  ['system/storage', ['system/process']],
  ['state/journal', ['system/storage']],
  ['state/usage', ['system/storage']],
])('%s stands on nothing but %s', (room, below) => {
  expect([...(imports(2).get(room) ?? [])].sort()).toEqual(below);
});
