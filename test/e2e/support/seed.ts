import { join } from 'node:path';
import { AnnotationStore } from '../../../src/main/customers/annotations/annotation-store.ts';
import { ObservationStore } from '../../../src/main/customers/store/observations.ts';
import { pathsIn } from '../../../src/main/state/paths.ts';
import type { Annotation, Observation } from '#shared/customer/customer.ts';
import { parseTenantId, type TenantId } from '#shared/tenant/tenant-id.ts';
import type { Desktop } from '../../world/desktop.ts';
import type { WorldTenant } from '../../world/tenants.ts';

/** Leaves on a desktop's disk what an earlier run of Tidegate would have: written by the product's own code. */
export async function leaveRecords(
  desktop: Desktop,
  observations: readonly Observation[],
  annotations: ReadonlyMap<TenantId, Annotation> = new Map(),
): Promise<void> {
  const paths = pathsIn(join(desktop.env['XDG_CONFIG_HOME'] ?? '', 'Tidegate'));
  const store = new ObservationStore(paths.observations);
  for (const observation of observations) await store.replace(observation);
  await new AnnotationStore(paths.annotations).save(annotations);
}

/** Leaves a list of the user's own with these customers. */
export async function leaveList(
  desktop: Desktop,
  tenants: readonly Pick<WorldTenant, 'tenantId' | 'name' | 'domains' | 'defaultDomain'>[],
): Promise<void> {
  const customers = tenants.map(({ defaultDomain, domains, name, tenantId }) => {
    const id = parseTenantId(tenantId);
    if (id === undefined) throw new Error(`${tenantId} is a tenant ID`);
    return { tenantId: id, name, domains, defaultDomain, access: 'list' as const };
  });
  await leaveRecords(desktop, [{ source: 'list', at: new Date().toISOString(), customers }]);
}
