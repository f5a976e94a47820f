import { administrationPages } from './catalogue/administration.ts';
import { defenderPages } from './catalogue/defender.ts';
import { entraPages } from './catalogue/entra.ts';
import { intunePages } from './catalogue/intune.ts';
import { ownTenantPages } from './catalogue/own-tenant.ts';
import { purviewPages } from './catalogue/purview.ts';

/** Every page that Tidegate knows of, in the order in which it is offered. Without its texts, which a start need not read. */
export const pages = {
  ...defenderPages,
  ...entraPages,
  ...intunePages,
  ...purviewPages,
  ...administrationPages,
  ...ownTenantPages,
};

export type CatalogueId = keyof typeof pages;

export const catalogueIds = Object.keys(pages) as readonly CatalogueId[];

export function isCatalogueId(id: string): id is CatalogueId {
  return Object.hasOwn(pages, id);
}
