import { expect, test } from 'vitest';
import { accessEnd, accessEndText } from '#shared/access/access-end.ts';
import { translator } from '#shared/locales/messages.ts';

const now = Date.parse('2030-01-10T12:00:00Z');
const ended = { kind: 'ended' };

test.each([
  ['nothing that is known to end', undefined, undefined],
  ['what is no time', 'soon', undefined],
  ['an end a month and a second away', '2030-02-09T12:00:01Z', undefined],
  ['an end thirty days away', '2030-02-09T12:00:00Z', { kind: 'ending', days: 30 }],
  ['an end tomorrow', '2030-01-11T12:00:00Z', { kind: 'ending', days: 1 }],
  ['an end in an hour', '2030-01-10T13:00:00Z', { kind: 'ending', days: 1 }],
  ['an end in another time zone', '2030-01-10T13:00:00+02:00', ended],
  ['an end that is now', '2030-01-10T12:00:00Z', ended],
  ['an end long ago', '2024-02-10T11:24:42Z', ended],
])('%s', (_what, ends, expected) => {
  expect(accessEnd(ends, now)).toEqual(expected);
});

test.each([
  ['2030-01-11T12:00:00Z', 'Access ends in 1 day', 'L’accès prend fin dans 1 jour'],
  ['2030-01-22T12:00:00Z', 'Access ends in 12 days', 'L’accès prend fin dans 12 jours'],
  ['2030-01-01T12:00:00Z', 'Access has ended', 'L’accès a pris fin'],
  ['2031-01-01T12:00:00Z', undefined, undefined],
])('%s in words', (ends, english, french) => {
  expect(accessEndText(translator('en'), ends, now)).toBe(english);
  expect(accessEndText(translator('fr'), ends, now)).toBe(french);
});
