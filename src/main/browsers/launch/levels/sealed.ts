import { profileFolderId } from '../../profiles/folder-id.ts';
import { customerLook } from '../../profiles/profile-look.ts';
import type { LevelPlanner } from './level-planner.ts';
import { planOurProfile } from './our-profile.ts';

/** A data folder, and so a process of the browser, for this customer alone. */
export const planSealed: LevelPlanner = (input) =>
  planOurProfile(input, {
    id: profileFolderId(input.places.salt, input.request.tenantId),
    kind: 'apart',
    owner: { tenantId: input.request.tenantId },
    look: customerLook(input.request),
  });
