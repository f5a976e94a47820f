import { readText } from '#shared/portals/links/read-text.ts';
import { readReference } from '#shared/portals/read-reference.ts';
import { referenceKey, type TenantReference } from '#shared/tenant/tenant-reference.ts';

/** The one tenant that a text names, be it an id, a domain or a link, alone or among words. */
export function referenceIn(text: string): TenantReference | undefined {
  const reference = readReference(text);
  if (reference.ok) return reference.value;
  const reading = readText(text);
  if (!reading.ok) return undefined;
  const { ids, links } = reading.value;
  const names = new Map(links.flatMap((link) => link.names).map((name) => [referenceKey(name), name]));
  for (const tenantId of ids) names.set(tenantId, { kind: 'tenant', tenantId });
  const [only, ...others] = names.values();
  return others.length > 0 ? undefined : only;
}

/** The tenant id or domain that a text names, else the text itself: a portal link may be longer than main accepts. */
export function shortReference(text: string): string {
  const reference = referenceIn(text);
  return reference === undefined ? text.trim().slice(0, longestText) : referenceKey(reference);
}

/** No text that a window sends, but a pasted list, is longer than this. */
export const longestText = 2_000;
