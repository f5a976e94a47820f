import type { Problem } from '#shared/problems/problem.ts';
import type { Result } from '#shared/problems/result.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** An answer with more is `answer-invalid`. Without it what no API answers is too much. */
  readonly mostBytes?: number;
}

/** An answer that arrived whole, whatever its status. Header names are in lower case. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body as it came, where it was asked for with `mostBytes`. */
  readonly bytes?: Uint8Array;
}

/**
 * One request, one answer: no redirect is followed, nothing is retried, no cookie is sent and nothing is kept.
 * Errors: `address-refused`, `offline`, `proxy-refused`, `answer-invalid`, `cancelled`.
 */
export interface HttpClient {
  send(request: HttpRequest): Promise<Result<HttpAnswer, Problem>>;
}
