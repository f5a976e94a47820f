import { ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { expect, test } from 'vitest';
import { msalProblem } from '../../../src/main/identity/msal-problem.ts';
import { problem } from '../../../src/shared/problem.ts';

const quietUntil = new Date('2026-03-01T10:00:00Z');
const host = 'login.microsoftonline.com';
const silent = { host, username: 'ana@home.example', failure: undefined, quietUntil };
const interactive = { host, failure: undefined, quietUntil };
const needed = problem('sign-in-needed', { account: 'ana@home.example' });

/** As MSAL words an error of the token endpoint. */
const worded = (description: string) =>
  `Error(s): 50020 - Timestamp: 2026-01-01 00:00:00Z - Description: ${description} - Correlation ID: c - Trace ID: t`;

test.each([
  [
    'consent',
    new InteractionRequiredAuthError('invalid_grant', '', 'AADSTS65001: x', 'consent_required'),
    needed,
  ],
  ['a lost refresh token', new InteractionRequiredAuthError('no_tokens_found', ''), needed],
  [
    'an answer not understood',
    new ClientAuthError('token_parsing_error', ''),
    problem('answer-invalid', { host, reason: 'token_parsing_error' }),
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
  expect(msalProblem(error, silent)).toEqual(expected);
});

test('an interactive sign-in that still asks for interaction is a refusal', () => {
  const error = new InteractionRequiredAuthError(
    'invalid_grant',
    '',
    'AADSTS65001: Not consented.',
    'consent_required',
  );
  expect(msalProblem(error, interactive)).toEqual(
    problem('sign-in-refused', { reason: 'Not consented.', code: '65001' }),
  );
});

test.each([
  [
    'AADSTS50020: No such user in “Contoso”. Trace ID: 1 Correlation ID: 2',
    'No such user in “Contoso”.',
    '50020',
  ],
  ['AADSTS50020: No such user.\r\nTrace ID: 1', 'No such user.', '50020'],
  ['AADSTS50020: No such user.', 'No such user.', '50020'],
])('a refusal %j is told without trace ids', (description, reason, code) => {
  const refused = problem('sign-in-refused', { reason, code });
  expect(msalProblem(new ServerError('invalid_grant', '', worded(description)), silent)).toEqual(refused);
  expect(msalProblem(new ServerError('invalid_grant', '', description), silent)).toEqual(refused);
});

test('a refusal without a number is told with its OAuth name', () => {
  const refused = problem('sign-in-refused', { reason: 'nothing more', code: 'access_denied' });
  expect(msalProblem(new ServerError('access_denied', '', 'nothing more'), interactive)).toEqual(refused);
});

test('a failure of the server counts for more than what MSAL made of it', () => {
  const failure = problem('server-fault', { host, status: '500' });
  expect(msalProblem(new ServerError('server_error', ''), { ...silent, failure })).toBe(failure);
});

test('what is no error of MSAL’s is a bug and stays one', () => {
  const bug = new TypeError('x is not a function');
  expect(() => msalProblem(bug, silent)).toThrow(bug);
});
