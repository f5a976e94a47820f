import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lanes } from '../../tools/lib/lanes.mjs';
import { readMutants } from '../../tools/lib/mutants.mjs';
import { readSecurityRows, readWindowsRows, unproven } from '../../tools/lib/security-rows.mjs';

const root = join(import.meta.dirname, '../..');
const rows = await readSecurityRows();
const windowsRows = await readWindowsRows();
const mutants = await readMutants();

function textOf(path: string): string {
  const whole = join(root, path);
  if (!statSync(whole).isDirectory()) return readFileSync(whole, 'utf8');
  return readdirSync(whole)
    .map((name) => textOf(join(path, name)))
    .join('\n');
}

describe.each([...rows])('$rule', ({ files, test, title }) => {
  it('is marked where it is kept', () => {
    expect(files).not.toEqual([]);
    const code = files.filter((path) => !/\.(json|yml)$/.test(path));
    expect(code.filter((path) => !textOf(path).includes('SECURITY:'))).toEqual([]);
  });

  it('has a test in a lane that every run has', () => {
    expect(existsSync(join(root, test))).toBe(true);
    expect(lanes().some(({ folder, onDemand }) => test.startsWith(`${folder}/`) && onDemand !== true)).toBe(
      true,
    );
  });

  it('is broken by a mutant that this test notices', () => {
    expect(isBroken(test, title)).toBe(true);
  });
});

// What Windows keeps in another way is proven there, or it is said why it is not.
describe.each([...windowsRows])('on Windows: $rule', ({ rule, proof }) => {
  it('is a rule of the table', () => {
    expect(rows.map((row) => row.rule)).toContain(rule);
  });

  it('has a test there that a mutant breaks, or says why it has none', () => {
    if ('none' in proof) expect(proof.none).toMatch(/^None\b.*: .+/);
    else {
      expect(existsSync(join(root, proof.test))).toBe(true);
      expect(proof.test).toMatch(/^test\/windows\//);
      expect(isBroken(proof.test, proof.title)).toBe(true);
    }
  });
});

function isBroken(test: string, title: string): boolean {
  return mutants
    .filter((mutant) => mutant.test === test)
    .some((mutant) => mutant.title.includes(title) || title.includes(mutant.title));
}

// The tools count a rule as kept when the runner reports its test by name: after each lane.
describe('a rule whose test', () => {
  const rule = { rule: 'kept', files: [], test: 'test/unit/a.test.ts', title: 'keeps it' };
  type Outcome = 'passed' | 'failed' | 'skipped';
  const told = (
    name: string,
    outcome: Outcome,
    { file = '/clone/test/unit/a.test.ts', system }: { file?: string; system?: NodeJS.Platform } = {},
  ) => unproven([rule], 'test/unit', [{ file, name, outcome }], system ?? 'linux');

  it('passed is proven', () => {
    expect(told('a group keeps it', 'passed')).toEqual([]);
    expect(told('a group keeps it', 'passed', { file: 'a.test.ts' })).toEqual([]);
  });
  it('is skipped where only Linux can run it is left to Linux', () => {
    expect(told('a group keeps it (Unix)', 'skipped', { system: 'win32' })).toEqual([]);
    expect(told('a group keeps it (Linux)', 'skipped', { system: 'darwin' })).toEqual([]);
  });
  it.each([
    ['failed', told('a group keeps it', 'failed')],
    ['was skipped on Linux', told('a group keeps it', 'skipped')],
    ['failed on another system', told('a group keeps it', 'failed', { system: 'darwin' })],
    ['is not there on another system', told('keeps nothing', 'passed', { system: 'darwin' })],
    ['has another name', told('keeps nothing', 'passed')],
    ['lies in another file', told('keeps it', 'passed', { file: '/clone/test/unit/b.test.ts' })],
  ])('%s is not', (_what, missing) => {
    expect(missing).toEqual([rule]);
  });
});
