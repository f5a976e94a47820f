import { expect, test } from 'vitest';
import { atKnownAuthority } from '../../../../src/main/identity/known-authority.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { aTenantId } from '../../support/samples.ts';

function page(answer: Result<TenantId, Problem>) {
  const asked: string[] = [];
  const opened: string[] = [];
  const open = atKnownAuthority(
    {
      findAll: (references) => {
        asked.push(...references);
        return Promise.resolve(new Map(asked.map((reference) => [reference, answer])));
      },
    },
    (address) => {
      opened.push(address);
      return Promise.resolve(ok(undefined));
    },
  );
  return { asked, opened, open };
}

const addressAt = (authority: string) =>
  `https://login.microsoftonline.com/${authority}/oauth2/v2.0/authorize?client_id=x`;
const going = () => new AbortController().signal;
const host = 'login.microsoftonline.com';

test('a tenant that is there is asked for by name, and its page opens', async () => {
  const { asked, opened, open } = page(ok(aTenantId()));
  expect(await open(addressAt('contoso.com'), going())).toEqual(ok(undefined));
  expect(asked).toEqual(['contoso.com']);
  expect(opened).toEqual([addressAt('contoso.com')]);
});

test('for every organisation there is nothing to ask', async () => {
  const { asked, opened, open } = page(err(problem('domain-unknown', { domain: 'organizations' })));
  await open(addressAt('organizations'), going());
  expect([asked.length, opened.length]).toEqual([0, 1]);
});

test.each([
  [
    problem('domain-unknown', { domain: 'contoso.example' }),
    problem('authority-unknown', { text: 'x.example' }),
  ],
  [problem('domain-consumer', { domain: 'x.example' }), problem('domain-consumer', { domain: 'x.example' })],
  [problem('offline', { host }), problem('offline', { host })],
])('after %o no page opens, and it is said why', async (answer, said) => {
  const { opened, open } = page(err(answer));
  expect(await open(addressAt('x.example'), going())).toEqual(err(said));
  expect(opened).toEqual([]);
});

test.each([
  problem('throttled', { host, until: '2026-03-01T10:00:00Z' }),
  problem('server-fault', { host, status: '500' }),
])('a lookup that failed by itself (%o) stops nobody', async (answer) => {
  const { opened, open } = page(err(answer));
  await open(addressAt('contoso.com'), going());
  expect(opened).toHaveLength(1);
});

test('a sign-in that was called off meanwhile opens nothing', async () => {
  const { opened, open } = page(ok(aTenantId()));
  await open(addressAt('contoso.com'), AbortSignal.abort());
  expect(opened).toEqual([]);
});
