import { describe, expect, it } from 'vitest';
import type { Language } from '#shared/locales/language.ts';
import { catalogues } from '#shared/locales/messages.ts';

/** Words that a reader has to guess at or that have another name in Tidegate, with the word to use instead. */
const banned: { readonly [K in Language]?: readonly (readonly [word: RegExp, instead: string])[] } = {
  en: [
    [/(?<![\w{-])ids?\b/u, 'ID'],
    [/(?<!quotation )\bmark(?:s|ed|ing)?\b/iu, 'select'],
    [/\b(?:un)?sealed\b/iu, 'separate browser, or encrypted'],
    [/\bwr(?:ite|ote|itten) about\b/iu, 'details'],
    [/\bstands?\b/iu, 'is'],
    [/\bsaid twice\b/iu, 'duplicates'],
    [/\b(?:un)?mended\b/iu, 'fixed'],
    [/\banew\b/iu, 'again'],
    [/\bby hand\b/iu, 'yourself'],
    [/\bswitch(?:ed)? (?:it )?o(?:n|ff)\b/iu, 'turn on, turn off'],
    [/\be-mails?\b/iu, 'email'],
    [/\bmulti-factor\b/iu, 'multifactor'],
    [/\beverybody\b/iu, 'everyone'],
    [/\bany more\b/iu, 'no longer'],
    [/\bREADME\b/u, 'what the README says, here'],
    [/\b\d{3,} sign-ins\b/u, 'a count that is counted'],
  ],
  fr: [
    [/scell[ée]/iu, 'navigateur séparé, ou chiffré'],
    [/\bmarqu(?:e|é|er)/iu, 'sélectionner'],
    [/\b(?:id|identifiant) (?:de |du )tenant\b/u, 'ID de tenant'],
    [/recherche avancée|rechercher chez/iu, 'repérage avancé, repérage chez'],
    [/fin de service/iu, 'fin de poste'],
    [/énumér|énumèr/iu, 'lister'],
    [/\bécri(?:re|t|vez) sur\b/iu, 'fiche'],
    [/\bprié/iu, 'demander'],
    [/pour de bon/iu, 'définitivement'],
    [/\bcourriels?\b/iu, 'e-mail'],
    [/\bREADME\b/u, 'ce que dit le README, ici'],
  ],
};

/** Search words are what people type, and the command line's help names its own options. */
const isProse = (key: string): boolean => !key.endsWith('.words') && key !== 'cli.help';

describe.each(Object.keys(banned) as Language[])('the texts in %s', (language) => {
  it.each(banned[language] ?? [])('never say %s', (word, instead) => {
    const found = Object.entries(catalogues[language])
      .filter(([key, text]) => isProse(key) && word.test(text))
      .map(([key, text]) => `${key}: ${text}`);
    expect(found, `say instead: ${instead}`).toEqual([]);
  });
});

it('the French texts set their double punctuation off by a space that never breaks', () => {
  const broken = Object.entries(catalogues.fr).filter(([, text]) => /\S [;?!»:](?:\s|$)|« \S/u.test(text));
  expect(broken).toEqual([]);
});

it.each(['en', 'fr'] as const)('no English spelling of quotes or apostrophes is left in %s', (language) => {
  const straight = Object.entries(catalogues[language]).filter(
    ([key, text]) => isProse(key) && /\p{L}'\p{L}/u.test(text),
  );
  expect(straight).toEqual([]);
});
