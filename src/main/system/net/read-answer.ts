import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { readChallenge } from './challenge.ts';
import type { HttpAnswer } from './http-client.ts';
import { believedWait, isThrottled } from './retry-after.ts';

/**
 * Why an answer is no whole success, by its status; nothing if it is one. Errors: `page-instead`, `throttled`,
 * `proof-needed`, `token-refused`, `access-refused`, `server-fault`, `answer-invalid`.
 */
export function statusProblem(host: string, answer: HttpAnswer, now = Date.now()): Problem | undefined {
  const { status } = answer;
  if (status === 200 || status === 203) return undefined;
  if (isThrottled(answer)) {
    const until = new Date(now + believedWait(answer, now));
    return problem('throttled', { host, until: until.toISOString() });
  }
  if (status === 206) return problem('answer-invalid', { host, reason: 'answerFault.partial' });
  if (status >= 200 && status < 300) return problem('answer-invalid', { host, reason: 'answerFault.empty' });
  // Nothing that is asked leads elsewhere, and 511 is a network's own word for "sign in first" (RFC 6585, 6).
  if ((status >= 300 && status < 400 && status !== 304) || status === 511)
    return problem('page-instead', { host });
  const code = errorCode(answer.body) ?? String(status);
  const challenge = status === 401 || status === 403 ? readChallenge(answer) : undefined;
  if (challenge !== undefined) return problem('proof-needed', { host, ...challenge });
  if (status === 401) return problem('token-refused', { host, code });
  if (status === 403) return problem('access-refused', { host, code });
  return problem('server-fault', { host, status: String(status) });
}

/**
 * The same for an API or the token endpoint, which never answer with a page: then something on the way did, a guest
 * network's sign-in or a proxy. A page with a server's fault is what a gateway says of that fault.
 */
export function apiProblem(host: string, answer: HttpAnswer, now = Date.now()): Problem | undefined {
  const page = answer.status !== 200 && answer.status < 500 && looksLikePage(answer.body);
  return page && !isThrottled(answer) ? problem('page-instead', { host }) : statusProblem(host, answer, now);
}

/** The JSON of a successful answer. Errors: those of `apiProblem`. */
export function readJson(host: string, answer: HttpAnswer): Result<unknown, Problem> {
  const failure = apiProblem(host, answer);
  return failure ? err(failure) : parseBody(host, answer.body);
}

/** The JSON of a body, whatever its status. Errors: `page-instead`, `answer-invalid`. */
export function parseBody(host: string, body: string): Result<unknown, Problem> {
  const text = withoutMark(body);
  if (text.trim() === '') return err(problem('answer-invalid', { host, reason: 'answerFault.empty' }));
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    // What a parser says of it helps nobody: what the body is does.
    return err(
      looksLikePage(text)
        ? problem('page-instead', { host })
        : problem('answer-invalid', { host, reason: 'answerFault.notJson' }),
    );
  }
}

/** Markup: no JSON begins with a `<`. */
function looksLikePage(body: string): boolean {
  return /^\s*</.test(withoutMark(body));
}

/** Some gateways put a byte order mark before what they pass on. */
function withoutMark(body: string): string {
  return body.replace(/^\uFEFF/, '');
}

/** `error.code` of the body, as ARM and Graph write it, such as `Authorization_RequestDenied`. */
function errorCode(body: string): string | undefined {
  try {
    const { error } = JSON.parse(withoutMark(body)) as { readonly error?: { readonly code?: unknown } };
    return typeof error?.code === 'string' && /^\w{1,80}$/.test(error.code) ? error.code : undefined;
  } catch {
    return undefined;
  }
}
