import type {
  Pipeline,
  PipelineRequest,
  PipelineResponse,
  PipelineRetryOptions,
  RetryStrategy,
} from '@azure/core-rest-pipeline';
import { problem, type Problem } from '../../shared/problem.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { reasonOf } from '../storage/reason.ts';
import type { HttpAnswer, HttpClient } from './http-client.ts';
import { askedWait, statusProblem } from './retry-after.ts';

export interface ApiRequest {
  /** Sent as bearer token; without one the request is anonymous. */
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** The longest wait in seconds that a server may ask for; one that asks for more is a failure for now. */
const longestWait = 60;

const patience: PipelineRetryOptions = { maxRetries: 3, retryDelayInMs: 1_000, maxRetryDelayInMs: 30_000 };

/**
 * Asks Microsoft's APIs, and asks again as they wish (Retry-After) or after a pause (5xx). Being offline is told at
 * once: the next sync asks again anyway.
 */
export class ApiClient {
  readonly #http: HttpClient;
  readonly #retry: PipelineRetryOptions;
  #parts: ReturnType<typeof loadPipeline> | undefined;

  constructor(http: HttpClient, retry: PipelineRetryOptions = patience) {
    this.#http = http;
    this.#retry = retry;
  }

  /** The JSON of a successful answer. Errors: those of HttpClient, `throttled`, `server-fault`, `answer-invalid`. */
  async getJson(url: string, request: ApiRequest = {}): Promise<Result<unknown, Problem>> {
    const answer = await this.get(url, request);
    if (!answer.ok) return answer;
    const host = new URL(url).hostname;
    const failure = statusProblem(host, answer.value);
    return failure ? err(failure) : parseJson(host, answer.value.body);
  }

  /** An answer of any status, once asking again has not helped. For callers to whom a refusal says something. */
  async get(url: string, request: ApiRequest = {}): Promise<Result<HttpAnswer, Problem>> {
    this.#parts ??= loadPipeline(this.#retry);
    const { library, pipeline } = await this.#parts;
    const { token, signal } = request;
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
      const { status, body } = answer.value;
      const failure = statusProblem(new URL(url).hostname, answer.value);
      if (failure?.kind === 'throttled' && (askedWait(answer.value) ?? 0) > longestWait)
        throw new Failure(failure);
      return {
        request: attempt,
        status,
        headers: library.createHttpHeaders(answer.value.headers),
        bodyAsText: body,
      };
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

/** Loaded when first needed: nothing at start waits for it. */
async function loadPipeline(options: PipelineRetryOptions) {
  const library = await import('@azure/core-rest-pipeline');
  const pipeline: Pipeline = library.createEmptyPipeline();
  pipeline.addPolicy(library.defaultRetryPolicy(options));
  // The default policy leaves a 429 alone when it does not say how long to wait.
  const unspecific: RetryStrategy = {
    name: 'unspecific-throttling',
    retry: ({ retryCount, response }) =>
      response?.status === 429 && response.headers.get('retry-after') === undefined
        ? { retryAfterInMs: (options.retryDelayInMs ?? 1_000) * 2 ** retryCount }
        : { skipStrategy: true },
  };
  pipeline.addPolicy(library.retryPolicy([unspecific], { maxRetries: options.maxRetries ?? 3 }));
  return { library, pipeline };
}
