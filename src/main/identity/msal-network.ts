import type * as Msal from '@azure/msal-node';
import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { HttpAnswer, HttpClient, HttpRequest } from '../system/net/http-client.ts';
import { apiProblem, parseBody } from '../system/net/read-answer.ts';
import { patience, planRetry, waitFor } from '../system/net/retry.ts';
import { believedWait } from '../system/net/retry-after.ts';
import { refreshTokenRefused } from './msal-problem.ts';

/** MSAL's requests through our one HTTP client, and why those failed that did. */
export class MsalNetwork implements INetworkModule {
  readonly #msal: typeof Msal;
  readonly #http: HttpClient;
  /** The failure of each call, by the id that MSAL gives all its requests. */
  readonly #failures = new Map<string, Problem>();
  /** Milliseconds of the clock on the wall, by which MSAL keeps quiet as well; by tenant. */
  readonly #quietUntil = new Map<string, number>();
  /** By tenant: until when its endpoint has asked for patience. */
  readonly #gates = new Map<string, { readonly until: Date; readonly opens: Promise<void> }>();
  /** Who is told that a call waits, by the id of the call. */
  readonly #onWait = new Map<string, (until: Date) => void>();

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

  /** Tells each time that the call with this id waits: until when. */
  tellWaits(correlationId: string, onWait: (until: Date) => void): void {
    this.#onWait.set(correlationId, onWait);
  }

  /** The call with this id is over. */
  forget(correlationId: string): void {
    this.#failures.delete(correlationId);
    this.#onWait.delete(correlationId);
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
    const answer = await this.#ask(request, correlationId);
    const content = answer.ok ? this.#read(url, answer.value, correlationId) : answer;
    if (!answer.ok || !content.ok) {
      if (!content.ok) this.#failures.set(correlationId, content.error);
      throw new this.#msal.AuthError('network_failure', correlationId);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- MSAL names the shape it will check.
    const response = { ...answer.value, body: content.value as T };
    return { ...response, headers: { ...response.headers } };
  }

  /**
   * Asks, and once more after the wait that a busy endpoint asks for. All that is asked of a tenant meanwhile waits for
   * the same moment, so that several sources are refused once and not each. MSAL hears the last answer alone: what it
   * hears of a refusal it remembers, and asks nobody for a while.
   */
  async #ask(request: HttpRequest, correlationId: string): Promise<Result<HttpAnswer, Problem>> {
    const tenant = tenantOf(request.url);
    const waited = await this.#wait(tenant, correlationId);
    const answer = await this.#http.send(request);
    if (waited || !answer.ok || !(answer.value.status === 429 || answer.value.status === 503)) return answer;
    const wait = planRetry(answer.value, 0, patience, Math.random());
    if (wait === undefined) return answer;
    if (!this.#gates.has(tenant)) this.#close(tenant, wait);
    await this.#wait(tenant, correlationId);
    return this.#http.send(request);
  }

  /** For so many milliseconds nothing is asked of the tenant's endpoint. */
  #close(tenant: string, wait: number): void {
    const opens = waitFor(wait).then(() => void this.#gates.delete(tenant));
    this.#gates.set(tenant, { until: new Date(Date.now() + wait), opens });
  }

  /** Waits until the tenant's endpoint may be asked. False: it may be already. */
  async #wait(tenant: string, correlationId: string): Promise<boolean> {
    const gate = this.#gates.get(tenant);
    if (gate === undefined) return false;
    this.#onWait.get(correlationId)?.(gate.until);
    await gate.opens;
    return true;
  }

  #read(url: string, answer: HttpAnswer, correlationId: string): Result<object, Problem> {
    const host = new URL(url).hostname;
    const content = parseBody(host, answer.body);
    const value = content.ok && typeof content.value === 'object' ? content.value : null;
    const failure = apiProblem(host, answer);
    if (failure && failure.kind !== 'page-instead' && (answer.status === 429 || answer.status >= 500)) {
      this.#failures.set(correlationId, failure);
      this.#quietUntil.set(tenantOf(url), Date.now() + believedWait(answer));
      // MSAL remembers such an answer and keeps quiet for a while, but only if the body calls itself an error.
      return ok({ error: 'server_error', ...value });
    }
    if (failure?.kind === 'page-instead' || failure?.kind === 'answer-invalid') return err(failure);
    if (value !== null) return ok(sparingRefreshToken(value));
    return content.ok ? err(problem('answer-invalid', { host, reason: 'answerFault.unexpected' })) : content;
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
