import { beforeEach, expect, it } from 'vitest';
import { PassingTokens } from '../../../../src/main/incidents/passing-tokens.ts';
import type { TokenRequest } from '../../../../src/main/identity/identity.ts';
import { ok } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import { anAccount, aTenantId } from '../../support/samples.ts';

const minute = 60_000;
const account = anAccount('anne');
const one = aTenantId();
let now: number;
let asked: TokenRequest[];
let lasting: unknown;
let tokens: PassingTokens;

beforeEach(() => {
  now = Date.UTC(2026, 10, 28, 12);
  asked = [];
  lasting = now / 1_000 + 60 * 60;
  tokens = new PassingTokens(
    {
      token: async (request) => {
        asked.push(request);
        const claims = Buffer.from(JSON.stringify({ exp: lasting, n: asked.length })).toString('base64url');
        return ok({ value: `e30.${claims}.x`, tenantId: request.tenantId });
      },
      challenged: () => undefined,
    },
    () => now,
  );
});

async function take(tenantId: TenantId = one, part: Partial<TokenRequest> = {}): Promise<string> {
  const token = await tokens.token({ account, tenantId, scopes: ['scope'], ...part });
  return token.ok ? token.value.value : '';
}

it('asks once while a token lasts, without leaving anything of the tenant in MSAL', async () => {
  const first = await take();
  now += 54 * minute;
  expect(await take()).toBe(first);
  expect(asked).toMatchObject([{ passing: true }]);
  now += 2 * minute;
  expect(await take()).not.toBe(first);
});

it('has one for each tenant, account and scope', async () => {
  const mine = await take();
  expect(await take(aTenantId())).not.toBe(mine);
  expect(await take(one, { account: anAccount('bert') })).not.toBe(mine);
  expect(await take(one, { scopes: ['other'] })).not.toBe(mine);
  expect(await take()).toBe(mine);
});

it('asks anew for a fresh one, and for one that does not say how long it lasts', async () => {
  const first = await take();
  expect(await take(one, { fresh: true })).not.toBe(first);
  lasting = undefined;
  const other = aTenantId();
  expect(await take(other)).not.toBe(await take(other));
});

it('forgets all when told, and keeps nothing that was called off', async () => {
  const first = await take();
  tokens.forget();
  expect(await take()).not.toBe(first);
  const stop = new AbortController();
  stop.abort();
  const other = aTenantId();
  const called = await take(other, { signal: stop.signal });
  expect(await take(other)).not.toBe(called);
});
