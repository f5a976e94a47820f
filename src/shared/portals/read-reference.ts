import { isDamagedId } from '../tenant/damaged-id.ts';
import { parseDomain } from '../tenant/domain.ts';
import { plainText } from '../text/plain-text.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';
import { isConsumerTenant, parseTenantId } from '../tenant/tenant-id.ts';
import type { TenantReference } from '../tenant/tenant-reference.ts';
import { longestLink } from './links/find-links.ts';
import { looksLikeLink, readLink } from './links/read-link.ts';
import { isTidegateLink, readTidegateLink } from './links/tidegate-link.ts';

/**
 * The tenant a text names, be it a tenant id, a domain or a portal link.
 * Errors: those of `readLink` and `readTidegateLink`; `tenant-id-invalid` for what was meant as an id; `text-too-long` for
 * more than any of them is; `link-unknown` for anything else.
 */
export function readReference(text: string): Result<TenantReference, Problem> {
  if (text.length > longestLink) return err(problem('text-too-long', {}));
  const shown = text.trim().slice(0, 80);
  if (isTidegateLink(text)) return referenceInOwn(text.trim());
  if (looksLikeLink(text)) return referenceIn(text);
  const name = plainText(text);
  if (isConsumerTenant(name)) return err(problem('domain-consumer', { domain: shown }));
  const tenantId = parseTenantId(name);
  if (tenantId !== undefined) return ok({ kind: 'tenant', tenantId });
  const isDamaged = isDamagedId(name) || looksLikeId(name);
  const domain = parseDomain(name);
  if (domain !== undefined && !isDamaged) return ok({ kind: 'domain', domain });
  return err(problem(isDamaged ? 'tenant-id-invalid' : 'link-unknown', { text: shown }));
}

/** An id is exact; a domain beside it may be a partner's. Two domains may be one tenant's, but nothing here says so. */
function referenceIn(link: string): Result<TenantReference, Problem> {
  const read = readLink(link);
  if (!read.ok) return read;
  const [name, ...others] = read.value.names;
  const unclear = name?.kind !== 'tenant' && others.length > 0;
  return name === undefined || unclear
    ? err(problem('link-ambiguous', { text: link.trim().slice(0, 80) }))
    : ok(name);
}

function referenceInOwn(link: string): Result<TenantReference, Problem> {
  const read = readTidegateLink(link);
  if (!read.ok) return read;
  const tenantId = read.value.kind === 'open' ? read.value.tenantId : read.value.shown;
  return tenantId === undefined
    ? err(problem('link-malformed', { text: link.slice(0, 80) }))
    : ok({ kind: 'tenant', tenantId });
}

/** Groups of hexadecimal digits with dashes, as a GUID has them; also one that stands for nobody. */
function looksLikeId(text: string): boolean {
  return /^\{?[0-9a-f]{4,}(-[0-9a-f]{2,}){3,}\}?$/i.test(text.trim());
}
