import { expect, test } from 'vitest';
import { ApiClient } from '../../../../../src/main/system/net/api-client.ts';
import type { HttpAnswer, HttpRequest } from '../../../../../src/main/system/net/http-client.ts';
import { brief } from '../../../support/patience.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';

const host = 'management.azure.com';
const url = `https://${host}/tenants`;
const answer = (status: number, body = '{}', headers = {}) => ok<HttpAnswer>({ status, headers, body });

/** An API that gives these answers, then the last one again and again, and to which waiting costs nothing. */
function api(...answers: Result<HttpAnswer, Problem>[]) {
  const requests: HttpRequest[] = [];
  const send = async (request: HttpRequest) => {
    requests.push(request);
    return (answers.length > 1 ? answers.shift() : answers[0]) as Result<HttpAnswer, Problem>;
  };
  return { client: new ApiClient({ send }, brief), requests };
}

test('the token goes along as bearer, and without one nothing does', async () => {
  const { client, requests } = api(answer(200, '{"value":[1]}'));
  expect(await client.getJson(url, { token: 'abc' })).toEqual(ok({ value: [1] }));
  await client.getJson(url);
  expect(requests.map(({ headers }) => headers?.authorization)).toEqual(['Bearer abc', undefined]);
});

test.each([
  ['429 that says when', answer(429, '', { 'retry-after': '0' })],
  ['429 that does not', answer(429)],
  ['503 that says when', answer(503, '', { 'retry-after': new Date(0).toUTCString() })],
  ['500', answer(500)],
])('after a %s it is asked again', async (_what, failure) => {
  const { client, requests } = api(failure, failure, answer(200));
  expect(await client.getJson(url)).toEqual(ok({}));
  expect(requests).toHaveLength(3);
});

test.each([
  ['500', answer(500), problem('server-fault', { host, status: '500' }), 4],
  [
    '401',
    answer(401, '{"error":{"code":"Expired"}}'),
    problem('token-refused', { host, code: 'Expired' }),
    1,
  ],
  ['403', answer(403), problem('access-refused', { host, code: '403' }), 1],
  ['302', answer(302), problem('page-instead', { host }), 1],
  ['511', answer(511, '<html>'), problem('page-instead', { host }), 1],
  ['403 of a proxy', answer(403, '<html>No.</html>'), problem('page-instead', { host }), 1],
  ['401 of a proxy', answer(401, '\uFEFF \n<!DOCTYPE html>'), problem('page-instead', { host }), 1],
  ['404 of a gateway', answer(404, '<h1>Gone</h1>'), problem('page-instead', { host }), 1],
  [
    '502 with a page',
    answer(502, '<html>Bad gateway</html>'),
    problem('server-fault', { host, status: '502' }),
    4,
  ],
  ['304', answer(304), problem('server-fault', { host, status: '304' }), 1],
  ['204', answer(204, ''), problem('answer-invalid', { host, reason: 'answerFault.empty' }), 1],
  ['206', answer(206, '{"value":[]}'), problem('answer-invalid', { host, reason: 'answerFault.partial' }), 1],
  ['dead network', err(problem('offline', { host })), problem('offline', { host }), 1],
])('a lasting %s is told after as many tries as make sense', async (_what, failure, told, tries) => {
  const { client, requests } = api(failure);
  expect(await client.getJson(url)).toEqual(err(told));
  expect(requests).toHaveLength(tries);
});

test.each([
  ['says nothing', {}, 60, 4],
  ['asks for too long', { 'retry-after': '315' }, 315, 1],
  ['asks for too long in milliseconds', { 'x-ms-retry-after-ms': '61000' }, 61, 1],
])('a lasting 429 that %s tells until when', async (_what, headers, seconds, tries) => {
  const { client, requests } = api(answer(429, '', headers));
  const before = Date.now();
  const told = await client.getJson(url);
  if (told.ok || told.error.kind !== 'throttled') throw new Error(JSON.stringify(told));
  expect(Date.parse(told.error.values.until)).toBeGreaterThanOrEqual(before + seconds * 1_000);
  expect(Date.parse(told.error.values.until)).toBeLessThanOrEqual(Date.now() + seconds * 1_000);
  expect(requests).toHaveLength(tries);
});

