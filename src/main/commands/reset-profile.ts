import type { CommandOutcome } from '#shared/commands/command.ts';
import { problem, type Problem } from '#shared/problems/problem.ts';
import type { ProfileRow, ProfilesReport } from '#shared/commands/profiles.ts';
import { err, ok, type Result } from '#shared/problems/result.ts';
import type { TenantId } from '#shared/tenant/tenant-id.ts';
import type { ProfileKeeper } from '../browsers/profiles/profile-keeper.ts';
import { doneOr } from '#shared/commands/outcomes.ts';

/**
 * Deletes every profile that is this customer's own; one that is shared by an account's customers stays.
 * Errors: `profile-gone` when there is none, those of `ProfileKeeper.remove`. Nothing goes while one of them is in use.
 */
export async function resetProfile(
  keeper: Pick<ProfileKeeper, 'remove' | 'report'>,
  tenantId: TenantId,
): Promise<CommandOutcome> {
  const own = ownProfiles(await keeper.report(), tenantId);
  if (!own.ok) return own;
  return doneOr(await keeper.remove(own.value.map(({ browser, kind, id }) => ({ browser, kind, id }))));
}

/** The profiles that would go. Errors: `profile-gone` when there is none, `profile-in-use`. */
export function ownProfiles(
  { rows }: Pick<ProfilesReport, 'rows'>,
  tenantId: TenantId,
): Result<readonly ProfileRow[], Problem> {
  const own = rows.filter((row) => row.tenantId === tenantId && row.owner !== 'account');
  const inUse = own.find(({ running }) => running);
  if (own.length === 0) return err(problem('profile-gone', {}));
  return inUse ? err(problem('profile-in-use', { browser: inUse.browserName })) : ok(own);
}
