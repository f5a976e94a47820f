import type { CommandOutcome } from '../../shared/command.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import type { TenantId } from '../../shared/tenant-id.ts';
import type { ProfileKeeper } from '../browsers/profiles/profile-keeper.ts';
import { doneOr } from '../../shared/outcomes.ts';

/**
 * Deletes every profile that is this customer's own; one that is shared by an account's customers stays.
 * Errors: `profile-gone` when there is none, those of `ProfileKeeper.remove`. Nothing goes while one of them is in use.
 */
export async function resetProfile(
  keeper: Pick<ProfileKeeper, 'look' | 'remove'>,
  tenantId: TenantId,
): Promise<CommandOutcome> {
  const { rows } = await keeper.look();
  const own = rows.filter((row) => row.tenantId === tenantId && row.owner !== 'account');
  const inUse = own.find(({ running }) => running);
  if (own.length === 0) return err(problem('profile-gone', {}));
  if (inUse) return err(problem('profile-in-use', { browser: inUse.browserName }));
  return doneOr(await keeper.remove(own.map(({ browser, kind, id }) => ({ browser, kind, id }))));
}
