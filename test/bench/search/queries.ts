import type { Customer } from '#shared/customer/customer.ts';
import { idPartsOf, isPartOfId, shortenId, tailOfId } from './id-parts.ts';
import { layouts, meantOn, onLayout } from './other-layouts.ts';
import { consonantsOf, isOneSlipAway, plain, withinOneSlip, wordsIn } from './plain.ts';
import { type Random, seeded } from './random.ts';

/** The ways people type a customer, and what would be typed for this one; nothing if the customer has no such way. */
export interface WayOfTyping {
  readonly kind: string;
  type(customer: Customer, random: Random): string | undefined;
  /** Whether the query fits this customer as well as the one it was made from. The ceiling counts these. */
  fits(query: string, customer: Customer): boolean;
}

export interface LabelledQuery {
  readonly kind: string;
  readonly q: string;
  readonly gold: string;
}

const joined = (customer: Customer): string => wordsIn(customer.name).join('');
const capitals = (customer: Customer): string =>
  wordsIn(customer.name)
    .map((word) => word[0] ?? '')
    .join('');
const mainCapitals = (customer: Customer): string =>
  wordsIn(customer.name)
    .filter((word) => !small.has(word))
    .map((word) => word[0] ?? '')
    .join('');
const small = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'a', '&']);
const telling = (customer: Customer): string[] => wordsIn(customer.name).filter((word) => word.length >= 3);
const head = (text: string, random: Random, least: number, most: number): string =>
  text.slice(0, least + random.below(Math.max(1, Math.min(most, text.length) - least + 1)));

/** Every word of the query begins a word of its own. */
function beginsWords(query: string, customer: Customer): boolean {
  const free = wordsIn(customer.name);
  return query
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .every((part) => {
      const exact = free.indexOf(part);
      const found = exact >= 0 ? exact : free.findIndex((word) => word.startsWith(part));
      if (found >= 0) free.splice(found, 1);
      return found >= 0;
    });
}

const hasWord = (query: string, customer: Customer): boolean => wordsIn(customer.name).includes(query);
const startsJoined = (query: string, customer: Customer): boolean =>
  joined(customer).startsWith(query.replaceAll(' ', ''));

type MakeSlip = (text: string, at: number, random: Random) => string;

/** A slip in the name, or in as much of it as is typed before looking up. */
function slip(kind: string, make: MakeSlip): WayOfTyping {
  return {
    kind,
    type: (customer, random) => {
      const words = wordsIn(customer.name).join(' ');
      if (words.length < 5) return undefined;
      const text = random.below(2) === 0 ? words : head(words, random, 5, 12).trimEnd();
      return withSlip(text, make, random);
    },
    fits: (query, customer) => withinOneSlip(query.replaceAll(' ', ''), joined(customer)),
  };
}

/** A slip in the whole name as it is written, legal form and all. */
function slipInWhole(kind: string, make: MakeSlip): WayOfTyping {
  return {
    kind,
    type: (customer, random) => {
      const text = asWritten(customer);
      return text.length < 4 ? undefined : withSlip(text, make, random);
    },
    fits: (query, customer) => isOneSlipAway(lettersOf(query), lettersOf(asWritten(customer))),
  };
}

const asWritten = (customer: Customer): string => plain(customer.name).toLowerCase();
const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

function withSlip(text: string, make: MakeSlip, random: Random): string | undefined {
  const isLetter = (at: number): boolean => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  const letters = Array.from(text, (_, at) => at).filter((at) => at > 0 && isLetter(at) && isLetter(at - 1));
  if (letters.length < 3) return undefined;
  const typed = make(text, random.pick(letters), random);
  return typed === text ? undefined : typed;
}

const cut = (text: string, at: number, insert: string, drop: number): string =>
  text.slice(0, at) + insert + text.slice(at + drop);
const neighbours: Readonly<Record<string, string>> = {
  a: 'qwsz', b: 'vghn', c: 'xdfv', d: 'serfcx', e: 'wsdr', f: 'drtgvc', g: 'ftyhbv', h: 'gyujnb', i: 'ujko', j: 'huikmn',
  k: 'jiolm', l: 'kop', m: 'njk', n: 'bhjm', o: 'iklp', p: 'ol', q: 'wa', r: 'edft', s: 'awedxz', t: 'rfgy', u: 'yhji',
  v: 'cfgb', w: 'qase', x: 'zsdc', y: 'tghu', z: 'asx',
}; // prettier-ignore

const slips: Readonly<Record<string, MakeSlip>> = {
  'missing letter': (text, at) => cut(text, at, '', 1),
  'doubled letter': (text, at) => cut(text, at, text[at] ?? '', 0),
  'swapped letters': (text, at) => cut(text, at - 1, (text[at] ?? '') + (text[at - 1] ?? ''), 2),
  'wrong letter': (text, at, random) => cut(text, at, String.fromCharCode(97 + random.below(26)), 1),
  'neighbour key': (text, at, random) =>
    cut(text, at, random.pick([...(neighbours[text[at] ?? ''] ?? 'q')]), 1),
};

