import type { PortalPage } from '#shared/portals/page.ts';
import { portals, type Portal } from '#shared/portals/hosts.ts';
import type { OwnPage } from '#shared/portals/own-page.ts';
import { parseHttpsAddress } from '#shared/text/https-address.ts';

/** The ids with one of them in the place of another, which makes room: downwards before it, upwards behind it. */
export function placed(ids: readonly string[], id: string, at: string): readonly string[] {
  const to = ids.indexOf(at);
  if (!ids.includes(id) || to < 0 || id === at) return ids;
  const result = ids.filter((each) => each !== id);
  result.splice(to, 0, id);
  return result;
}

/** The ids with this one among them, or not. */
export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}

/** Where a page is, as people read addresses: host and path, with the placeholders as they are. */
export function placeOf({ host, path }: PortalPage): string {
  if ('name' in host) return host.name + path;
  const { hosts }: Portal = portals[host.portal];
  return `${hosts.public ?? ''}${path}`;
}

/** An id that no other page has; the same words get another number. */
export function newPageId(name: string, taken: readonly OwnPage[]): OwnPage['id'] {
  const words = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  const base = words === '' ? 'page' : words;
  for (let number = 1; ; number += 1) {
    const id = `own-${number === 1 ? base : `${base}-${number}`}` as const;
    if (taken.every((page) => page.id !== id)) return id;
  }
}

/** The host of an address as it is typed, lower case; nothing while there is none. */
export function hostIn(url: string): string | undefined {
  return parseHttpsAddress(url.replace(/\{[a-zA-Z]*\}/g, 'x'))?.hostname;
}
