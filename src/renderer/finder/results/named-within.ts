import type { Customer } from '#shared/customer/customer.ts';
import type { SearchIndex } from '#shared/search/index.ts';
import { legalForms, smallWords } from '#shared/search/legal-forms.ts';
import { fold, wordsOf } from '#shared/search/normalise.ts';
import { parseDomain } from '#shared/tenant/domain.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';

/** Longer texts are read as far as this, in UTF-16 units. */
const longestRead = 25_000;
/** No name that is written out in a sentence has more words, and a shorter one is a word of the sentence. */
const mostWords = 8;
const fewestLetters = 3;

type Customers = ReadonlyMap<TenantId, Customer>;

/**
 * Whom a ticket or a mail names: by the whole of a name, with or without its legal form, or by a domain. In the text's
 * order. Nobody is opened for it: the user is offered whom the text may be about.
 */
export function namedWithin(text: string, index: SearchIndex, customers: Customers): readonly Customer[] {
  const names = namesOf(customers);
  const pieces = piecesOf(text);
  const words = pieces.flatMap((piece) => wordsOf(fold(piece)));
  const found = new Set<Customer>(pieces.flatMap((piece) => ownersOf(piece, index)));
  for (let at = 0; at < words.length; at += 1) {
    for (let count = Math.min(mostWords, words.length - at); count > 0; count -= 1) {
      const called = names.get(words.slice(at, at + count).join(''));
      if (called === undefined) continue;
      called.forEach((each) => found.add(each));
      // "Contoso North" does not name Contoso.
      at += count - 1;
      break;
    }
  }
  return [...found].filter(isOffered);
}

/** Whom a text names by domains and mail addresses alone. */
export function domainsWithin(text: string, index: SearchIndex): readonly Customer[] {
  return [...new Set(piecesOf(text).flatMap((piece) => ownersOf(piece, index)))].filter(isOffered);
}

const isOffered = ({ access, hidden }: Customer): boolean => !hidden && !access.includes('own');

function piecesOf(text: string): readonly string[] {
  return text
    .slice(0, longestRead)
    .split(/[\s,;:|()<>[\]{}"'`«»“”]+/u)
    .filter((piece) => piece !== '');
}

function ownersOf(piece: string, index: SearchIndex): readonly Customer[] {
  const host = piece.slice(piece.lastIndexOf('@') + 1);
  const domain = host.includes('.') ? parseDomain(host.replace(/[.!?…]+$/u, '')) : undefined;
  return domain === undefined ? [] : (index.ownersAbove(`_.${domain}`)?.customers ?? []);
}

const made = new WeakMap<Customers, ReadonlyMap<string, readonly Customer[]>>();

/** Names and aliases, folded and without spaces. */
function namesOf(customers: Customers): ReadonlyMap<string, readonly Customer[]> {
  const known = made.get(customers);
  if (known !== undefined) return known;
  const names = new Map<string, Customer[]>();
  for (const customer of customers.values())
    for (const name of new Set([customer.name, ...customer.aliases].flatMap(spellings))) {
      const others = names.get(name);
      if (others === undefined) names.set(name, [customer]);
      else if (!others.includes(customer)) others.push(customer);
    }
  made.set(customers, names);
  return names;
}

function spellings(name: string): readonly string[] {
  const words = wordsOf(fold(name));
  let end = words.length;
  while (end > 1 && legalForms.has(words[end - 1] ?? '')) end -= 1;
  return [words.join(''), words.slice(0, end).join('')].filter(
    (text) => text.length >= fewestLetters && !smallWords.has(text),
  );
}
