import { parseHttpsAddress } from '../text/https-address.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';
import type { PortalPage } from './page.ts';
import { isPlaceholder, namesIn } from './placeholder.ts';

/** A page that the user has added for every customer. */
export interface OwnPage {
  readonly id: `own-${string}`;
  /** At most 80 characters. */
  readonly name: string;
  /** https; may hold `{tenantId}` and the other placeholders anywhere but in the host. At most 2,000 characters. */
  readonly url: string;
}

export const longestPageName = 80;
export const longestPageUrl = 2_000;

/**
 * The page that an address of the user's describes.
 * Errors: `page-address-invalid` when it is not a plain https address, `page-placeholder-unknown` for a name in
 * braces that stands for nothing.
 */
export function readOwnPage({ id, name, url }: OwnPage): Result<PortalPage, Problem> {
  const unknown = namesIn(url).find((each) => !isPlaceholder(each));
  if (unknown !== undefined) return err(problem('page-placeholder-unknown', { name: unknown.slice(0, 80) }));
  const sign = signUnlike(url);
  const marked = new RegExp(`${sign}-([a-z]+)-${sign}`, 'i');
  const unmark = (text: string): string => text.replace(new RegExp(marked, 'gi'), '{$1}');
  // In a form that the URL parser leaves as it is.
  const parsed = parseHttpsAddress(url.replace(/\{([a-zA-Z]+)\}/g, `${sign}-$1-${sign}`));
  // SECURITY: a placeholder never decides the host, not even a part of it.
  if (parsed === undefined || marked.test(parsed.hostname) || url.length > longestPageUrl)
    return err(problem('page-address-invalid', { address: url.slice(0, 80) }));
  return ok({
    id,
    name: { text: name },
    words: [name],
    host: { name: parsed.hostname },
    path: unmark(parsed.pathname),
    // As text: a query need not be pairs, and the order and the repetitions of those mean something to some sites.
    search: unmark(parsed.search.slice(1)),
    fragment: unmark(parsed.hash.slice(1)),
    tenant: 'customer',
    standing: 'own',
    source: null,
  });
}

/** A sign that does not stand in the text. */
function signUnlike(text: string): string {
  const lower = text.toLowerCase();
  let sign = 0;
  while (lower.includes(`zz${sign}`)) sign += 1;
  return `zz${sign}`;
}
