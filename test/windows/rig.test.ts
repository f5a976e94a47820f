import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('runs on a Windows', () => {
  expect(process.platform).toBe('win32');
  expect(execFileSync('cmd.exe', ['/c', 'ver'], { encoding: 'utf8' })).toContain('Windows');
  expect(
    readFileSync(join(process.env['TIDEGATE_TEST_PROGRAMS'] ?? '', 'holder.exe')).subarray(0, 2),
  ).toEqual(Buffer.from('MZ'));
});
