import { describe, expect, it, vi } from 'vitest';
import type { Language } from '#shared/locales/language.ts';
import { catalogues, translator } from '#shared/locales/messages.ts';
import { filterIds } from '#shared/search/filters.ts';
import { shapes } from '../../src/main/entry/command-line/command-shapes.ts';

// What a page has at hand in its window; nothing here uses it.
vi.stubGlobal('window', {});
const { pages } = await import('../../src/renderer/settings/pages.ts');

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
    [/\b(?:look|looked|looking) (?:now|again|for newer)\b|\bnewer versions?\b/iu, 'check for updates'],
    [/\b(?:is|are) here\b|\bversion \S+ is there\b/iu, 'is available'],
    [/\btak(?:e|es|ing) it back\b/iu, 'revoke, undo'],
    [/\bby (?:itself|themselves)\b/iu, 'automatically'],
    [/\bof severity\b/iu, 'high-severity'],
    [/\bnoted?\b(?= (?:here|before|is))/iu, 'recorded'],
    [/\bway in\b/iu, 'opened from'],
    [/\bnobody is listed\b/iu, 'no customers listed'],
    [/\bsettings, under\b/iu, 'Settings, and the page after a comma'],
    [/\b(?:feed|whoever helps)\b/iu, 'update server, support'],
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
    [/réglages (?:de votre|, )|\bdans Réglages\b/iu, 'paramètres'],
    [/raccourcis? clavier/iu, 'raccourci'],
    [/d['’](?:eux|elles)-mêmes?|de lui-même/iu, 'automatiquement'],
    [/dans les paramètres, |paramètres, sous/iu, 'Paramètres, et la page après une virgule'],
    [/(?:auprès de|adressez-vous à|[Pp]révenez) qui\b/u, 'la personne qui'],
    [/zone de notification(?!, sans)/iu, 'icône de notification'],
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

/** The pages that a text sends its reader to: "Settings, Sources". */
const sentTo: Readonly<Record<Language, RegExp>> = {
  en: /\bSettings, (\p{Lu}\p{L}*)/gu,
  fr: /\bParamètres, (À propos|\p{Lu}\p{L}*)/gu,
};

it.each(['en', 'fr'] as const)('a page of the settings is called by its title in %s', (language) => {
  const texts = catalogues[language];
  const titles = Object.values(pages).map(({ title }) => translator(language)(title));
  // Microsoft's own portals have settings as well; the help names them.
  const ours = Object.entries(texts).filter(([key]) => isProse(key) && !/^(?:help|letter)\./u.test(key));
  const named = ours.flatMap(([key, text]) =>
    [...text.matchAll(sentTo[language])].map(([, page = '']) => ({ key, page })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ page }) => !titles.includes(page))).toEqual([]);
});

it.each(['en', 'fr'] as const)('a command that a text in %s names is one that Tidegate has', (language) => {
  const known: readonly string[] = [...Object.keys(shapes), 'COMMAND', 'COMMANDE'];
  const named = Object.entries(catalogues[language]).flatMap(([key, text]) =>
    [...text.matchAll(/\btidegate (?!-)(\p{L}+)(?=\s?[”»]| [A-Z[])/gu)].map(([, command = '']) => ({
      key,
      command,
    })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ command }) => !known.includes(command))).toEqual([]);
});

it.each(['en', 'fr'] as const)(
  'a filter that a text in %s names is the one that the finder offers',
  (language) => {
    const texts = catalogues[language];
    const offered = filterIds.map((id) => texts[`finder.filter.${id}`]);
    const named = Object.entries(texts).flatMap(([key, text]) =>
      [...text.matchAll(/\bis:(\p{L}+)/gu)].map(([, filter = '']) => ({ key, filter })),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ filter }) => !offered.includes(filter))).toEqual([]);
  },
);

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
