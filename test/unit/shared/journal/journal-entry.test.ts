import { expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { readJournalLine } from '#shared/journal/journal-entry.ts';
import { aTenantId } from '../../support/samples.ts';

const tenantId = aTenantId();
const whole = {
  at: '2026-11-28T12:00:00.000Z',
  tenantId,
  customer: 'Contoso',
  page: 'incidents',
  outcome: 'started',
  wayIn: 'tray',
  account: 'alice@mssp.example',
};
const read = (line: object) => readJournalLine(JSON.stringify(line));

it('reads a line, whatever else it holds', () => {
  expect(read({ ...whole, url: 'https://security.microsoft.com/', more: {} })).toEqual({
    kind: 'opened',
    ...whole,
    at: Date.parse(whole.at),
    late: false,
  });
  expect(read({ ...whole, outcome: 'browser-failed', late: true })).toMatchObject({ late: true });
});

it('reads lines of earlier versions, which name neither way in nor account, and call the page otherwise', () => {
  const { account: _account, page, wayIn: _wayIn, ...early } = whole;
  expect(read({ ...early, destination: page })).toMatchObject({
    page: 'incidents',
    wayIn: null,
    account: null,
  });
});

it('reads the end of a shift', () => {
  expect(read({ at: whole.at, shiftEnded: true })).toEqual({ kind: 'shift-ended', at: Date.parse(whole.at) });
});

it.each([
  ['cut off', JSON.stringify(whole).slice(0, 60)],
  ['empty', ''],
  ['no object', '[]'],
  ['without a time', JSON.stringify({ ...whole, at: 'yesterday' })],
  ['without a tenant', JSON.stringify({ ...whole, tenantId: 'contoso' })],
  ['without a name', JSON.stringify({ ...whole, customer: 7 })],
  ['without a page', JSON.stringify({ ...whole, page: null })],
  ['without an outcome', JSON.stringify({ ...whole, outcome: '' })],
])('is no line when it is %s', (_what, line) => {
  expect(readJournalLine(line)).toBeUndefined();
});

it('brings no line end, no hidden letter and no endless name out of a file that somebody has changed', () => {
  const line = { ...whole, customer: `Con\ntoso\u202e\u0007${'x'.repeat(1_000)}`, account: 'a\r\nb' };
  const entry = read(line);
  if (entry?.kind !== 'opened') throw new Error('the line can be read');
  expect(entry.customer).toMatch(/^Con toso x+$/);
  expect(entry.customer.length).toBeLessThanOrEqual(200);
  expect(entry.account).toBe('a b');
});

it('any text is read or refused, and never an exception', () => {
  fc.assert(
    fc.property(fc.string(), fc.json(), (text, json) => {
      for (const line of [text, json])
        expect([undefined, 'opened', 'shift-ended']).toContain(readJournalLine(line)?.kind);
    }),
  );
});
