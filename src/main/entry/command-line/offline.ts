import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Platform } from '#shared/platform.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Browsers } from '../../browsers/browsers.ts';
import { browsersHere } from '../../browsers/browsers-here.ts';
import { accountFor } from '../../browsers/profiles/account-for.ts';
import { mayAsk } from '../../commands/entries.ts';
import { exportCustomers } from '../../commands/exports.ts';
import { importFrom, previewFrom } from '../../commands/imports.ts';
import { OpenCustomer } from '../../commands/open-customer.ts';
import { Importer } from '../../customers/imports/importer.ts';
import type { Files } from '../../system/files/files.ts';
import type { DomainLookup } from '../../customers/sources/domain-lookup.ts';
import type { Records } from '../../state/records.ts';
import type { RequestOptions } from '../answer-request.ts';

export interface OfflineOptions {
  readonly records: Records;
  readonly lookup: Pick<DomainLookup, 'findAll'>;
  readonly platform: Platform;
  readonly home: string;
  /** The real data folder, also where the records are a copy. */
  readonly root: string;
  readonly locale: () => string;
  /** Writes an export. */
  readonly files: Files;
}

/** What can be done without the application: to plan a launch, import and export. Nobody is signed in here. */
export function offline(options: OfflineOptions): {
  readonly browsers: Browsers;
  readonly requests: RequestOptions;
} {
  const { files, home, lookup, platform, records, root } = options;
  const { directory, salt, settings, usage } = records;
  const context = () => ({
    customers: directory.customers(),
    settings: settings.current,
    usage: usage.current,
  });
  const unchosen = { choose: async () => undefined, files };
  const browsers = browsersHere({
    ...{ platform, home, salt, settings, directory, files },
    dataRoot: root,
    launcher: { launch: () => Promise.reject(new Error('Without the application nothing is launched.')) },
  });
  const openCustomer = new OpenCustomer({
    context,
    accountFor: (customer) => accountFor(customer, []),
    browsers,
    // Nothing opens from here: what would be asked is only planned.
    confirmAct: async () => false,
    onPlanned: () => undefined,
    onLaunched: () => undefined,
    onStarted: () => undefined,
    onLateFailure: () => undefined,
    journal: () => undefined,
    now: () => new Date(),
  });
  const importer = new Importer(directory, lookup);
  const run = async (command: Command): Promise<CommandOutcome> => {
    const refused = err(problem('command-refused', { command: command.kind }));
    if (!mayAsk('command-line', command.kind)) return refused;
    if (command.kind === 'importFile')
      return importFrom(command.from ?? { kind: 'file' }, unchosen, importer);
    if (command.kind === 'previewImport') return previewFrom(command.from, unchosen, importer);
    if (command.kind !== 'exportCustomers') return refused;
    const { file, format } = command;
    return exportCustomers(
      { directory, files, locale: options.locale, choosePlace: async () => file },
      format,
    );
  };
  const state = () => ({
    hotkey: { active: null, refused: null, instead: null },
    clipboardHotkey: { active: null, refused: null, instead: null },
    tokensKept: null,
    accounts: 0,
    accountsToSignIn: 0,
    problems: [],
    processes: [],
  });
  return {
    browsers,
    requests: { context, plan: (command) => openCustomer.plan(command), run, state },
  };
}
