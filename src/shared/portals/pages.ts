import { allHunts, type Hunt } from '../hunts/hunt.ts';
import { findHuntPage, huntPages, isHuntId } from '../hunts/hunt-pages.ts';
import type { CustomLink, Customer } from '../customer/customer.ts';
import { parseHttpsAddress, plainHref } from '../text/https-address.ts';
import { catalogue } from './catalogue.ts';
import { catalogueIds, isCatalogueId } from './catalogue-ids.ts';
import type { PortalPage, PageId } from './page.ts';
import { readOwnPage } from './own-page.ts';
import type { PortalSettings } from './portal-settings.ts';

/** What decides which pages there are: the settings, and the hunts of a team's list where one is read. */
export type PageSettings = PortalSettings & { readonly teamHunts?: readonly Hunt[] };

/** What decides which pages there are, in a status. */
export function pageSettings({
  settings,
  teamHunts,
}: {
  readonly settings: PortalSettings;
  readonly teamHunts: readonly Hunt[];
}): PageSettings {
  return { ...settings, teamHunts };
}

/** Every page there is but the customers' own links and hunts, in the user's order. */
export function allPages({ ownPortals, portalOrder }: PortalSettings): readonly PortalPage[] {
  const own = ownPortals.map(readOwnPage).flatMap((read) => (read.ok ? [read.value] : []));
  const all = [...catalogueIds.map((id) => catalogue[id]), ...own];
  const place = new Map(portalOrder.map((id, index) => [id, index]));
  const placeOf = ({ id }: PortalPage): number => place.get(id) ?? portalOrder.length;
  return all.sort((one, other) => placeOf(one) - placeOf(other));
}

/**
 * The pages that are offered: all that the user has not hidden, and behind them the hunts, so that of a page and a hunt with
 * one name the page is meant. Each shows how well it is known that it opens.
 */
export function offeredPages(settings: PageSettings): readonly PortalPage[] {
  const hidden = new Set(settings.hiddenPortals);
  return [...allPages(settings).filter(({ id }) => !hidden.has(id)), ...huntsIn(settings).flatMap(huntPages)];
}

/** The hunts there are, the user's own first. */
export function huntsIn({ hunts, teamHunts = [] }: PageSettings): readonly Hunt[] {
  return allHunts(hunts, teamHunts);
}

/** A customer's own links, as pages. What is no plain https address is left out. */
export function linksOf({ links }: Pick<Customer, 'links'>): readonly PortalPage[] {
  return (links ?? []).flatMap((link) => linkPage(link) ?? []);
}

function linkPage({ name, url }: CustomLink): PortalPage | undefined {
  const parsed = parseHttpsAddress(url);
  if (parsed === undefined) return undefined;
  return {
    id: `link:${url}`,
    name: { text: name },
    words: [name],
    host: { name: parsed.hostname },
    path: parsed.pathname,
    address: plainHref(parsed),
    tenant: 'customer',
    standing: 'own',
    source: null,
  };
}

/** The page with this id, offered or not, for this customer; nothing when it is gone or never was. */
export function findPage(
  id: PageId,
  settings: PageSettings,
  customer: Pick<Customer, 'links'>,
): PortalPage | undefined {
  if (isCatalogueId(id)) return catalogue[id];
  if (isHuntId(id)) return findHuntPage(id, huntsIn(settings));
  const among = id.startsWith('link:') ? linksOf(customer) : allPages(settings);
  return among.find((page) => page.id === id);
}
