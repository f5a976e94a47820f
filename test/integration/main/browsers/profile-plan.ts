import { planLaunch } from '../../../../src/main/browsers/launch/plan-launch.ts';
import type { ProfilePlan } from '../../../../src/main/browsers/launch/launch-plan.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import { aBrowser, aRequest, profileOf } from '../../../unit/main/browsers/plans.ts';

/** The profile of the customer with this number, below `root`. */
export function planOf(root: string, which: number): ProfilePlan {
  const plan = planLaunch(
    aBrowser({ id: 'chromium', brand: 'chromium', executable: '/usr/bin/chromium' }),
    aRequest({
      tenantId: parseTenantId(`11111111-2222-4333-8444-00000000000${which}`) as TenantId,
      name: `Customer ${which}`,
    }),
    { platform: 'linux', home: root, dataRoot: root, salt: 'salt', hosts: () => ['security.microsoft.com'] },
  );
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return profileOf(plan.value);
}
