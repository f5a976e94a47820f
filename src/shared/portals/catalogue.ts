import { pageWords } from '../locales/found-words.ts';
import type { MessageKey } from '../locales/messages.ts';
import { pages, type CatalogueId } from './catalogue-ids.ts';
import type { Page } from './catalogue/page.ts';
import type { PortalPage } from './page.ts';

/** The same pages with their names, and the words that they are found by. */
export const catalogue = Object.fromEntries(
  Object.entries<Page>(pages).map(([id, page]) => [id, named(id as CatalogueId, page)]),
) as unknown as Readonly<Record<CatalogueId, PortalPage>>;

function named(id: CatalogueId, page: Page): PortalPage {
  const key = `page.${id}` satisfies MessageKey;
  return { ...page, id, name: { key }, words: pageWords[id] };
}
