import { mostOpened } from '../../commands/command.ts';
import { problem, type Problem } from '../../problems/problem.ts';
import { err, ok, type Result } from '../../problems/result.ts';
import { parseTenantId, type TenantId } from '../../tenant/tenant-id.ts';
import { longestReading } from './read-text.ts';
import { scheme } from './tidegate-link.ts';

const beginning = `${scheme}://select?tenants=`;

/** The system may put a slash behind the host. The longest link has `mostOpened` ids. */
const link = /\btidegate:\/\/select\/?\?tenants=([0-9a-f,-]{1,8000})/gi;
const alone = /^tidegate:\/\/select\/?\?tenants=[0-9a-f,-]{1,8000}$/i;

/** Links that select these customers in the finder of whoever opens them; as many links as it takes. */
export function selectionLinks(tenantIds: readonly TenantId[]): readonly string[] {
  const links: string[] = [];
  for (let at = 0; at < tenantIds.length; at += mostOpened)
    links.push(beginning + tenantIds.slice(at, at + mostOpened).join(','));
  return links;
}

/** True for what means to be a link that selects customers, right or wrong. */
export function isSelectionLink(text: string): boolean {
  return /^tidegate:\/\/select\b/i.test(text);
}

/**
 * The customers that a link selects. SECURITY: anybody can write such a link, so it opens nothing, and with anything else
 * in it, it is void. Errors: `link-malformed`.
 */
export function readSelectionLink(text: string): Result<readonly TenantId[], Problem> {
  const selected = alone.test(text) ? selectionIn(text) : undefined;
  return selected === undefined ? err(problem('link-malformed', { text: text.slice(0, 80) })) : ok(selected);
}

/**
 * The customers that the selecting links in a text name, each once, no more than are opened at once. Nothing where there is
 * no such link, or one that names something else than tenants.
 */
export function selectionIn(text: string): readonly TenantId[] | undefined {
  if (text.length > longestReading) return undefined;
  const ids = [...text.matchAll(link)].flatMap(([, list = '']) => list.split(',').map(idOf));
  const known = ids.filter((id) => id !== undefined);
  return known.length === 0 || known.length < ids.length
    ? undefined
    : [...new Set(known)].slice(0, mostOpened);
}

/** The parser of ids forgives spaces and braces, which no link of ours has. */
function idOf(text: string): TenantId | undefined {
  return text.length === 36 ? parseTenantId(text) : undefined;
}
