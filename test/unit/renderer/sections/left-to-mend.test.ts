import { expect, test } from 'vitest';
import { leftToMend } from '../../../../src/renderer/sections/left-to-mend.ts';
import type { ImportReport } from '#shared/commands/command.ts';
import { problem } from '#shared/problems/problem.ts';

function reportOf(lines: readonly number[], count = lines.length): ImportReport {
  const refused = lines.map((line) => ({
    line,
    column: null,
    text: '',
    problem: problem('link-unknown', { text: '' }),
  }));
  const about = { duplicates: 0, told: [], readAs: null };
  return { added: 1, updated: 0, unchanged: 0, refused, refusedCount: count, ...about };
}

test.each([
  ['nothing when all was taken', 'contoso.com\nfabrikam.com', reportOf([]), ''],
  [
    'the refused lines of a list',
    'contoso.com\r\nnonsense\r\n\r\n???\rfabrikam.com',
    reportOf([2, 4]),
    'nonsense\n???',
  ],
  ['the first line when it was refused', 'nonsense\ncontoso.com', reportOf([1]), 'nonsense'],
  ['a heading too', 'Name;Tenant ID\nA;contoso.com\nB;12', reportOf([3]), 'Name;Tenant ID\nB;12'],
  [
    'all of a JSON text',
    '[{"tenantId":"12"},\n{"domain":"contoso.com"}]',
    reportOf([1]),
    '[{"tenantId":"12"},\n{"domain":"contoso.com"}]',
  ],
  [
    'all of a table with a cell over two lines',
    'Name;Domain\n"A\nB";x\nC;contoso.com',
    reportOf([2]),
    'Name;Domain\n"A\nB";x\nC;contoso.com',
  ],
  ['all when more was refused than is told', 'x\ny\ncontoso.com', reportOf([1], 2), 'x\ny\ncontoso.com'],
])('what is left to mend is %s', (_what, text, report, left) => {
  expect(leftToMend(text, report)).toBe(left);
});
