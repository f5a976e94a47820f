import { execFile } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import { failures, playwrightTests, vitestTests } from '../../../tools/lib/results.mjs';
import { itOnUnix } from '../../support/systems.ts';
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');
const because = 'Reads the report of a runner, which is the same wherever it runs.';

let place: string;
beforeEach(async () => {
  place = await temporaryFolder('tidegate-failures-');
  await mkdir(join(place, 'test'));
  await symlink(join(root, 'node_modules'), join(place, 'node_modules'));
});
afterEach(() => removeFolder(place));

/** Writes the tests, runs them, and gives the runner's report. */
async function reportOf(
  runner: readonly string[],
  tests: Readonly<Record<string, string>>,
): Promise<unknown> {
  for (const [name, code] of Object.entries(tests)) await writeFile(join(place, 'test', name), code);
  const [script = '', ...rest] = runner;
  const args = [join(root, 'node_modules', script), ...rest];
  const env = { PATH: process.env['PATH'], PLAYWRIGHT_JSON_OUTPUT_NAME: 'report.json' };
  await new Promise((resolve) => execFile(process.execPath, args, { cwd: place, env }, resolve));
  return JSON.parse(await readFile(join(place, 'report.json'), 'utf8'));
}

itOnUnix({ because })('a failed test of Vitest is named, with what it says', async () => {
  const report = await reportOf(
    ['vitest/vitest.mjs', 'run', '--reporter=json', '--outputFile.json=report.json', '--configLoader=runner'],
    {
      'sum.test.ts': `import { describe, expect, it } from 'vitest';
describe('a sum', () => {
  it('is right', () => expect(1 + 1).toBe(2));
  it('is wrong', () => expect(1 + 1).toBe(3));
});`,
      'broken.test.ts': `import { nothing } from './missing.ts'; nothing();`,
    },
  );
  const [first = '', second = '', ...more] = failures('unit', vitestTests(report)).toSorted();
  expect(first).toMatch(
    /^FAILED in unit: test\/broken\.test\.ts: the file as a whole\n {4}.*Cannot find module/,
  );
  expect(second).toMatch(/^FAILED in unit: test\/sum\.test\.ts: a sum is wrong\n {4}.*expected 2 to be 3/);
  expect(more).toEqual([]);
});

itOnUnix({ because })('a failed test of Playwright is named, with what it says', async () => {
  const report = await reportOf(['@playwright/test/cli.js', 'test', '--reporter=json'], {
    'sum.test.ts': `import { expect, test } from '@playwright/test';
test.describe('a sum', () => {
  test('is right', () => expect(1 + 1).toBe(2));
  test('is wrong', () => expect(1 + 1).toBe(3));
});`,
  });
  const [first = '', ...more] = failures('e2e', playwrightTests(report));
  expect(first).toMatch(/^FAILED in e2e: .*sum\.test\.ts: .*a sum is wrong\n {4}Error: expect/);
  expect(first).toContain('Expected: 3');
  expect(more).toEqual([]);
});
