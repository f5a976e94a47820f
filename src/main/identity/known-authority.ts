import { problem, type Problem, type ProblemKind } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { OpenPage } from './sign-in-attempt.ts';

/** Problems that the sign-in page would have too, or that make it a dead end. */
const stops: ReadonlySet<ProblemKind> = new Set(['domain-consumer', 'offline', 'proxy-refused']);

export interface TenantLookup {
  /** The tenant of each domain or id; see customers/sources/domain-lookup. */
  findAll(
    references: Iterable<string>,
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, Result<TenantId, Problem>>>;
}

/**
 * Opens the sign-in page of a tenant only if there is one by that id or domain: Microsoft's page for an unknown tenant
 * is a dead end that never returns here. Errors: `authority-unknown`, `domain-consumer`, `offline`, those of `open`.
 */
export function atKnownAuthority(lookup: TenantLookup, open: OpenPage): OpenPage {
  return async (address, signal) => {
    // `https://login.microsoftonline.com/<authority>/oauth2/v2.0/authorize?...`
    const authority = decodeURIComponent(new URL(address).pathname.split('/')[1] ?? '');
    const refused = authority === 'organizations' ? undefined : await refusal(authority, lookup, signal);
    // Called off meanwhile: then nobody wants to see a page any more.
    if (signal.aborted) return err(problem('cancelled', {}));
    return refused === undefined ? open(address, signal) : err(refused);
  };
}

async function refusal(
  authority: string,
  lookup: TenantLookup,
  signal: AbortSignal,
): Promise<Problem | undefined> {
  const found = (await lookup.findAll([authority], signal)).get(authority);
  if (found === undefined || found.ok) return undefined;
  const { error } = found;
  if (error.kind === 'domain-unknown') return problem('authority-unknown', { text: authority });
  // Whatever else kept the lookup from an answer: the page may still work, and says what is wrong with it.
  return stops.has(error.kind) ? error : undefined;
}
