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

export function isThrottled(answer: Pick<HttpAnswer, 'status' | 'headers'>): boolean {
  return answer.status === 429 || (answer.status === 503 && askedWait(answer) !== undefined);
}
