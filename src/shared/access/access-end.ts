import type { Translate } from '../locales/messages.ts';

const day = 86_400_000;
/** How many days before its end an access is worth a word. */
const notice = 30;

export type AccessEnd = { readonly kind: 'ended' } | { readonly kind: 'ending'; readonly days: number };

/**
 * Whether an access is over, or will be within 30 days. `ends` is ISO 8601, as `Customer.ends`; `now` milliseconds.
 * A day that has begun counts: what ends in an hour ends in one day. Nothing when there is nothing to say.
 */
export function accessEnd(ends: string | undefined, now: number): AccessEnd | undefined {
  const left = ends === undefined ? NaN : Date.parse(ends) - now;
  if (left <= 0) return { kind: 'ended' };
  const days = Math.ceil(left / day);
  return days <= notice ? { kind: 'ending', days } : undefined;
}

/** `accessEnd` in words, such as "Access ends in 12 days"; nothing when there is nothing to say. */
export function accessEndText(t: Translate, ends: string | undefined, now: number): string | undefined {
  const end = accessEnd(ends, now);
  if (end === undefined) return undefined;
  return end.kind === 'ended' ? t('access.ended') : t('access.ending', { count: end.days });
}
