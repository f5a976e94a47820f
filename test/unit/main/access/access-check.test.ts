import { describe, expect, it } from 'vitest';
import { accessVerdicts, classifyAccess, type AccessVerdict } from '#shared/status/access-check.ts';
import { translator } from '#shared/locales/messages.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';

const told = { reason: '(reason)', code: 'AADSTS1' };
const account = '(account)';

/** Every outcome that asking for a token is documented to have, and what it says of the access. */
const table: readonly (readonly [Problem | null, AccessVerdict])[] = [
  [null, 'reached'],
  [problem('not-invited', { account, ...told }), 'not-invited'],
  [problem('access-blocked', told), 'blocked'],
  [problem('mfa-needed', { account, ...told }), 'interaction'],
  [problem('step-up-needed', { account, ...told }), 'interaction'],
  [problem('sign-in-needed', { account }), 'signed-out'],
  [problem('sign-in-unconfigured', {}), 'signed-out'],
  [problem('account-unknown', { customer: '(customer)' }), 'no-account'],
  [problem('consent-missing', told), 'unknown'],
  [problem('sign-in-refused', told), 'unknown'],
  [problem('token-wrong-tenant', { wanted: '(wanted)', got: '(got)' }), 'unknown'],
  [problem('tokens-unreadable', {}), 'unknown'],
  [problem('offline', { host: '(host)' }), 'unreached'],
  [problem('proxy-refused', { host: '(host)', code: '407' }), 'unreached'],
  [problem('throttled', { host: '(host)', until: '2026-03-01T10:00:00Z' }), 'unreached'],
  [problem('server-fault', { host: '(host)', status: '503' }), 'unreached'],
  [problem('answer-invalid', { host: '(host)', reason: 'answerFault.empty' }), 'unreached'],
  [problem('page-instead', { host: '(host)' }), 'unreached'],
  [problem('connection-untrusted', { host: '(host)', code: '(code)' }), 'unreached'],
  [problem('proof-needed', { host: '(host)' }), 'interaction'],
  [problem('home-refused', { account: '(account)', ...told }), 'signed-out'],
  [problem('cancelled', {}), 'unreached'],
];

describe('what asking a tenant tells', () => {
  it.each(table)('%j reads as %s', (outcome, verdict) => {
    expect(classifyAccess(outcome, ['member'])).toBe(verdict);
  });

  it('a plain no to delegated administration may be about the application: it says nothing', () => {
    const no = problem('not-invited', { account, ...told });
    expect(classifyAccess(no, ['gdap'])).toBe('unknown');
    expect(classifyAccess(no, ['list'])).toBe('not-invited');
    expect(classifyAccess(problem('access-blocked', told), ['gdap'])).toBe('blocked');
  });

  it('is said in each language, and a consent that is missing is never called a refusal', () => {
    for (const language of ['en', 'fr'] as const) {
      const t = translator(language);
      const texts = accessVerdicts.flatMap((each) => [
        t(`help.verdict.${each}`),
        t(`help.verdict.${each}.about`),
      ]);
      expect(new Set(texts).size).toBe(texts.length);
      const unknown = `${t('help.verdict.unknown')} ${t('help.verdict.unknown.about')}`;
      expect(unknown).not.toMatch(/block|bloqu|refus/i);
    }
  });
});
