import { expect, test } from 'vitest';
import { DomainLookup } from '../../../../../src/main/customers/sources/domain-lookup.ts';
import type { HttpAnswer } from '../../../../../src/main/system/net/http-client.ts';
import { clouds } from '#shared/settings/cloud.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { aTenantId } from '../../../support/samples.ts';

const tenantId = aTenantId();

function answer(status: number, body: unknown): Result<HttpAnswer, Problem> {
  return ok({ status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

function issuedBy(issuer: string): Result<HttpAnswer, Problem> {
  return answer(200, { issuer, token_endpoint: 'x' });
}

/** A lookup whose every question is answered alike, with what was asked and how many questions were open at once. */
function lookup(reply: Result<HttpAnswer, Problem>) {
  const asked: string[] = [];
  let open = 0;
  const most = { open: 0 };
  const get = async (url: string) => {
    asked.push(url);
    open += 1;
    most.open = Math.max(most.open, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
    return reply;
  };
  return { asked, most, lookup: new DomainLookup({ get }, () => clouds.public) };
}

const found = issuedBy(`https://login.microsoftonline.com/${tenantId}/v2.0`);

test('the tenant of a domain is the one that issues its tokens', async () => {
  const { asked, lookup: domains } = lookup(found);
  expect((await domains.findAll(['contoso.com'])).get('contoso.com')).toEqual(ok(tenantId));
  expect(asked).toEqual([
    'https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration',
  ]);
});

test('many domains are asked for four at a time, each once', async () => {
  const { asked, most, lookup: domains } = lookup(found);
  const names = Array.from({ length: 50 }, (_, index) => `c${index % 25}.example`);
  expect((await domains.findAll(names)).size).toBe(25);
  expect(asked).toHaveLength(25);
  expect(most.open).toBe(4);
});

test.each([
  ['an unknown domain', answer(400, { error: 'invalid_tenant' }), 'domain-unknown'],
  ['an unknown path', answer(404, ''), 'domain-unknown'],
  [
    'a domain of personal accounts',
    issuedBy('https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0'),
    'domain-consumer',
  ],
  [
    'a tenant of another cloud',
    issuedBy(`https://login.microsoftonline.us/${tenantId}/v2.0`),
    'domain-elsewhere',
  ],
  [
    'a look-alike issuer',
    issuedBy(`https://login.microsoftonline.com.evil.example/${tenantId}/v2.0`),
    'answer-invalid',
  ],
  ['no tenant', issuedBy('https://login.microsoftonline.com/{tenantid}/v2.0'), 'answer-invalid'],
  ['no issuer', answer(200, {}), 'answer-invalid'],
  ['no JSON', answer(200, '{"issuer"'), 'answer-invalid'],
  ['the page of a guest network', answer(200, '<html>'), 'page-instead'],
  ['the page of a proxy, whatever its status', answer(404, '<html>'), 'page-instead'],
  ['a server at fault', answer(500, ''), 'server-fault'],
])('%s is told as such', async (_what, reply, kind) => {
  const answers = await lookup(reply).lookup.findAll(['contoso.com']);
  expect(answers.get('contoso.com')).toMatchObject({ ok: false, error: { kind } });
});

test.each([
  ['offline', err(problem('offline', { host: 'x' }))],
  ['throttled', answer(429, '')],
] as const)('once it is %s the rest is not asked for, and says the same', async (kind, reply) => {
  const { asked, lookup: domains } = lookup(reply);
  const names = Array.from({ length: 50 }, (_, index) => `c${index}.example`);
  const answers = [...(await domains.findAll(names)).values()];
  expect(answers).toHaveLength(50);
  for (const each of answers) expect(each).toMatchObject({ error: { kind } });
  expect(asked).toHaveLength(4);
});
