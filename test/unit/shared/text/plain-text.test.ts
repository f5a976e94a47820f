import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { plainText } from '#shared/text/plain-text.ts';

const id = '7c1f0d52-4b7e-4c0a-9a55-0d6c7b8e9f10';

describe('copied text becomes plain', () => {
  it.each([
    ['a zero-width space', `\u200b${id.slice(0, 4)}\u200b${id.slice(4)}`],
    ['a byte order mark and a soft hyphen', `\ufeff${id.slice(0, 10)}\u00ad${id.slice(10)}`],
    ['marks of direction', `\u202a${id}\u202c`],
    ['non-breaking hyphens', id.replaceAll('-', '\u2011')],
    ['hyphens of a page', id.replaceAll('-', '\u2010')],
    ['minus signs', id.replaceAll('-', '\u2212')],
    ['dashes that Word made', id.replaceAll('-', '\u2013')],
    [
      'full-width signs',
      Array.from(id, (sign) =>
        sign === '-' ? '\uff0d' : String.fromCharCode(sign.charCodeAt(0) + 0xfee0),
      ).join(''),
    ],
  ])('an id with %s', (_what, text) => {
    expect(plainText(text)).toBe(id);
  });

  it('makes every space a space and keeps lines and tabs', () => {
    expect(plainText('a\u00a0b\u202fc\u3000d\te\r\nf\u2028g')).toBe('a b c d\te\r\nf\ng');
  });

  it.each(['Contoso – Paris', 'Łódź GmbH', '株式会社ＡＢＣ', 'Ｆｅ', 'Ça va'])(
    'keeps the name %s',
    (name) => {
      expect(plainText(name)).toBe(name);
    },
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(plainText(plainText(text))).toBe(plainText(text));
      }),
    );
  });
});
