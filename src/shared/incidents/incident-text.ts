import type { Language } from '../locales/language.ts';
import type { Translate } from '../locales/messages.ts';
import { timeAgo } from '../time-ago.ts';
import type { CustomerIncidents, IncidentCount, Severity } from './incidents.ts';

/** What is said of a customer's incidents, in words. */
export interface IncidentWords {
  /** A few words to be seen from afar, where something is active. */
  readonly badge: string | null;
  /** Some of them are of severity high. */
  readonly urgent: boolean;
  /** All that is known: the number, its age, the newest one, or why there is no number. Never zero where nobody counted. */
  readonly facts: readonly string[];
}

export interface IncidentWordsContext {
  readonly t: Translate;
  readonly language: Language;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function incidentWords(
  { counted, trouble }: CustomerIncidents,
  { language, now, t }: IncidentWordsContext,
): IncidentWords {
  const refused = trouble === null ? [] : [t(`incidents.trouble.${trouble.kind}`)];
  if (counted === null) {
    const asked = trouble === null ? [] : [askedWords(trouble.at, t, language, now)];
    return { badge: null, urgent: false, facts: [...refused, ...asked] };
  }
  const { at, count } = counted;
  const { newest } = count;
  return {
    badge: count.total === 0 ? null : badgeWords(count, t),
    urgent: count.bySeverity.high > 0,
    facts: [
      count.total === 0 ? t('incidents.none') : countWords(count, t),
      askedWords(at, t, language, now),
      ...refused,
      ...(newest === null
        ? []
        : [t('incidents.newest', { number: newest.number, ago: timeAgo(newest.at, now, language) })]),
    ],
  };
}

/** `3 high, 12 active`: what stands in a row, and in the tray behind a customer's name. */
export function badgeWords(count: IncidentCount, t: Translate): string {
  const active = t('incidents.active', { number: told(count.total, count.atLeast) });
  return count.bySeverity.high === 0 ? active : `${severityWords(count, 'high', t)}, ${active}`;
}

/** `12 active: 3 high, 9 low`. */
function countWords(count: IncidentCount, t: Translate): string {
  const parts = (['high', 'medium', 'low', 'informational'] as const)
    .filter((severity) => count.bySeverity[severity] > 0)
    .map((severity) => severityWords(count, severity, t));
  const active = t('incidents.active', { number: told(count.total, count.atLeast) });
  return parts.length === 0 ? active : t('incidents.split', { active, parts: parts.join(', ') });
}

function severityWords({ bySeverity, open }: IncidentCount, severity: Severity, t: Translate): string {
  return t(`incidents.severity.${severity}`, { number: told(bySeverity[severity], open.includes(severity)) });
}

/** `50+`: at least so many. */
function told(number: number, atLeast: boolean): string {
  return atLeast ? `${number}+` : String(number);
}

function askedWords(at: string, t: Translate, language: Language, now: number): string {
  return t('incidents.asked', { ago: timeAgo(at, now, language) });
}
