import { expect, test } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { changeAnnotation } from '../../../../../src/main/customers/annotations/change-annotation.ts';
import { annotationLimits } from '#shared/customer/annotation-limits.ts';
import type { Annotation, AnnotationChange } from '#shared/customer/customer.ts';
import { annotationChanges } from '../../../support/annotations.ts';

function changed(before: Annotation, change: AnnotationChange): Annotation {
  const after = changeAnnotation(before, change);
  if (!after.ok) throw new Error(after.error.kind);
  return after.value;
}

test('a change touches what it names and nothing else', () => {
  const before = { name: 'Mine', tags: ['gold'], note: 'Call first', fromNewer: 7 } as Annotation;
  expect(changed(before, { name: null, favourite: true })).toEqual({
    tags: ['gold'],
    note: 'Call first',
    favourite: true,
    fromNewer: 7,
  });
});

test.each<[string, AnnotationChange, Annotation]>([
  ['a name is one line', { name: ' Con\u202Etoso\r\n\u0000Ltd ' }, { name: 'Contoso Ltd' }],
  ['half a character goes', { name: 'Contoso \uD83D' }, { name: 'Contoso' }],
  ['a blank name is none', { name: ' \u200B ' }, {}],
  [
    'a note keeps its lines',
    { note: ' Ring\r\nAnne \r\n\r\n\tat 9\u202E ' },
    { note: 'Ring\nAnne\n\n at 9' },
  ],
  ['each alias once', { aliases: ['CT', ' CT ', '', 'Con, toso'] }, { aliases: ['CT', 'Con, toso'] }],
  ['tags typed in one go', { tags: ['#gold, france', 'gold;'] }, { tags: ['gold', 'france'] }],
  ['false is nothing', { favourite: false, hidden: false }, {}],
  ['an empty list is none', { tags: [], links: [], aliases: [' '] }, {}],
  ['an instruction without words is none', { instruction: { text: ' ', atLaunch: true } }, {}],
  ['a colour', { colour: ' 036BB9' }, { colour: '#036bb9' }],
  [
    'links',
    {
      links: [
        { name: ' Access\u202E ', url: ' https://MyAccess.microsoft.com/@contoso.com ' },
        { name: '', url: 'https://wiki.example/a;b' },
      ],
    },
    {
      links: [
        { name: 'Access', url: 'https://myaccess.microsoft.com/@contoso.com' },
        { name: 'wiki.example', url: 'https://wiki.example/a;b' },
      ],
    },
  ],
])('%s', (_what, change, after) => {
  expect(changed({}, change)).toEqual(after);
});

test.each([
  'http://wiki.example/',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'https://user@wiki.example/',
  'https://wiki.example\\@evil.example/',
  'https://wiki.еxample/',
  'https://wiki.example/\u202Efdp.exe',
  'wiki.example',
  `https://wiki.example/${'x'.repeat(annotationLimits.link)}`,
])('a link that is not plain https is refused: %s', (url) => {
  expect(changeAnnotation({}, { links: [{ name: 'x', url }] })).toMatchObject({
    error: { kind: 'custom-link-invalid' },
  });
});

test.each<[AnnotationChange, string]>([
  [{ name: 'x'.repeat(annotationLimits.name + 1) }, 'annotation-too-long'],
  [{ note: 'x'.repeat(annotationLimits.note + 1) }, 'annotation-too-long'],
  [{ tags: ['x'.repeat(annotationLimits.tag + 1)] }, 'annotation-too-long'],
  [
    { instruction: { text: 'x'.repeat(annotationLimits.instruction + 1), atLaunch: false } },
    'annotation-too-long',
  ],
  [
    { aliases: Array.from({ length: annotationLimits.aliases + 1 }, (_, row) => `a${row}`) },
    'annotation-too-many',
  ],
  [{ colour: 'red' }, 'colour-invalid'],
  [{ colour: '#12345' }, 'colour-invalid'],
])('what is too much or no colour is refused rather than cut: %j', (change, kind) => {
  expect(changeAnnotation({ name: 'Mine' }, change)).toMatchObject({ ok: false, error: { kind } });
});

test('what has been cleaned stays as it is when it is cleaned again', () => {
  fc.assert(
    fc.property(annotationChanges, (change) => {
      const once = changeAnnotation({}, change);
      if (once.ok) expect(changeAnnotation({}, once.value)).toEqual(once);
    }),
  );
});
