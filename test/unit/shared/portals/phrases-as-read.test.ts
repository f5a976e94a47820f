import { expect, it } from 'vitest';
import { pageWords, topicWords } from '#shared/locales/found-words.ts';
import { asRead, findPages, type Findable } from '#shared/portals/find-pages.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';

it.each([
  ['what differs in signs alone, once', ['Sign-ins', 'sign ins', 'Entra: sign-ins'], ['entra:sign ins']],
  ['accents and apostrophes as letters', ['File d’incidents', 'fíle dincidents'], ['file dincidents']],
  ['a portal’s name before a no-break space', ['Defender\u00a0: alertes', 'alertes'], ['defender:alertes']],
  ['words that differ', ['sign ins', 'signins'], ['sign ins', 'signins']],
  ['nothing of what says nothing', ['', ' '], []],
])('keeps %s', (_what, phrases, read) => {
  expect(asRead(phrases)).toEqual(read);
});

const asWritten: readonly Findable[] = [...Object.values(pageWords), ...Object.values(topicWords)].map(
  (words) => ({ words }),
);
const inWindows = asWritten.map(({ words }) => ({ words: asRead(words) }));

it('what is typed finds the same pages and parts of the help in a window as in main', () => {
  const phrases = asWritten.flatMap(({ words }) => words);
  const typed = new Set(
    phrases.flatMap((phrase) => {
      const words = wordsOf(fold(phrase));
      const [first = ''] = words;
      return [words, words.slice(1), words.map((word) => word.slice(0, 4)), [first.slice(0, 3)]].map((each) =>
        each.join(' '),
      );
    }),
  );
  const found = (among: readonly Findable[], query: string) =>
    findPages(among, wordsOf(fold(query)), true).map(({ page, step, rest }) => [
      among.indexOf(page),
      step,
      rest,
    ]);
  for (const query of typed)
    expect([query, found(inWindows, query)]).toEqual([query, found(asWritten, query)]);
  expect(typed.size).toBeGreaterThan(2_000);
});
