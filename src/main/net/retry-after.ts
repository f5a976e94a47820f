import { problem, type Problem } from '../../shared/problem.ts';
import type { HttpAnswer } from './http-client.ts';

/** Seconds assumed when a server says "later" but not when; as long as MSAL waits by itself. */
const defaultWait = 60;

/**
 * Whole seconds a server asks to wait, or nothing if it does not say. `Retry-After` is a number or a date
 * (RFC 9110, 10.2.3); Azure also writes milliseconds under two names.
 */
export function askedWait({ headers }: HttpAnswer, now = Date.now()): number | undefined {
  const milliseconds = headers['retry-after-ms'] ?? headers['x-ms-retry-after-ms'];
  const text = milliseconds ?? headers['retry-after'] ?? '';
  const asked = text.trim() === '' ? NaN : Number(text) / (milliseconds === undefined ? 1 : 1_000);
  const seconds = Number.isNaN(asked) ? (Date.parse(text) - now) / 1_000 : asked;
  return Number.isNaN(seconds) ? undefined : Math.max(0, Math.ceil(seconds));
}

export function isThrottled(answer: HttpAnswer): boolean {
  return answer.status === 429 || (answer.status === 503 && askedWait(answer) !== undefined);
}

/** Why an answer is no success, or nothing if it is one. */
export function statusProblem(host: string, answer: HttpAnswer): Problem | undefined {
  if (answer.status >= 200 && answer.status < 300) return undefined;
  return isThrottled(answer)
    ? problem('throttled', { host, seconds: String(askedWait(answer) ?? defaultWait) })
    : problem('server-fault', { host, status: String(answer.status) });
}
