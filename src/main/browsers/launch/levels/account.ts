import { accountFolderId } from '../../profiles/folder-id.ts';
import { accountLook } from '../../profiles/profile-look.ts';
import type { LevelPlanner } from './level-planner.ts';
import { planOurProfile } from './our-profile.ts';

/** Without a sign-in to Tidegate the analyst still has one account in the portals: one profile serves it. */
const nobody = { id: '', username: '' };

/** A profile for each account, shared by the customers reached with it; the address says which customer is shown. */
export const planAccount: LevelPlanner = (input) => {
  const account = input.request.account ?? nobody;
  return planOurProfile(input, {
    id: accountFolderId(input.places.salt, account.id),
    kind: 'shared',
    owner: { accountId: account.id },
    look: accountLook(account),
  });
};
