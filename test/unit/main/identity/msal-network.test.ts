import * as msal from '@azure/msal-node';
import { expect, test } from 'vitest';
import { fc } from '../../support/fast-check.ts';
import { MsalNetwork } from '../../../../src/main/identity/msal-network.ts';
import type { HttpAnswer } from '../../../../src/main/system/net/http-client.ts';
import { ok } from '#shared/problems/result.ts';

const url = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token';
const day = 24 * 3_600_000;

/** Until when the tenant is left alone after this answer, in milliseconds from now. */
async function quietAfter(status: number, headers: Readonly<Record<string, string>>): Promise<number> {
  const answer: HttpAnswer = { status, headers, body: '{"error":"temporarily_unavailable"}' };
  const network = new MsalNetwork(msal, { send: async () => ok(answer) });
  const asked = Date.now();
  await network.sendPostRequestAsync(url, { correlationId: 'one' });
  const until = network.quietUntil('contoso.com').toISOString();
  expect(network.takeFailure('one')).toBeDefined();
  return Date.parse(until) - asked;
}

test.each([
  ['300', 300_000],
  ['9999999999999', day],
  ['1e400', day],
  ['Infinity', day],
])(
  'a sign-in server that asks for %s seconds is left alone for so long, and for a day at most',
  async (after, wait) => {
    for (const status of [429, 503]) {
      const quiet = await quietAfter(status, { 'retry-after': after });
      expect(quiet).toBeGreaterThanOrEqual(wait);
      expect(quiet).toBeLessThan(wait + 5_000);
    }
  },
);

test('no answer of a sign-in server makes a time that cannot be told', async () => {
  const after = fc.oneof(
    fc.string(),
    fc.double({ min: 61 }).map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
  );
  await fc.assert(
    fc.asyncProperty(after, async (text) => {
      expect(await quietAfter(500, { 'retry-after': text })).toBeLessThanOrEqual(day + 5_000);
    }),
  );
});
