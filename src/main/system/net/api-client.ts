import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, type Result } from '#shared/problems/result.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';
import { readJson } from './read-answer.ts';
import { patience, planRetry, waitFor, type Patience } from './retry.ts';

export interface ApiRequest {
  /** Sent as bearer token; without one the request is anonymous. */
  readonly token?: string;
  /** Further headers, with names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Told each time the answer is that it should be asked again later: when that will be. */
  readonly onWait?: (until: Date) => void;
}

/**
 * Asks Microsoft's APIs, and asks again as they wish or after a pause: see `planRetry`. Being offline is told at once:
 * the next sync asks again anyway.
 */
export class ApiClient {
  readonly #http: HttpClient;
  readonly #patience: Patience;

  constructor(http: HttpClient, howPatient: Patience = patience) {
    this.#http = http;
    this.#patience = howPatient;
  }

  /** The JSON of a successful answer. Errors: those of HttpClient and `readJson`. */
  async getJson(url: string, request: ApiRequest = {}): Promise<Result<unknown, Problem>> {
    const answer = await this.get(url, request);
    return answer.ok ? readJson(new URL(url).hostname, answer.value) : answer;
  }

  /** An answer of any status, once asking again has not helped. For callers to whom a refusal says something. */
  async get(url: string, request: ApiRequest = {}): Promise<Result<HttpAnswer, Problem>> {
    const { token, signal, onWait } = request;
    const headers = {
      ...request.headers,
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    for (let retries = 0; ; retries += 1) {
      const answer = await this.#http.send({ method: 'GET', url, headers, ...(signal ? { signal } : {}) });
      if (!answer.ok || retries === this.#patience.retries) return answer;
      const wait = planRetry(answer.value, retries, this.#patience, Math.random());
      if (wait === undefined) return answer;
      onWait?.(new Date(Date.now() + wait));
      await waitFor(wait, signal);
      if (signal?.aborted) return err(problem('cancelled', {}));
    }
  }
}
