import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { longestHuntList, parseHunts } from '../../../../../src/main/state/hunts/parse-hunts.ts';
import { wrongWith } from '../../../../../src/main/state/hunts/hunt-schema.ts';
import { huntLimits } from '#shared/hunts/hunt.ts';

const good = { name: 'Odd logins', query: 'SigninLogs | where T == {tenantId}' };

function parsed(value: unknown) {
  const read = parseHunts(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? read.value : read.error.kind;
}

describe('a team’s list of hunts', () => {
  it('is an array, alone or in an object, with more in it than is asked for', () => {
    const entry = { ...good, author: 'x', __proto__: { name: 'y' } };
    expect(parsed([entry])).toEqual({ hunts: [good] });
    expect(parsed({ version: 1, hunts: [entry] })).toEqual({ hunts: [good] });
    expect(parsed(`\uFEFF${JSON.stringify([good])}`)).toEqual({ hunts: [good] });
    expect(parsed('[]')).toEqual({ hunts: [] });
  });

  it.each(['', '<html>', '{"hunts": 1}', 'null', '"x"', '[{"name": "a", "query": "b"}'])(
    '%s is none',
    (text) => expect(parsed(text)).toBe('team-hunts-unreadable'),
  );

  it('is none when it is longer than all hunts could be', () => {
    const text = JSON.stringify([good]);
    expect(parsed(text.padEnd(longestHuntList))).toEqual({ hunts: [good] });
    expect(parsed(text.padEnd(longestHuntList + 1))).toBe('team-hunts-unreadable');
  });

  it('loses the signs that nobody sees', () => {
    expect(
      parsed([{ name: '\u202EOdd\u200B\nlogins\u0007', query: '\u2066T\u2069\r\n| take\u00A05' }]),
    ).toEqual({
      hunts: [{ name: 'Odd logins', query: 'T\n| take 5' }],
    });
  });

  it.each([
    ['without a name', { query: 'x' }, '2'],
    ['whose name nobody sees', { name: '\u200B', query: 'x' }, '2'],
    ['without a query', { name: 'Bare' }, 'Bare'],
    ['with a number for a query', { name: 'Odd', query: 5 }, 'Odd'],
    ['that is no object', 'text', '2'],
    ['with a name that is taken', { name: 'ODD LOGINS', query: 'x' }, 'ODD LOGINS'],
    ['with a name that only looks new', { name: 'Odd\u200B logins', query: 'x' }, 'Odd logins'],
    [
      'with a name too long',
      { name: 'n'.repeat(huntLimits.name + 1), query: 'x' },
      'n'.repeat(huntLimits.name),
    ],
    ['with a query too long', { name: 'Long', query: 'x'.repeat(huntLimits.query + 1) }, 'Long'],
    ['into which no value can be put', { name: 'Open', query: '" {name}' }, 'Open'],
  ])('leaves out a hunt %s, says so, and keeps the others', (_what, entry, first) => {
    const last = { name: 'Last', query: 'y' };
    expect(parsed([good, entry, last, null])).toEqual({ hunts: [good, last], leftOut: { count: 2, first } });
  });

  it('takes no more than there is room for', () => {
    const many = (count: number, length: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `hunt ${at}`, query: 'x'.repeat(length) }));
    expect(parsed(many(huntLimits.hunts + 7, 1))).toMatchObject({
      hunts: { length: huntLimits.hunts },
      leftOut: { count: 7, first: `hunt ${huntLimits.hunts}` },
    });
    const fit = huntLimits.all / huntLimits.query;
    expect(parsed(many(fit + 3, huntLimits.query))).toMatchObject({
      hunts: { length: fit },
      leftOut: { count: 3 },
    });
  });

  it('gives nothing but hunts that could be kept, whatever is in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('a', 'A', 'a\u200B', '"', "'{name}", '```{domain}```', 'x'.repeat(9_000)),
    );
    const entry = fc.oneof(fc.record({ name: text, query: text }), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), (entries) => {
        const read = parseHunts(JSON.stringify(entries));
        if (!read.ok) throw new Error(read.error.kind);
        const { hunts, leftOut } = read.value;
        expect(wrongWith(hunts)).toBeUndefined();
        expect(hunts.length + (leftOut?.count ?? 0)).toBe(entries.length);
        expect(hunts.every(({ name, query }) => !/\p{Cf}/u.test(name + query) && name !== '')).toBe(true);
      }),
    );
  });
});
