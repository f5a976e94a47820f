import { describe, expect, it } from 'vitest';
import { SearchIndex } from '#shared/search/index.ts';
import { search } from '#shared/search/search.ts';
import { noUsage } from '#shared/status/usage.ts';
import { found, named } from './people.ts';

const stepFor = (name: string, query: string): string | undefined =>
  search(new SearchIndex(named(name)), query, noUsage, 0)[0]?.step;

it.each([
  ['Østergård og Sønn Møbler', 'osm'],
  ['Lindqvist och Berg Förvaltning', 'lbf'],
  ['Kovács és Társa Bútor', 'ktb'],
  ['Ionescu și Fiii Mobila', 'ifm'],
  ['Kowalski i Synowie Transport', 'kst'],
  ['Institut für Neue Technik', 'int'],
  ['Banco de los Andes Norte', 'ban'],
  ['Dell’Acqua della Valle Caffè', 'dvc'],
])('initials of %s leave small words out: %s', (name, query) => {
  expect(stepFor(name, query)).toBe('prefix');
});

describe('a legal form in full', () => {
  it.each([
    ['Drukarnia Nowak Spółka Akcyjna', 'drukarnia nowak'],
    ['Hölzl UG (haftungsbeschränkt)', 'hölzl'],
    ['Siemens Aktiengesellschaft', 'siemens'],
    ['Yıldız Limited Şirketi', 'yildiz'],
    ['Astra Akciová společnost', 'astra'],
  ])('is not part of the name of %s', (name, query) => {
    expect(stepFor(name, query)).toBe('name');
  });

  it('may be typed instead of the one the name has', () => {
    expect(stepFor('Drukarnia Nowak S.A.', 'drukarnia nowak spolka akcyjna')).toBe('prefix');
  });
});

describe('a script that no name is written in', () => {
  it('in the legal form that was typed loses nobody', () => {
    expect(found(named('Contoso', 'Fabrikam'), 'contoso ооо')).toEqual(['Contoso']);
    expect(found(named('Contoso', 'Fabrikam'), '株式会社contoso')).toEqual(['Contoso']);
  });
});