test('whoever waits is told until when', async () => {
  const waits: Date[] = [];
  const { client } = api(answer(429, '', { 'retry-after-ms': '5' }), answer(200));
  const before = Date.now();
  await client.getJson(url, { onWait: (until) => waits.push(until) });
  expect(waits).toHaveLength(1);
  expect(waits[0]?.getTime()).toBeGreaterThanOrEqual(before + 5);
});

test.each<[string, Problem]>([
  ['', problem('answer-invalid', { host, reason: 'answerFault.empty' })],
  [' \r\n', problem('answer-invalid', { host, reason: 'answerFault.empty' })],
  ['<html>', problem('page-instead', { host })],
  ['\uFEFF\n<?xml version="1.0"?><a/>', problem('page-instead', { host })],
  ['{"value":[', problem('answer-invalid', { host, reason: 'answerFault.notJson' })],
  ['Please sign in', problem('answer-invalid', { host, reason: 'answerFault.notJson' })],
])('a success that holds %j is no answer, and no parser says why', async (body, told) => {
  expect(await api(answer(200, body)).client.getJson(url)).toEqual(err(told));
});

test.each([
  ['with a byte order mark', answer(200, '\uFEFF{"value":[]}')],
  ['called a page', answer(200, '{"value":[]}', { 'content-type': 'text/html' })],
  ['passed on by a gateway', answer(203, '{"value":[]}')],
])('JSON is JSON, also %s', async (_what, given) => {
  expect(await api(given).client.getJson(url)).toEqual(ok({ value: [] }));
});

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
const coded = (alphabet: 'base64' | 'base64url') => Buffer.from(claims).toString(alphabet);

test.each([
  [
    'as Microsoft writes it',
    `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${coded('base64')}"`,
    401,
    claims,
  ],
  [
    'without padding, in the other alphabet',
    `Bearer error="insufficient_claims", claims="${coded('base64url')}"`,
    401,
    claims,
  ],
  [
    'bare, in another order and case',
    `bearer Claims=${coded('base64url')}, Error=insufficient_claims`,
    401,
    claims,
  ],
  [
    'behind another challenge',
    `PoP realm="a, b", Bearer error="insufficient_claims", claims="${coded('base64')}"`,
    401,
    claims,
  ],
  [
    'with a refusal of access',
    `Bearer error="insufficient_claims", claims="${coded('base64')}"`,
    403,
    claims,
  ],
  ['without claims', 'Bearer error="insufficient_claims"', 401, undefined],
  ['with claims that are none', 'Bearer error="insufficient_claims", claims="bm90IGpzb24="', 401, undefined],
  ['with claims that are a list', `Bearer claims="${Buffer.from('[1]').toString('base64')}"`, 401, undefined],
  ['with claims beyond measure', `Bearer claims="${'e'.repeat(5_000)}"`, 401, undefined],
])('a claims challenge %s is a call for proof', async (_what, header, status, wanted) => {
  const refusal = answer(status, '{"error":{"code":"InvalidAuthenticationToken"}}', {
    'www-authenticate': header,
  });
  const proof = problem('proof-needed', { host, ...(wanted !== undefined && { claims: wanted }) });
  expect(await api(refusal).client.getJson(url)).toEqual(err(proof));
});

test('a refusal that names no claims is about the token', async () => {
  const refusal = answer(401, '', {
    'www-authenticate': 'Bearer error="invalid_token", error_description="claims=none"',
  });
  expect(await api(refusal).client.getJson(url)).toEqual(
    err(problem('token-refused', { host, code: '401' })),
  );
});

test('a caller who can use a refusal gets it whole', async () => {
  const refusal = answer(400, '{"error":"invalid_tenant"}');
  expect(await api(refusal).client.get(url)).toEqual(refusal);
});

test('a wait that is called off ends at once', async () => {
  const controller = new AbortController();
  const { client, requests } = api(answer(429, '', { 'retry-after': '50' }));
  const outcome = client.getJson(url, { signal: controller.signal });
  await expect.poll(() => requests.length).toBe(1);
  controller.abort();
  expect(await outcome).toEqual(err(problem('cancelled', {})));
});
