import type { HelpTopicId } from '../access/topic-ids.ts';
import type { CatalogueId } from '../portals/catalogue-ids.ts';
import { catalogues } from './messages.ts';

/**
 * What pages and parts of the help are found by: phrases of every language, for who reads French may well type “hunting”.
 * Windows have the texts of one language only, so that the build puts these lists in the place of this file there.
 */
export const pageWords = wordsOf(/^page\.(.+)\.words$/u, 'page.') as Readonly<
  Record<CatalogueId, readonly string[]>
>;
export const topicWords = wordsOf(/^help\.topic\.(.+)\.words$/u) as Readonly<
  Record<HelpTopicId, readonly string[]>
>;

/** By what `key` finds in the key of a text that lists phrases; with `named` the text called so is one of them. */
function wordsOf(key: RegExp, named?: string): Readonly<Record<string, readonly string[]>> {
  const found = new Map<string, Set<string>>();
  for (const texts of Object.values<Readonly<Record<string, string>>>(catalogues))
    for (const [each, phrases] of Object.entries(texts)) {
      const id = key.exec(each)?.[1];
      if (id === undefined) continue;
      const words = found.get(id) ?? new Set();
      const name = named === undefined ? undefined : texts[named + id];
      for (const word of [...(name === undefined ? [] : [name]), ...phrases.split(/,\s*/u)]) words.add(word);
      found.set(id, words);
    }
  return Object.fromEntries([...found].map(([id, words]) => [id, [...words]]));
}
