import { describe, expect, it } from 'vitest';
import { fc } from '../../../support/fast-check.ts';
import { find, spansOf, wordsIn, type Findable } from '../../../../../src/renderer/settings/search/find.ts';

const setting = (text: string, part: Partial<Findable> = {}): Findable => ({
  page: 'general',
  title: 'General',
  heading: 'Finder',
  text,
  hint: '',
  isControl: true,
  ...part,
});
const texts = (found: readonly Findable[]) => found.map(({ text }) => text);

describe('find', () => {
  it('finds without case and accents, whichever of both has them', () => {
    const all = [setting('Fenêtre de démarrage'), setting('Apparence')];
    for (const query of ['FENETRE', 'fenêtre', 'dému', 'demarr', 'fene\u0302tre'])
      expect(texts(find(all, query))).toEqual(query === 'dému' ? [] : ['Fenêtre de démarrage']);
    expect(texts(find([setting('Demarrage')], 'démarrage'))).toEqual(['Demarrage']);
    expect(texts(find([setting('Fermer l’application')], "l'app"))).toEqual(['Fermer l’application']);
  });

  it('wants every word, wherever each stands', () => {
    const all = [
      setting('Theme', { heading: 'Appearance', hint: 'Light or dark.' }),
      setting('Sync interval', { title: 'Sources' }),
    ];
    expect(texts(find(all, 'dark theme'))).toEqual(['Theme']);
    expect(texts(find(all, 'appearance dark'))).toEqual(['Theme']);
    expect(texts(find(all, 'dark interval'))).toEqual([]);
    expect(texts(find(all, 'sources sync'))).toEqual(['Sync interval']);
  });

  it('puts a name before a sentence, a sentence before a page, the beginning of a word before its middle', () => {
    const all = [
      setting('Other', { title: 'Sign-in' }),
      setting('Another', { hint: 'Needs a sign-in.' }),
      setting('Designing'),
      setting('Sign everyone out'),
    ];
    expect(texts(find(all, 'sign'))).toEqual(['Sign everyone out', 'Designing', 'Another', 'Other']);
  });

  it('puts what can be set before a heading that says the same', () => {
    const all = [setting('Language', { isControl: false }), setting('Language of Tidegate')];
    expect(texts(find(all, 'language'))).toEqual(['Language of Tidegate', 'Language']);
  });

  it('finds nothing for nothing', () => {
    expect(find([setting('Theme')], ' \t ')).toEqual([]);
  });
});

describe('spansOf', () => {
  const marked = (text: string, query: string) =>
    spansOf(text, wordsIn(query)).map(([start, end]) => text.slice(start, end));

  it('marks the words as they are written', () => {
    expect(marked('Réinitialiser, réinit', 'REINIT')).toEqual(['Réinit', 'réinit']);
    expect(marked('de\u0301ja vu', 'deja')).toEqual(['de\u0301ja']);
    expect(marked('Theme of the finder', 'finder the')).toEqual(['The', 'the', 'finder']);
    expect(marked('Theme', 'dark')).toEqual([]);
  });

  it('marks text that is the word, for any text and any part of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const letters = [...text];
          const part = letters.slice(a % letters.length, (a % letters.length) + 1 + (b % 4)).join('');
          const [word = ''] = wordsIn(part);
          fc.pre(word !== '' && wordsIn(part).length === 1);
          for (const [start, end] of spansOf(text, [word]))
            expect(wordsIn(text.slice(start, end)).join('')).toContain(word);
        },
      ),
    );
  });
});
