import type { HttpAnswer } from './http-client.ts';

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

/** Milliseconds assumed when a server says "later" but not when; as long as MSAL waits by itself. */
const defaultWait = 60_000;

/** A server that asks for more than a day is not believed. */
export const longestBelieved = 24 * 3_600_000;

/** Milliseconds for which a server that is busy is left alone: what it asks for, within reason. */
export function believedWait(answer: Pick<HttpAnswer, 'headers'>, now = Date.now()): number {
  return Math.min(askedWait(answer, now) ?? defaultWait, longestBelieved);
}

export function isThrottled(answer: Pick<HttpAnswer, 'status' | 'headers'>): boolean {
  return answer.status === 429 || (answer.status === 503 && askedWait(answer) !== undefined);
}
