import { languages, type MessageKey } from '../locales/messages.ts';
import { administrationPages } from './catalogue/administration.ts';
import { defenderPages } from './catalogue/defender.ts';
import { ownTenantPages } from './catalogue/own-tenant.ts';
import type { Page } from './catalogue/page.ts';
import type { Destination } from './destination.ts';

const pages = { ...defenderPages, ...administrationPages, ...ownTenantPages };

export type CatalogueId = keyof typeof pages;

export const catalogueIds = Object.keys(pages) as readonly CatalogueId[];

export function isCatalogueId(id: string): id is CatalogueId {
  return Object.hasOwn(pages, id);
}

/** Every page that Tidegate knows of, in the order in which it is offered. */
export const catalogue = Object.fromEntries(
  Object.entries<Page>(pages).map(([id, page]) => [id, named(id as CatalogueId, page)]),
) as unknown as Readonly<Record<CatalogueId, Destination>>;

/** Words of every language: who reads French may well type “hunting”. */
function named(id: CatalogueId, page: Page): Destination {
  const key = `destination.${id}` satisfies MessageKey;
  const words = Object.values(languages).flatMap(({ messages }) => [messages[key], messages[`${key}.words`]]);
  return { ...page, id, name: { key }, words };
}
