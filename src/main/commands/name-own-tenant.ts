import type { Command, CommandOutcome } from '../../shared/command.ts';
import { doneOr } from '../../shared/outcomes.ts';
import { problem } from '../../shared/problem.ts';
import { err } from '../../shared/result.ts';
import type { Importer } from '../directory/imports/importer.ts';
import type { SettingsService } from '../settings/settings-service.ts';

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
