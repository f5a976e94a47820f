import { readFileSync } from 'node:fs';
import type { Customer } from '#shared/customer/customer.ts';
import { languageNames, type Language } from '#shared/locales/language.ts';
import { plain, wordsIn } from '../search/plain.ts';
import { type Random, seeded } from '../search/random.ts';

/** A query for a page of a customer, or of the own tenant, and what has to open. */
export interface PageQuery {
  readonly lang: Language;
  readonly kind: string;
  readonly q: string;
  /** The tenant id of the customer, in lower case; or `own`. */
  readonly gold: string;
  /** A regular expression for the address. */
  readonly url: string;
}

interface Phrase {
  readonly lang: Language;
  readonly whose: 'customer' | 'own';
  readonly says: string;
  /** A regular expression for the address; `{tid}` stands for the customer's tenant id. */
  readonly opens: string;
}

/** Reads queries, one JSON object in each line. Throws an Error that names the line which is none. */
export function readPageQueries(file: string): readonly PageQuery[] {
  const queries = lines(file, ['lang', 'kind', 'q', 'gold', 'url']) as readonly PageQuery[];
  return queries.map((query) => ({
    ...query,
    gold: query.gold.toLowerCase(),
  }));
}

function readPhrases(): readonly Phrase[] {
  const file = new URL('../../data/page-phrases.jsonl', import.meta.url);
  return lines(file, ['lang', 'says', 'opens']) as readonly Phrase[];
}

function lines(file: string | URL, fields: readonly string[]): readonly unknown[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const value = JSON.parse(line) as Record<string, unknown>;
      const bad = fields.find((field) => typeof value[field] !== 'string');
      if (bad !== undefined || !Object.hasOwn(languageNames, String(value['lang'])))
        throw new Error(`${String(file)}:${index + 1}: a query has ${fields.join(', ')}.`);
      return value;
    });
}

/** How people put a page and a customer together. */
const ways: Readonly<Record<string, (page: string, name: string, lang: Language, random: Random) => string>> =
  {
    'customer and page': (page, name) => `${name} ${page}`,
    'page and customer': (page, name) => `${page} ${name}`,
    'with an arrow': (page, name) => `${name} > ${page}`,
    'page for customer': (page, name, lang) => `${page} ${lang === 'fr' ? 'de' : 'for'} ${name}`,
    'slip in the page': (page, name, _lang, random) => `${name} ${slipIn(page, random)}`,
  };

/** Every phrase in each way, each for a customer drawn at random, typed by as much of its name as is its alone. */
export function makePageQueries(customers: readonly Customer[], seed: number): readonly PageQuery[] {
  const random = seeded(seed);
  const names = uniqueNames(customers);
  return readPhrases().flatMap(({ lang, whose, says, opens }): readonly PageQuery[] => {
    if (whose === 'own') return [{ lang, kind: 'own tenant', q: says, gold: 'own', url: opens }];
    return Object.entries(ways).flatMap(([kind, put]) => {
      if (kind === 'slip in the page' && says.length < 7) return [];
      const { customer, name } = random.pick(names);
      const gold = customer.tenantId;
      return [{ lang, kind, q: put(says, name, lang, random), gold, url: opens.replaceAll('{tid}', gold) }];
    });
  });
}

/** Customers whose first word, or two, are nobody else's: those words are what an analyst types. */
function uniqueNames(customers: readonly Customer[]): readonly { customer: Customer; name: string }[] {
  const heads = customers.map(({ name }) => wordsIn(name));
  // Without spaces and signs: two share classes of one company are typed alike.
  const joined = customers.map(({ name }) =>
    plain(name)
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  );
  const begins = (start: string): number =>
    joined.filter((name) => name.includes(start.replaceAll(' ', ''))).length;
  return customers.flatMap((customer, at) => {
    const words = heads[at] ?? [];
    const name = [words.slice(0, 1), words.slice(0, 2)]
      .map((some) => some.join(' '))
      .find((start) => start.length >= 4 && !start.startsWith('the ') && begins(start) === 1);
    return name === undefined ? [] : [{ customer, name }];
  });
}

/** Two neighbours swapped, one letter lost or one doubled, never the first. */
function slipIn(text: string, random: Random): string {
  const at = 1 + random.below(text.length - 2);
  const [before, letter, behind] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  if (letter === ' ' || behind.startsWith(' ')) return slipIn(text, random);
  return random.pick([
    `${before}${behind.charAt(0)}${letter}${behind.slice(1)}`,
    `${before}${behind}`,
    `${before}${letter}${letter}${behind}`,
  ]);
}
