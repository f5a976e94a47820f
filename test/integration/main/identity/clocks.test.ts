import { expect, test } from 'vitest';
import { armScope, Desk } from '../../support/desk.ts';

// A clock that is off by some minutes is common where time is not set by the network: no reason to sign in again.
test.each([10, -10])(
  'with Microsoft’s clock %i minutes ahead, sign-in and tokens go as always',
  async (minutesAhead) => {
    const desk = await Desk.open({ customers: 3, minutesAhead });
    try {
      const identity = desk.identity();
      const account = await desk.signedIn(identity);
      const tenantId = desk.customer(1);
      const first = await identity.token({ account, tenantId, scopes: [armScope] });
      expect(first).toMatchObject({ ok: true, value: { tenantId } });
      // It is remembered as long as it is good for, not renewed at every call.
      const asked = desk.tokenRequests();
      expect(await identity.token({ account, tenantId, scopes: [armScope] })).toEqual(first);
      expect(desk.tokenRequests()).toBe(asked);
      const listed = await desk.world.request('https://management.azure.com/tenants?api-version=2022-12-01', {
        headers: { authorization: `Bearer ${first.ok ? first.value.value : ''}` },
      });
      expect(listed.status).toBe(200);
      // And after a restart it is still there.
      expect(await desk.identity().accounts()).toMatchObject([account]);
      expect(desk.troubles).toEqual([]);
    } finally {
      await desk.close();
    }
  },
);