export const waysOfTyping: readonly WayOfTyping[] = [
  {
    kind: 'prefix',
    type: (customer, random) => head(wordsIn(customer.name).join(' '), random, 3, 9).trimEnd(),
    fits: startsJoined,
  },
  {
    kind: 'middle word',
    type: (customer, random) => {
      const middle = wordsIn(customer.name)
        .slice(1, -1)
        .filter((word) => word.length >= 3 && !small.has(word));
      return middle.length === 0 ? undefined : random.pick(middle);
    },
    fits: hasWord,
  },
  {
    kind: 'last word',
    type: (customer) => {
      const words = wordsIn(customer.name);
      const last = words.at(-1) ?? '';
      return words.length < 2 || last.length < 3 ? undefined : last;
    },
    fits: hasWord,
  },
  {
    kind: 'initials',
    type: (customer) => {
      const initials = capitals(customer);
      return initials.length < 3 ? undefined : initials;
    },
    fits: (query, customer) => capitals(customer) === query,
  },
  {
    kind: 'word starts, any order',
    type: (customer, random) => {
      const words = telling(customer);
      if (words.length < 3) return undefined;
      const some = [...words].sort(() => random.below(3) - 1).slice(0, 2 + random.below(2));
      return some.map((word) => head(word, random, 2, 4)).join(' ');
    },
    fits: beginsWords,
  },
  {
    kind: 'two words in part',
    type: (customer, random) => {
      const words = wordsIn(customer.name);
      if (words.length < 2) return undefined;
      return words
        .slice(0, 2)
        .map((word) => head(word, random, 3, 5))
        .join(' ');
    },
    fits: beginsWords,
  },
  {
    kind: 'words in another order',
    type: (customer) => {
      const words = wordsIn(customer.name);
      return words.length < 2 ? undefined : [...words.slice(1), words[0]].join(' ');
    },
    fits: beginsWords,
  },
  ...Object.entries(slips).map(([kind, make]) => slip(kind, make)),
  {
    kind: 'domain',
    type: (customer) => customer.defaultDomain,
    fits: (query, customer) => customer.defaultDomain === query,
  },
  {
    kind: 'domain without its end',
    type: (customer) => customer.defaultDomain?.split('.')[0],
    fits: (query, customer) => customer.defaultDomain?.split('.')[0] === query,
  },
  {
    kind: 'name without spaces',
    type: (customer) => (wordsIn(customer.name).length < 2 ? undefined : joined(customer)),
    fits: (query, customer) => joined(customer) === query,
  },
  {
    kind: 'accents left out',
    type: (customer) =>
      /[^\p{ASCII}]/u.test(customer.name) ? plain(customer.name).toLowerCase() : undefined,
    fits: (query, customer) => plain(customer.name).toLowerCase() === query,
  },
  {
    kind: 'head of the tenant id',
    type: (customer, random) => customer.tenantId.slice(0, 6 + random.below(8)),
    fits: (query, customer) => customer.tenantId.startsWith(query),
  },
  {
    kind: 'alias',
    type: (customer) => customer.aliases[0]?.toLowerCase(),
    fits: (query, customer) => customer.aliases.some((alias) => alias.toLowerCase() === query),
  },
  {
    kind: 'groups of the tenant id',
    type: (customer, random) => idPartsOf(customer.tenantId, random),
    fits: (query, customer) => isPartOfId(query, customer.tenantId),
  },
  {
    kind: 'end of the tenant id',
    type: (customer, random) => tailOfId(customer.tenantId, random),
    fits: (query, customer) => isPartOfId(query, customer.tenantId),
  },
  {
    kind: 'shortened tenant id',
    type: (customer, random) => shortenId(customer.tenantId, random),
    fits: (query, customer) => isPartOfId(query, customer.tenantId),
  },
  {
    kind: 'initials without small words',
    type: (customer) => {
      const initials = mainCapitals(customer);
      return initials.length < 2 ? undefined : initials;
    },
    fits: (query, customer) => mainCapitals(customer) === query || capitals(customer) === query,
  },
  {
    kind: 'consonants',
    type: (customer, random) => {
      const words = wordsIn(customer.name);
      const typed = consonantsOf((random.below(2) === 0 ? words.slice(0, 1) : words).join(' '));
      return typed.length < 4 || typed === words.join(' ') ? undefined : typed;
    },
    fits: (query, customer) => {
      const words = wordsIn(customer.name);
      return [words.slice(0, 1), words].some((some) => consonantsOf(some.join(' ')) === query);
    },
  },
  ...Object.entries(slips).map(([kind, make]) => slipInWhole(`${kind}, whole name`, make)),
  {
    kind: 'accents typed natively',
    type: (customer) =>
      /[^\p{ASCII}]/u.test(customer.name) ? customer.name.toLowerCase().normalize('NFC') : undefined,
    fits: (query, customer) => customer.name.toLowerCase().normalize('NFC') === query,
  },
  {
    kind: 'another keyboard layout',
    type: (customer, random) => {
      const words = wordsIn(customer.name).join(' ');
      const text = random.below(2) === 0 ? words : head(words, random, 5, 12).trimEnd();
      const typed = text.length < 4 ? text : onLayout(random.pick(layouts), text);
      return typed === text ? undefined : typed;
    },
    fits: (query, customer) =>
      layouts.some((layout) => {
        const meant = meantOn(layout, query);
        return meant !== undefined && startsJoined(meant, customer);
      }),
  },
];

/** So many queries of every way, each made from a customer drawn at random. */
export function makeQueries(customers: readonly Customer[], perKind: number, seed: number): LabelledQuery[] {
  return waysOfTyping.flatMap((way, i) => {
    const random = seeded(seed + i);
    const queries: LabelledQuery[] = [];
    for (let tries = 0; queries.length < perKind && tries < perKind * 60; tries++) {
      const customer = random.pick(customers);
      const q = way.type(customer, random);
      if (q !== undefined && q.length >= 2) queries.push({ kind: way.kind, q, gold: customer.tenantId });
    }
    return queries;
  });
}
