import { ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { expect, test } from 'vitest';
import { readRefusal, refreshTokenRefused } from '../../../../src/main/identity/msal-problem.ts';
import { problem } from '#shared/problems/problem.ts';

const quietUntil = new Date('2026-03-01T10:00:00Z');
const host = 'login.microsoftonline.com';
const account = 'ana@home.example';
const silent = { host, username: account, interactive: false, failure: undefined, quietUntil };
const interactive = { host, interactive: true, failure: undefined, quietUntil };
const told = { reason: 'Told.', code: 'AADSTS123' };

/** As MSAL words an error of the token endpoint. */
const worded = (description: string) =>
  `Error(s): 50020 - Timestamp: 2026-01-01 00:00:00Z - Description: ${description} - Correlation ID: c - Trace ID: t`;

const asking = (subError: string, error = 'invalid_grant', claims = '') =>
  new InteractionRequiredAuthError(error, '', 'AADSTS123: Told.', subError, '', '', claims);
const refusing = (error: string, subError?: string) =>
  new ServerError(error, '', worded('AADSTS123: Told.'), subError);

test.each([
  ['consent', asking('consent_required'), problem('consent-missing', told)],
  ['consent, as the error itself', asking('', 'consent_required'), problem('consent-missing', told)],
  ['Conditional Access', asking('message_only'), problem('access-blocked', told)],
  ['multi-factor', asking('basic_action'), problem('mfa-needed', { account, ...told })],
  ['something to do', asking('additional_action'), problem('mfa-needed', { account, ...told })],
  [
    'an expired password',
    asking('user_password_expired'),
    problem('sign-in-needed', { account, code: told.code }),
  ],
  [
    'interaction',
    asking('', 'interaction_required'),
    problem('sign-in-needed', { account, code: told.code }),
  ],
  [
    'a lost refresh token',
    new InteractionRequiredAuthError('no_tokens_found', ''),
    problem('sign-in-needed', { account, code: 'no_tokens_found' }),
  ],
  ['a tenant without the application', refusing('unauthorized_client'), problem('consent-missing', told)],
  ['a tenant that does not exist', refusing('invalid_tenant'), problem('sign-in-refused', told)],
  [
    'a passing fault',
    refusing('temporarily_unavailable'),
    problem('server-fault', { host, status: 'temporarily_unavailable' }),
  ],
  [
    'an answer not understood',
    new ClientAuthError('token_parsing_error', ''),
    problem('answer-invalid', { host, reason: 'answerFault.unexpected' }),
  ],
  [
    'an error from memory',
    new ServerError('50196 70000', '', 'AADSTS50196: Loop.'),
    problem('throttled', { host, until: quietUntil.toISOString() }),
  ],
  [
    'an error from memory without a number',
    new ServerError('', ''),
    problem('throttled', { host, until: quietUntil.toISOString() }),
  ],
])('%s in a silent request', (_what, error, expected) => {
  expect(readRefusal(error, silent)).toEqual({ problem: expected });
});

test('what Microsoft wants proven goes along', () => {
  const claims = '{"access_token":{}}';
  expect(readRefusal(asking('basic_action', 'invalid_grant', claims), silent)).toMatchObject({ claims });
});

test('a refused refresh token leaves a doubt: the account’s or this tenant’s?', () => {
  expect(readRefusal(refusing('invalid_grant', refreshTokenRefused), silent)).toEqual({
    problem: problem('step-up-needed', { account, ...told }),
    doubt: 'bad-token',
  });
  expect(readRefusal(refusing('invalid_grant'), silent)).toEqual({
    problem: problem('not-invited', { account, ...told }),
    doubt: 'invalid-grant',
  });
});

test.each([
  ['consent that was declined', refusing('access_denied'), problem('consent-missing', told)],
  ['consent still missing', asking('consent_required'), problem('consent-missing', told)],
  ['Conditional Access', asking('message_only'), problem('access-blocked', told)],
  ['a call for more interaction', asking('', 'login_required'), problem('sign-in-refused', told)],
  ['a code that is not taken', refusing('invalid_grant'), problem('sign-in-refused', told)],
])('%s in an interactive sign-in', (_what, error, expected) => {
  expect(readRefusal(error, interactive)).toEqual({ problem: expected });
});

test.each([
  ['AADSTS50020: No such user in “Contoso”. Trace ID: 1 Correlation ID: 2', 'No such user in “Contoso”.'],
  ['AADSTS50020: No such user.\r\nTrace ID: 1', 'No such user.'],
  ['AADSTS50020: No such user.', 'No such user.'],
])('a refusal %j is told without trace ids', (description, reason) => {
  const refused = { problem: problem('sign-in-refused', { reason, code: 'AADSTS50020' }) };
  expect(readRefusal(new ServerError('invalid_request', '', worded(description)), silent)).toEqual(refused);
  expect(readRefusal(new ServerError('invalid_request', '', description), silent)).toEqual(refused);
});

test('a refusal without a number is told with its OAuth name', () => {
  const refused = problem('consent-missing', { reason: 'nothing more', code: 'access_denied' });
  const error = new ServerError('access_denied', '', 'nothing more');
  expect(readRefusal(error, interactive)).toEqual({ problem: refused });
});

test('a failure of the server counts for more than what MSAL made of it', () => {
  const failure = problem('server-fault', { host, status: '500' });
  expect(readRefusal(new ServerError('server_error', ''), { ...silent, failure })).toEqual({
    problem: failure,
  });
});

test('what is no error of MSAL’s is a bug and stays one', () => {
  const bug = new TypeError('x is not a function');
  expect(() => readRefusal(bug, silent)).toThrow(bug);
});
