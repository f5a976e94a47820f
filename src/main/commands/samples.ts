import type { CommandOutcome } from '#shared/commands/command.ts';
import { isSample, sampleCustomers } from '#shared/customer/samples.ts';
import { doneOr } from '#shared/commands/outcomes.ts';
import type { Directory } from '../customers/store/directory.ts';
import type { Importer } from '../customers/imports/importer.ts';
import { imported } from './imports.ts';

/** Puts the sample customers on the user's own list. Their IDs come with them, so that no network is needed. */
export async function addSamples(importer: Pick<Importer, 'importText'>): Promise<CommandOutcome> {
  const rows = sampleCustomers().map(({ tenantId, name, domain }) => [tenantId, name, domain].join(','));
  return imported(await importer.importText(['Tenant ID,Name,Domain', ...rows].join('\n')));
}

/** Takes them all off again, with what the user wrote about them. Errors: those of the disk. */
export async function removeSamples(directory: Pick<Directory, 'forgetListed'>): Promise<CommandOutcome> {
  return doneOr(await directory.forgetListed(isSample));
}
