import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { WayIn } from '../commands/entries.ts';
import type { Start } from './start.ts';
import { isSelectionLink, readSelectionLink } from '#shared/portals/links/selection-link.ts';
import { isTidegateLink, readTidegateLink } from '#shared/portals/links/tidegate-link.ts';

export interface WaysInOptions {
  readonly settings: () => Pick<Settings, 'portalHosts'>;
  readonly ask: (command: Command, wayIn: WayIn) => Promise<CommandOutcome>;
  /** Shows a problem as those of other ways in are shown. */
  readonly refuse: (problem: Problem) => void;
}

/**
 * Carries out what another start asks of the running Tidegate. A command line is left out: its answer belongs in its
 * terminal.
 */
export async function enter(start: Start, options: WaysInOptions): Promise<void> {
  if (start.kind === 'plain') {
    await options.ask({ kind: 'toggleFinder' }, 'second-start');
    return;
  }
  // The system starts a second one at login: the first is there already.
  if (start.kind === 'command-line' || start.kind === 'hidden') return;
  if (!start.link.ok) {
    options.refuse(start.link.error);
    return;
  }
  const link = start.link.value;
  if (!isTidegateLink(link)) {
    await options.ask({ kind: 'openLink', text: link }, 'link');
    return;
  }
  if (isSelectionLink(link)) {
    const selected = readSelectionLink(link);
    if (selected.ok) await options.ask({ kind: 'selectCustomers', tenantIds: selected.value }, 'link');
    else options.refuse(selected.error);
    return;
  }
  const read = readTidegateLink(link, options.settings().portalHosts);
  if (read.ok) await options.ask(read.value, 'link');
  else options.refuse(read.error);
}
