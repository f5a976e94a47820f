import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import { doneOr } from '#shared/commands/outcomes.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Importer } from '../customers/imports/importer.ts';
import type { SettingsService } from '../state/settings/settings-service.ts';

type NameOwnTenant = Extract<Command, { kind: 'nameOwnTenant' }>;

/**
 * Keeps which tenant is the MSSP's own; one that no list has goes on the user's own list first.
 * Errors: `setting-locked`, those of `Importer.findOrAdd` and of the disk.
 */
export function nameOwnTenant(
  settings: Pick<SettingsService, 'locked' | 'change'>,
  importer: Pick<Importer, 'findOrAdd'>,
): (command: NameOwnTenant) => Promise<CommandOutcome> {
  return async ({ reference }) => {
    if (settings.locked.includes('ownTenant'))
      return err(problem('setting-locked', { setting: 'ownTenant' }));
    if (reference === null) return doneOr(settings.change({ ownTenant: null }));
    const found = await importer.findOrAdd(reference);
    return found.ok ? doneOr(settings.change({ ownTenant: found.value })) : found;
  };
}
