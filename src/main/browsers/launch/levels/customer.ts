import { profileFolderId } from '../../profiles/folder-id.ts';
import { customerLook } from '../../profiles/profile-look.ts';
import type { LevelPlanner } from './level-planner.ts';
import { planOurProfile } from './our-profile.ts';

/**
 * A profile for each customer: `shared` in a data folder of Tidegate's that the browser's customers share, `apart` in a data
 * folder of its own, and so in a process of the browser for this customer alone.
 */
export const planCustomer =
  (kind: 'shared' | 'apart'): LevelPlanner =>
  (input) =>
    planOurProfile(input, {
      id: profileFolderId(input.places.salt, input.request.tenantId),
      kind,
      owner: { tenantId: input.request.tenantId },
      look: customerLook(input.request),
    });
