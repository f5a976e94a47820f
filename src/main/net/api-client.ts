import type * as Library from '@azure/core-rest-pipeline';
import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from '../storage/reason.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';
import { patience, retryStrategy, type Patience } from './retry.ts';
import { statusProblem } from './retry-after.ts';

export interface ApiRequest {
  /** Sent as bearer token; without one the request is anonymous. */
  readonly token?: string;
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
  /** Loaded when first needed: nothing at start waits for it. */
  #library: Promise<typeof Library> | undefined;

  constructor(http: HttpClient, howPatient: Patience = patience) {
    this.#http = http;
    this.#patience = howPatient;
  }

  /** The JSON of a successful answer. Errors: those of HttpClient and `statusProblem`, `answer-invalid`. */
  async getJson(url: string, request: ApiRequest = {}): Promise<Result<unknown, Problem>> {
    const answer = await this.get(url, request);
    if (!answer.ok) return answer;
    const host = new URL(url).hostname;
    const failure = statusProblem(host, answer.value);
    return failure ? err(failure) : parseJson(host, answer.value.body);
  }

  /** An answer of any status, once asking again has not helped. For callers to whom a refusal says something. */
  async get(url: string, request: ApiRequest = {}): Promise<Result<HttpAnswer, Problem>> {
    this.#library ??= import('@azure/core-rest-pipeline');
    const library = await this.#library;
    const { token, signal, onWait = () => undefined } = request;
    const pipeline = library.createEmptyPipeline();
    const strategy = retryStrategy(this.#patience, onWait);
    pipeline.addPolicy(library.retryPolicy([strategy], { maxRetries: this.#patience.retries }));
    const headers = library.createHttpHeaders({
      accept: 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    });
    const options = { url, headers, ...(signal ? { abortSignal: signal } : {}) };
    const sendRequest = async (attempt: PipelineRequest): Promise<PipelineResponse> => {
      const sent = {
        method: 'GET',
        url,
        headers: attempt.headers.toJSON(),
        ...(signal ? { signal } : {}),
      } as const;
      const answer = await this.#http.send(sent);
      if (!answer.ok) throw new Failure(answer.error);
      const { status, headers: answered, body: bodyAsText } = answer.value;
      return { request: attempt, status, headers: library.createHttpHeaders(answered), bodyAsText };
    };
    try {
      const answer = await pipeline.sendRequest({ sendRequest }, library.createPipelineRequest(options));
      const { status, bodyAsText } = answer;
      return ok({ status, headers: answer.headers.toJSON(), body: bodyAsText ?? '' });
    } catch (error) {
      if (error instanceof Failure) return err(error.problem);
      if (signal?.aborted) return err(problem('cancelled', {}));
      throw error;
    }
  }
}

export function parseJson(host: string, body: string): Result<unknown, Problem> {
  try {
    return ok(JSON.parse(body) as unknown);
  } catch (error) {
    return err(problem('answer-invalid', { host, reason: reasonOf(error) }));
  }
}

/** Carries a problem through the library: what is not its own kind of error, it passes on at once. */
class Failure extends Error {
  readonly problem: Problem;

  constructor(failure: Problem) {
    super(failure.kind);
    this.problem = failure;
  }
}
