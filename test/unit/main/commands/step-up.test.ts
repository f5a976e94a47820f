import { expect, it } from 'vitest';
import { stepUp } from '../../../../src/main/commands/step-up.ts';
import type { TokenRequest } from '../../../../src/main/identity/identity.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import { aCustomer, anAccount, aStatus } from '../../support/samples.ts';

const account = anAccount('ada');
const customer = aCustomer({ accountIds: [account.id] });
const told = { account: 'ada', reason: 'r', code: 'AADSTS50076' };

function desk(silently: Result<never, Problem>) {
  const asked: TokenRequest[] = [];
  const shown: unknown[] = [];
  const act = stepUp({
    identity: {
      token: (request) => {
        asked.push(request);
        return Promise.resolve(silently);
      },
      stepUp: (wanted) => {
        shown.push(wanted);
        return Promise.resolve(ok(undefined));
      },
    },
    directory: { find: () => customer },
    status: { current: aStatus({ accounts: [account] }), update: () => undefined },
    scopes: () => ['https://graph.microsoft.com/SecurityIncident.Read.All'],
  });
  return { asked, shown, act: () => act({ kind: 'stepUp', tenantId: customer.tenantId }) };
}

it('asks that tenant afresh for what was refused there, and shows the page for the same', async () => {
  const { act, asked, shown } = desk(err(problem('mfa-needed', told)));
  expect(await act()).toMatchObject({ ok: true });
  // A kept token would say that all is well, and no page would come.
  expect(asked).toMatchObject([{ fresh: true, tenantId: customer.tenantId }]);
  expect(shown).toMatchObject([{ scopes: ['https://graph.microsoft.com/SecurityIncident.Read.All'] }]);
});

it('shows no page where signing in would change nothing', async () => {
  const { act, shown } = desk(err(problem('not-invited', told)));
  expect(await act()).toMatchObject({ error: { kind: 'not-invited' } });
  expect(shown).toEqual([]);
});
