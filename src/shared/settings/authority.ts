import { parseDomain } from '../tenant/domain.ts';
import { problem, type Problem } from '../problems/problem.ts';
import { err, ok, type Result } from '../problems/result.ts';
import { isConsumerTenant, parseTenantId } from '../tenant/tenant-id.ts';
import { isGuid } from '../text/guid.ts';

/**
 * Who may sign in, as the last part of the authority's address: one tenant by id or domain, or `organizations` for
 * every work or school account. `common` and `consumers` would let personal accounts in, which reach no customer.
 */
export function parseAuthority(text: string): Result<string, Problem> {
  const word = text.trim().toLowerCase();
  const authority =
    word === 'organizations'
      ? word
      : (parseTenantId(word) ?? (isConsumerTenant(word) ? undefined : parseDomain(word)));
  return authority === undefined
    ? err(problem('authority-invalid', { text: text.slice(0, 80) }))
    : ok(authority);
}

/** The application (client) id of a registration, in lower case: a GUID as the Entra portal shows it. */
export function parseClientId(text: string): Result<string, Problem> {
  const id = text.trim().toLowerCase();
  return isGuid(id) ? ok(id) : err(problem('client-id-invalid', { text: text.slice(0, 80) }));
}
