import { describe, expect, it } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { coreOf, lookAlikeKey } from '#shared/search/core.ts';
import { dropAnd, fold, foldText, umlautAsTwo, wordsOf } from '#shared/search/normalise.ts';

const core = (name: string): string => {
  const folded = fold(name);
  const { start, end } = coreOf(folded);
  return folded.text.slice(start, end);
};

describe('fold', () => {
  it.each([
    ['Société Générale', 'societegenerale'],
    ['Straßenbau Øst', 'strassenbauost'],
    ['ŁÓDŹ', 'lodz'],
    ['Æther Œuvre', 'aetheroeuvre'],
    ['İstanbul ISPARTA', 'istanbulisparta'],
    ['Ελληνικά Πετρέλαιας', 'ελληνικαπετρελαιασ'],
    ['Ёлка', 'елка'],
    ['ＡＢＣ１２', 'abc12'],
    ["McDonald's", 'mcdonalds'],
    ['O’Reilly', 'oreilly'],
    ['AT&T', 'atandt'],
    ['東京電力', '東京電力'],
    ['हिन्दी', 'हिन्दी'],
    ['e\u0301te\u0301', 'ete'],
  ])('%s becomes %s', (name, folded) => {
    expect(fold(name).text).toBe(folded);
  });

  it('keeps signs when a name has nothing else, so that no key is empty', () => {
    expect(fold('★ ★').text).toBe('★★');
    expect(fold('   ').text).toBe('');
  });

  it('knows where words begin', () => {
    expect(wordsOf(fold('Bank of America, N.A.'))).toEqual(['bank', 'of', 'america', 'na']);
    expect(wordsOf(fold('J.B. Hunt'))).toEqual(['jb', 'hunt']);
    expect(fold('GameStop').starts).toEqual([0, 4]);
  });

  it('leads each letter back to the character it came from', () => {
    const folded = fold('Groß & Co');
    const end = folded.text.indexOf('and');
    expect(folded.to[end - 1]).toBe(4);
    expect(folded.from[end]).toBe(5);
  });

  it('reads "and" and umlauts the other way when asked', () => {
    expect(fold('Johnson & Johnson', dropAnd).text).toBe('johnsonjohnson');
    expect(fold('Smith and Wesson', dropAnd).text).toBe('smithwesson');
    expect(fold('Müller', umlautAsTwo).text).toBe('mueller');
  });
});

describe('the core of a name', () => {
  it.each([
    ['Contoso Ltd', 'contoso'],
    ['Contoso GmbH & Co. KG', 'contoso'],
    ['Contoso, Inc.', 'contoso'],
    ['Contoso S.A. de C.V.', 'contoso'],
    ['Contoso Sp. z o.o.', 'contoso'],
    ['Contoso Pty Ltd', 'contoso'],
    ['Contoso Sdn. Bhd.', 'contoso'],
    ['Contoso Co., Ltd.', 'contoso'],
    ['Contoso A/S', 'contoso'],
    ['Contoso K.K.', 'contoso'],
    ['株式会社コントソ', 'コントソ'],
    ['コントソ株式会社', 'コントソ'],
    ['(株)コントソ', 'コントソ'],
    ['北京微软有限公司', '北京微软'],
    ['ООО Газпром', 'газпром'],
    ['PT Telkom Tbk', 'telkom'],
    ['The Home Depot', 'homedepot'],
    ['Estée Lauder (The)', 'esteelauder'],
  ])('%s is %s', (name, expected) => {
    expect(core(name)).toBe(expected.normalize('NFKD'));
  });

  it('is never empty', () => {
    for (const name of ['Inc.', 'S.A.', 'Co. Ltd', 'The', 'GmbH & Co. KG', '株式会社'])
      expect(core(name)).not.toBe('');
  });

  it('keeps letters that only look like a legal form', () => {
    expect(core('SE Health')).toBe('sehealth');
    expect(core('Costco')).toBe('costco');
    expect(core('株主総会')).toBe('株主総会');
  });

  it('leaves "Group" out only where look-alikes are compared', () => {
    expect(core('Contoso Group')).toBe('contosogroup');
    expect(lookAlikeKey(fold('Contoso Group Holdings plc'))).toBe('contoso');
    expect(lookAlikeKey(fold('Group'))).toBe('group');
  });
});

it('a name’s text alone is the same text', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
    fc
      .array(fc.constantFrom('&', "'", 'S.A.', ' and ', 'É', 'x'), { maxLength: 90 })
      .map((parts) => parts.join('')),
  );
  fc.assert(fc.property(name, (source) => foldText(source) === fold(source).text));
});
