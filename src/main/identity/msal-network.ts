import type * as Msal from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { parseJson } from '../net/api-client.ts';
import type { HttpAnswer, HttpClient } from '../net/http-client.ts';
import { askedWait, statusProblem } from '../net/retry-after.ts';
import { refreshTokenRefused } from './msal-problem.ts';

/** MSAL's requests through our one HTTP client, and why those failed that did. */
export class MsalNetwork implements INetworkModule {
  readonly #msal: typeof Msal;
  readonly #http: HttpClient;
  /** By the id that MSAL gives all requests of one call. */
  readonly #failures = new Map<string, Problem>();
  /** Milliseconds of the clock on the wall, by which MSAL keeps quiet as well; by tenant. */
  readonly #quietUntil = new Map<string, number>();

  constructor(msal: typeof Msal, http: HttpClient) {
    this.#msal = msal;
    this.#http = http;
  }

  /** Why the network or the server failed the call with this id, if one of them did. Told once. */
  takeFailure(correlationId: string): Problem | undefined {
    const failure = this.#failures.get(correlationId);
    this.#failures.delete(correlationId);
    return failure;
  }

  /** Until when MSAL answers about this tenant from its memory of a server's failure instead of asking. */
  quietUntil(tenant: string): Date {
    return new Date(this.#quietUntil.get(tenant) ?? Date.now());
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('GET', url, options);
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>('POST', url, options);
  }

  async #send<T>(
    method: 'GET' | 'POST',
    url: string,
    options: NetworkRequestOptions = {},
  ): Promise<NetworkResponse<T>> {
    const { headers, body, correlationId = '' } = options;
    const request = { method, url, ...(headers ? { headers } : {}), ...(body === undefined ? {} : { body }) };
    const answer = await this.#http.send(request);
    const content = answer.ok ? this.#read(url, answer.value, correlationId) : answer;
    if (!answer.ok || !content.ok) {
      if (!content.ok) this.#failures.set(correlationId, content.error);
      throw new this.#msal.AuthError('network_failure', correlationId);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL names the shape it will check.
    const response = { ...answer.value, body: content.value as T };
    return { ...response, headers: { ...response.headers } };
  }

  #read(url: string, answer: HttpAnswer, correlationId: string): Result<object, Problem> {
    const host = new URL(url).hostname;
    const content = parseJson(host, answer.body);
    const value = content.ok && typeof content.value === 'object' ? content.value : null;
    const failure = statusProblem(host, answer);
    if (failure && (answer.status === 429 || answer.status >= 500)) {
      this.#failures.set(correlationId, failure);
      this.#quietUntil.set(tenantOf(url), Date.now() + (askedWait(answer) ?? 60_000));
      // MSAL remembers such an answer and keeps quiet for a while, but only if the body calls itself an error.
      return ok({ error: 'server_error', ...value });
    }
    if (value !== null) return ok(sparingRefreshToken(value));
    return content.ok ? err(problem('answer-invalid', { host, reason: 'not an object' })) : content;
  }
}

/**
 * `bad_token` makes MSAL throw the account's refresh token away, and that serves all tenants: one customer's word would
 * sign the account out of every other. So MSAL hears another word, and what it means is found out: see SilentTokens.
 */
function sparingRefreshToken(answer: object): object {
  const said = 'suberror' in answer && answer.suberror === 'bad_token';
  return said ? { ...answer, suberror: refreshTokenRefused } : answer;
}

/** The first part of an endpoint's path: a tenant's id or domain, or `organizations`. */
function tenantOf(url: string): string {
  return new URL(url).pathname.split('/')[1] ?? '';
}
