import { expect, it } from 'vitest';
import { speak } from '#shared/locales/speak.ts';

const texts = {
  plain: 'Settings',
  greeting: 'Hello {{name}}, from {{ place }}{{name}}',
  few: '{{count, number}} of {{most, number}}',
  page_one: '{{count, number}} page',
  page_many: '{{count, number}} de pages',
  page_other: '{{count, number}} pages',
  until: 'until {{until, datetime(timeStyle: short)}}',
  strange: '{{until, currency(EUR)}}',
};
const en = speak('en', texts);
const fr = speak('fr', texts);

it('a text, or its key where there is none', () => {
  expect(en('plain')).toBe('Settings');
  expect(en('missing.key')).toBe('missing.key');
  // Nothing that every object has is a text, or a value.
  expect(en('toString')).toBe('toString');
  expect(speak('en', { text: 'a{{toString}}b' })('text')).toBe('ab');
});

it('values stand as they are, each as often as it is named, and are read no further', () => {
  expect(speak('en', { text: '{{a}}, {{b}} and {{a}}' })('text', { a: '{{b}}', b: '$t(plain)' })).toBe(
    '{{b}}, $t(plain) and {{b}}',
  );
  expect(speak('en', { text: 'It is {{a}}.' })('text')).toBe('It is .');
  expect(speak('en', { text: '<b>{{a}}</b> $& {{a' })('text', { a: '<i>&' })).toBe('<b><i>&</b> $& {{a');
});

it('numbers and times as the language writes them', () => {
  expect(en('few', { count: '3', most: 12_345.5 })).toBe('3 of 12,345.5');
  expect(fr('few', { count: '3', most: 12_345.5 })).toMatch(/^3 of 12\s345,5$/u);
  const noon = new Date(2026, 0, 1, 13, 5).getTime();
  expect(en('until', { until: noon })).toMatch(/^until 1:05\sPM$/u);
  expect(fr('until', { until: noon })).toBe('until 13:05');
  expect(en('few', { count: 'x', most: 'many' })).toBe('x of many');
  expect(en('until', { until: 'tonight' })).toBe('until tonight');
  expect(() => en('strange', { until: 1 })).toThrow(RangeError);
});

it('a count that is a number chooses the plural of the language', () => {
  const pages = (language: typeof en) => [0, 1, 2, 1_000_000].map((count) => language('page', { count }));
  expect(pages(en)).toEqual(['0 pages', '1 page', '2 pages', '1,000,000 pages']);
  expect(pages(fr)).toEqual(['0 page', '1 page', '2 pages', expect.stringMatching(/^1\s000\s000 de pages$/u)]);
  expect(en('plain', { count: 2 })).toBe('Settings');
});
