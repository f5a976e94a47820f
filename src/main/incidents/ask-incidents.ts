import type { Cloud } from '#shared/settings/cloud.ts';
import type { IncidentCount } from '#shared/incidents/incidents.ts';
import { scopeOf } from '#shared/settings/permissions.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { AccessToken, Account, TokenRequest, TokenSource } from '../identity/identity.ts';
import { claimsIn, refusedFor } from '../identity/proof-needed.ts';
import type { ApiClient } from '../system/net/api-client.ts';
import { pageSize, readIncidents, withHighOf } from './read-incidents.ts';
import { tenantOfToken } from './token-claims.ts';

export interface AskIncidentsOptions {
  readonly api: Pick<ApiClient, 'getJson'>;
  readonly tokens: TokenSource;
  readonly cloud: () => Cloud;
}

const someActive = "(status eq 'active' or status eq 'inProgress')";

/** Microsoft leaves `awaitingAction` out of an answer unless it is asked so. */
const headers = { prefer: 'include-unknown-enum-members' };

/** The address of active incidents. The token decides whose: the address names no tenant. `only`: one more condition. */
function incidentsAddress(cloud: Cloud, only?: string): string {
  const url = new URL('/v1.0/security/incidents', cloud.graph);
  url.searchParams.set('$filter', only === undefined ? someActive : `${someActive} and ${only}`);
  url.searchParams.set('$count', 'true');
  url.searchParams.set('$top', String(pageSize));
  return url.href;
}

/** Asks Microsoft Graph how many incidents are active in one customer's tenant. Never asks the user anything. */
export class AskIncidents {
  readonly #options: AskIncidentsOptions;

  constructor(options: AskIncidentsOptions) {
    this.#options = options;
  }

  /** Errors: those of a token and of the API; `token-wrong-tenant`. */
  async ask(
    account: Account,
    tenantId: TenantId,
    signal: AbortSignal,
  ): Promise<Result<IncidentCount, Problem>> {
    const scopes = [scopeOf('incidents', this.#options.cloud())];
    let request: TokenRequest = { account, tenantId, scopes, signal };
    for (;;) {
      const token = await this.#token(request);
      if (!token.ok) return token;
      const counted = await this.#count(token.value, signal);
      if (counted.ok || !mendedByToken.has(counted.error.kind)) return counted;
      // Microsoft may have revoked the token: try once more with a new one.
      if (request.fresh) return err(refusedFor(counted.error, request, this.#options.tokens));
      request = { ...request, fresh: true, ...claimsIn(counted.error) };
    }
  }

  async #token(request: TokenRequest): Promise<Result<AccessToken, Problem>> {
    const token = await this.#options.tokens.token(request);
    if (!token.ok) return token;
    const { tenantId: wanted } = request;
    // SECURITY: Graph answers for the tenant in the token. A token for any other would show that tenant's number here.
    const got = tenantOfToken(token.value.value);
    return got === wanted && token.value.tenantId === wanted
      ? token
      : err(problem('token-wrong-tenant', { wanted, got: got ?? token.value.tenantId }));
  }

  async #count(
    { tenantId, value }: AccessToken,
    signal: AbortSignal,
  ): Promise<Result<IncidentCount, Problem>> {
    const { api, cloud } = this.#options;
    const ask = async (only?: string): Promise<Result<IncidentCount, Problem>> => {
      const address = incidentsAddress(cloud(), only);
      const page = await api.getJson(address, { token: value, signal, headers });
      return page.ok ? readIncidents(page.value, tenantId, new URL(address).hostname) : page;
    };
    const all = await ask();
    if (!all.ok || all.value.open.length === 0) return all;
    // One page does not hold them all: ask for the high ones by themselves, because they count most.
    const high = await ask("severity eq 'high'");
    return high.ok ? { ok: true, value: withHighOf(all.value, high.value) } : high;
  }
}

const mendedByToken: ReadonlySet<Problem['kind']> = new Set(['token-refused', 'proof-needed']);
