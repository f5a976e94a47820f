import type { Language } from './locales/language.ts';

const units = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;

/** How long ago an ISO 8601 time was, in words: "now", "5 minutes ago", "yesterday". `now` in milliseconds since 1970. */
export function timeAgo(iso: string, now: number, language: Language): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const elapsed = Math.max(0, now - Date.parse(iso));
  const [unit, length] =
    units.findLast(([, unitLength]) => elapsed >= unitLength) ?? (['second', 1_000] as const);
  // Seconds are not worth counting: below a minute it is "now".
  return words.format(unit === 'second' ? 0 : -Math.floor(elapsed / length), unit);
}
