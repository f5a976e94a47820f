import { foldText } from '../search/normalise.ts';
import {
  incidentTroubles,
  severities,
  type CustomerIncidents,
  type IncidentTrouble,
  type Severity,
} from './incidents.ts';

/** What a query that begins with `!` asks for. */
export interface IncidentQuery {
  /** Only customers with one of this severity, or those that could not be counted for this reason. */
  readonly only: Severity | IncidentTrouble | null;
  /** What follows: a customer's name, as anywhere else. */
  readonly name: string;
}

/** Words for each in every language, folded; a beginning of one will do. */
const words: Readonly<Record<Severity | IncidentTrouble, readonly string[]>> = {
  high: ['high', 'haute', 'elevee', 'eleve'],
  medium: ['medium', 'moyenne', 'moyen'],
  low: ['low', 'faible', 'basse'],
  informational: ['informational', 'information', 'informatif', 'informative'],
  'no-consent': ['no-consent', 'consent', 'consentement', 'sans-consentement'],
  'no-role': ['no-role', 'role', 'sans-role'],
  'sign-in': ['sign-in', 'signin', 'connexion'],
  failed: ['failed', 'echec', 'echoue'],
};

/** Reads a query that begins with `!`; nothing for any other. */
export function readIncidentQuery(typed: string): IncidentQuery | undefined {
  const text = typed.trim();
  if (!text.startsWith('!')) return undefined;
  const [first = '', ...more] = text.replace(/^[!\s]+/, '').split(/\s+/);
  const only = first === '' ? undefined : kindOf(first);
  return { only: only ?? null, name: [...(only === undefined ? [first] : []), ...more].join(' ').trim() };
}

function kindOf(word: string): Severity | IncidentTrouble | undefined {
  const parts = word.split('-').map((part) => foldText(part));
  if (parts.includes('')) return undefined;
  const folded = parts.join('-');
  return [...severities, ...incidentTroubles].find((kind) =>
    words[kind].some((each) => each.startsWith(folded)),
  );
}

/** Whether a customer belongs to the answer. Without a wish: those with an active incident, whatever its severity. */
export function fitsQuery({ counted, trouble }: CustomerIncidents, { only }: IncidentQuery): boolean {
  if (only === null) return counted !== null && counted.count.total > 0;
  if (isTrouble(only)) return trouble?.kind === only;
  return counted !== null && counted.count.bySeverity[only] > 0;
}

/** Who needs somebody most stands first: by high ones, then medium, then low, then all; then who has the newest. */
export function byUrgency(one: CustomerIncidents, other: CustomerIncidents): number {
  const [a, b] = [one.counted?.count, other.counted?.count];
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  for (const severity of severities) {
    const difference = b.bySeverity[severity] - a.bySeverity[severity];
    if (difference !== 0) return difference;
  }
  if (a.total !== b.total) return b.total - a.total;
  return (b.newest?.at ?? '').localeCompare(a.newest?.at ?? '');
}

function isTrouble(kind: Severity | IncidentTrouble): kind is IncidentTrouble {
  return (incidentTroubles as readonly string[]).includes(kind);
}
