import { profileFolderId } from '../../profiles/folder-id.ts';
import { customerLook } from '../../profiles/profile-look.ts';
import type { LevelPlanner } from './level-planner.ts';
import { planOurProfile } from './our-profile.ts';

/** A profile for each customer, in a data folder of Tidegate's that the browser's customers share. */
export const planProfile: LevelPlanner = (input) =>
  planOurProfile(input, {
    id: profileFolderId(input.places.salt, input.request.tenantId),
    kind: 'shared',
    owner: { tenantId: input.request.tenantId },
    look: customerLook(input.request),
  });
