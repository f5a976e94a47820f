import { describe, expect, it } from 'vitest';
import { byUrgency, fitsQuery, readIncidentQuery } from '#shared/incidents/incident-query.ts';
import { incidentWords } from '#shared/incidents/incident-text.ts';
import {
  afterFailure,
  incidentTroubles,
  troubleOf,
  type CustomerIncidents,
  type IncidentCount,
} from '#shared/incidents/incidents.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem } from '#shared/problems/problem.ts';
import { aCount } from '../../support/incidents.ts';
import { aTenantId } from '../../support/samples.ts';

const now = Date.UTC(2026, 10, 28, 12);
const ago = (minutes: number): string => new Date(now - minutes * 60_000).toISOString();
const counted = (count: Partial<IncidentCount>, minutes = 14): CustomerIncidents => ({
  tenantId: aTenantId(),
  counted: { at: ago(minutes), count: aCount(count) },
  trouble: null,
});
const fault = problem('server-fault', { host: 'graph.microsoft.com', status: '500' });
const words = (known: CustomerIncidents, language: 'en' | 'fr' = 'en') =>
  incidentWords(known, { t: translator(language), language, now });

describe('what is said', () => {
  it('is the number, its severities, the newest one and its age', () => {
    const known = counted({
      total: 12,
      bySeverity: { high: 3, medium: 0, low: 9, informational: 0 },
      newest: { number: '2972395', at: ago(3), severity: 'high' },
    });
    expect(words(known)).toEqual({
      badge: '3 high, 12 active',
      urgent: true,
      facts: ['12 active: 3 high, 9 low', 'counted 14 minutes ago', 'newest 2972395, 3 minutes ago'],
    });
    expect(words(known, 'fr').badge).toBe('gravité élevée\u00a0: 3, 12 en cours');
  });

  it('of nothing active, that somebody counted, and when', () => {
    expect(words(counted({}))).toEqual({
      badge: null,
      urgent: false,
      facts: ['No active incident', 'counted 14 minutes ago'],
    });
  });

  it('is "at least" where Microsoft did not tell all', () => {
    const high = { high: 2, medium: 0, low: 48, informational: 0 };
    expect(words(counted({ total: 50, atLeast: true, bySeverity: high, open: ['low'] }))).toMatchObject({
      badge: '2 high, 50+ active',
      facts: ['50+ active: 2 high, 48+ low', 'counted 14 minutes ago'],
    });
  });

  it.each(incidentTroubles)('of a customer without a number is why, and never zero: %s', (kind) => {
    const known: CustomerIncidents = {
      tenantId: aTenantId(),
      counted: null,
      trouble: { at: ago(2), kind, problem: fault },
    };
    for (const language of ['en', 'fr'] as const) {
      const { badge, facts } = words(known, language);
      expect(badge).toBeNull();
      expect(facts[0]).toBe(translator(language)(`incidents.trouble.${kind}`));
      expect(facts.join(' ')).not.toMatch(/\b0\b|no active|aucun/i);
    }
  });

  it('of a number that could not be had anew is the old one with its age, and that it failed', () => {
    const before = counted({ total: 4 }, 40);
    expect(words(afterFailure(before, before.tenantId, ago(1), fault)).facts).toEqual([
      '4 active',
      'counted 40 minutes ago',
      'Incidents could not be counted',
    ]);
  });
});

it.each([
  [problem('consent-missing', { reason: '', code: 'AADSTS65001' }), 'no-consent'],
  [problem('access-refused', { host: 'graph.microsoft.com', code: 'Forbidden' }), 'no-role'],
  [problem('not-invited', { account: '', reason: '', code: 'AADSTS50020' }), 'no-role'],
  [problem('mfa-needed', { account: '', reason: '', code: 'AADSTS50076' }), 'sign-in'],
  [problem('token-wrong-tenant', { wanted: '', got: '' }), 'failed'],
  [fault, 'failed'],
] as const)('a refusal is taken for what it is: %o', (refusal, kind) => {
  expect(troubleOf(refusal)).toBe(kind);
});

describe('a query that begins with !', () => {
  it.each([
    ['!', null, ''],
    [' ! ', null, ''],
    ['!high', 'high', ''],
    ['! HIGH contoso ltd', 'high', 'contoso ltd'],
    ['!h', 'high', ''],
    ['!élevé', 'high', ''],
    ['!élevée contoso', 'high', 'contoso'],
    ['!moy', 'medium', ''],
    ['!faible', 'low', ''],
    ['!consent', 'no-consent', ''],
    ['!consentement', 'no-consent', ''],
    ['!no-role', 'no-role', ''],
    ['!rôle', 'no-role', ''],
    ['!contoso', null, 'contoso'],
    ['!!high', 'high', ''],
    ['!-', null, '-'],
  ] as const)('%s', (typed, only, name) => {
    expect(readIncidentQuery(typed)).toEqual({ only, name });
  });

  it.each(['', 'contoso!', 'high', '#high'])('is not %s', (typed) => {
    expect(readIncidentQuery(typed)).toBeUndefined();
  });

  it('means customers with active incidents, of one severity, or without a number for one reason', () => {
    const some = counted({ total: 2, bySeverity: { high: 0, medium: 2, low: 0, informational: 0 } });
    const none = counted({});
    const refused = afterFailure(undefined, aTenantId(), ago(1), fault);
    const fitting = (typed: string): readonly CustomerIncidents[] => {
      const query = readIncidentQuery(typed);
      return query === undefined ? [] : [some, none, refused].filter((each) => fitsQuery(each, query));
    };
    expect(fitting('!')).toEqual([some]);
    expect(fitting('!high')).toEqual([]);
    expect(fitting('!medium')).toEqual([some]);
    expect(fitting('!failed')).toEqual([refused]);
    expect(fitting('!consent')).toEqual([]);
  });
});

it('who has more of the worse severity comes first, then who has more, then who has the newest', () => {
  const of = (high: number, low: number, minutes: number): CustomerIncidents =>
    counted({
      total: high + low,
      bySeverity: { high, medium: 0, low, informational: 0 },
      newest: { number: '1', at: ago(minutes), severity: null },
    });
  const [worst, next, newer, older] = [of(2, 0, 9), of(1, 40, 1), of(0, 3, 1), of(0, 3, 5)];
  const refused = afterFailure(undefined, aTenantId(), ago(1), fault);
  expect([refused, older, newer, next, worst].sort(byUrgency)).toEqual([worst, next, newer, older, refused]);
});
