import { catalogue } from '../portals/catalogue.ts';
import type { PortalPage } from '../portals/page.ts';
import type { Hunt } from './hunt.ts';
import { readQuery } from './query-template.ts';

const inCustomer = 'hunt:';
const inUnifiedView = 'unified-hunt:';

export function isHuntId(id: string): boolean {
  return id.startsWith(inCustomer) || id.startsWith(inUnifiedView);
}

/**
 * The pages that a hunt opens: advanced hunting in a customer and, where it names no customer, once in the unified view.
 * That the unified view takes a query in its address is inferred: it is the same page, and nobody was found who says so.
 */
export function huntPages({ name, query }: Hunt): readonly PortalPage[] {
  const hunting = readQuery(query);
  const { hunting: page, mtoHunting: unified } = catalogue;
  const customer: PortalPage = {
    ...page,
    id: `${inCustomer}${spelt(name)}`,
    name: { hunt: name },
    words: phrases(name, ['hunt', 'hunting', 'repérage']),
    hunting,
  };
  if (hunting.takesCustomer) return [customer];
  return [
    customer,
    {
      ...unified,
      id: `${inUnifiedView}${spelt(name)}`,
      name: { unifiedHunt: name },
      words: phrases(name, ['hunt', 'repérage', 'unified hunt', 'mto hunt', 'vue unifiée repérage']),
      standing: 'inferred',
      hunting,
    },
  ];
}

/** The page of one of the hunts by its id. */
export function findHuntPage(id: string, hunts: readonly Hunt[]): PortalPage | undefined {
  const named = id.slice(id.indexOf(':') + 1);
  const hunt = hunts.find(({ name }) => spelt(name) === named);
  return hunt && huntPages(hunt).find((page) => page.id === id);
}

/** Ids of pages become ids of lines in a window, which have no spaces. */
const spelt = (name: string): string => encodeURIComponent(name);

/** A hunt is found by its name alone, and with what it is: which of the two stands first is no matter to the search. */
function phrases(name: string, said: readonly string[]): readonly string[] {
  // A colon would make the word before it the name of a portal.
  const plain = name.replaceAll(':', ' ');
  return [plain, ...said.map((word) => `${word} ${plain}`)];
}
