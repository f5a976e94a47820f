import { problem, type Problem } from '../../shared/problem.ts';
import type { HttpAnswer } from './http-client.ts';

/** Milliseconds assumed when a server says "later" but not when; as long as MSAL waits by itself. */
const defaultWait = 60_000;

/** A server that asks for more than a day is not believed. */
const longestBelieved = 24 * 3_600_000;

/**
 * Milliseconds a server asks to wait, or nothing if it does not say. `Retry-After` is seconds or a date (RFC 9110,
 * 10.2.3), which is read by the server's own clock; Azure also writes milliseconds under two names.
 */
export function askedWait({ headers }: Pick<HttpAnswer, 'headers'>, now = Date.now()): number | undefined {
  const milliseconds = headers['retry-after-ms'] ?? headers['x-ms-retry-after-ms'];
  const text = milliseconds ?? headers['retry-after'] ?? '';
  const asked = text.trim() === '' ? NaN : Number(text) * (milliseconds === undefined ? 1_000 : 1);
  const serverNow = Date.parse(headers['date'] ?? '');
  const wait = Number.isNaN(asked) ? Date.parse(text) - (Number.isNaN(serverNow) ? now : serverNow) : asked;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

export function isThrottled(answer: Pick<HttpAnswer, 'status' | 'headers'>): boolean {
  return answer.status === 429 || (answer.status === 503 && askedWait(answer) !== undefined);
}

/** Why an answer is no success, or nothing if it is one. */
export function statusProblem(host: string, answer: HttpAnswer, now = Date.now()): Problem | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  if (isThrottled(answer)) {
    const until = new Date(now + Math.min(askedWait(answer, now) ?? defaultWait, longestBelieved));
    return problem('throttled', { host, until: until.toISOString() });
  }
  const code = errorCode(answer.body) ?? String(answer.status);
  if (answer.status === 401) return problem('token-refused', { host, code });
  if (answer.status === 403) return problem('access-refused', { host, code });
  return problem('server-fault', { host, status: String(answer.status) });
}

/** `error.code` of the body, as ARM and Graph write it, such as `Authorization_RequestDenied`. */
function errorCode(body: string): string | undefined {
  try {
    const { error } = JSON.parse(body) as { readonly error?: { readonly code?: unknown } };
    return typeof error?.code === 'string' && /^\w{1,80}$/.test(error.code) ? error.code : undefined;
  } catch {
    return undefined;
  }
}
