import type { Browser } from '../../../../src/main/browsers/browser.ts';
import type { LaunchPlan, ProfilePlan } from '../../../../src/main/browsers/launch/launch-plan.ts';
import type { LaunchRequest } from '../../../../src/main/browsers/launch/launch-request.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';

export const contoso = parseTenantId('11111111-2222-4333-8444-555555555555') as TenantId;

/** Opening a customer with nothing set, but for what the test says. */
export function aRequest(part: Partial<LaunchRequest> = {}): LaunchRequest {
  const tenantId = part.tenantId ?? contoso;
  return {
    tenantId,
    name: 'Contoso',
    url: `https://security.microsoft.com/?tid=${tenantId}`,
    level: 'profile',
    ownProfile: null,
    customCommand: null,
    extraArguments: [],
    windowsSso: false,
    ...part,
  };
}

export function aBrowser(part: Partial<Browser> = {}): Browser {
  return {
    id: 'edge',
    brand: 'edge',
    channel: 'stable',
    name: 'Microsoft Edge',
    executable: '/usr/bin/microsoft-edge',
    confinement: { kind: 'none' },
    isDefault: false,
    ...part,
  };
}

/** The profile of a plan that has one of ours. */
export function profileOf(plan: LaunchPlan): ProfilePlan {
  if (plan.profile === null) throw new Error(`${plan.level} opens in no profile of ours`);
  return plan.profile;
}

/** The file a new profile gets first. */
export function seedOf(plan: LaunchPlan) {
  const [seed] = profileOf(plan).seeds;
  if (seed === undefined) throw new Error('nothing is seeded');
  return seed;
}
