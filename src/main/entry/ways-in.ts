import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Problem } from '#shared/problems/problem.ts';
import type { Settings } from '#shared/settings/settings.ts';
import type { Entry } from '../commands/entries.ts';
import type { Start } from './start.ts';
import { isTidegateLink, readTidegateLink } from '#shared/portals/links/tidegate-link.ts';

export interface WaysInParts {
  readonly settings: () => Pick<Settings, 'portalHosts'>;
  readonly ask: (command: Command, entry: Entry) => Promise<CommandOutcome>;
  /** Shows a problem as those of other ways in are shown. */
  readonly refuse: (problem: Problem) => void;
}

/** Carries out what a start of Tidegate asks of the one that runs. What only a terminal can hear the answer of, is none. */
export async function enter(start: Start, parts: WaysInParts): Promise<void> {
  if (start.kind === 'plain') {
    await parts.ask({ kind: 'toggleFinder' }, 'second-start');
    return;
  }
  if (start.kind === 'command-line') return;
  if (!start.link.ok) {
    parts.refuse(start.link.error);
    return;
  }
  const link = start.link.value;
  if (!isTidegateLink(link)) {
    await parts.ask({ kind: 'openLink', text: link }, 'link');
    return;
  }
  const read = readTidegateLink(link, parts.settings().portalHosts);
  if (read.ok) await parts.ask(read.value, 'link');
  else parts.refuse(read.error);
}
