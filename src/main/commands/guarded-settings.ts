import type { Command, CommandOutcome } from '#shared/commands/command.ts';
import type { Platform } from '#shared/platform.ts';
import { exactHosts } from '#shared/portals/hosts.ts';
import { readOwnPage } from '#shared/portals/own-page.ts';
import { problem } from '#shared/problems/problem.ts';
import { err } from '#shared/problems/result.ts';
import type { Settings } from '#shared/settings/settings.ts';
import { done } from '#shared/commands/outcomes.ts';
import { leadsToInterpreter } from '../browsers/launch/real-program.ts';
import type { Handlers } from './commands.ts';
import { listSetting } from './list-setting.ts';

export interface GuardedOptions {
  readonly settings: { readonly current: Settings; readonly locked: readonly (keyof Settings)[] };
  /** Checks a change and keeps it, all of it or nothing. */
  readonly change: (change: Partial<Settings>) => CommandOutcome;
  /** Has the user choose a file; nothing when they change their mind. */
  readonly chooseProgram: () => Promise<string | undefined>;
  readonly chooseList: (of?: 'hunts') => Promise<string | undefined>;
  readonly platform: Platform;
}

type Guarded =
  | 'changeSettings'
  | 'confirmHost'
  | 'unconfirmHost'
  | 'chooseBrowserProgram'
  | 'setBrowserArguments'
  | 'setCustomCommand'
  | 'chooseSharedList';

const cancelled = err(problem('cancelled', {}));

/** The way in makes no difference to any of them. */
type GuardedHandlers = {
  readonly [K in Guarded]: (command: Parameters<Handlers[K]>[0]) => ReturnType<Handlers[K]>;
};

/**
 * Changes guarded settings. A change that names a program, an argument, a host or a list's place arrives here after
 * the user's yes (see ask-first), or takes what the user chooses in a dialog of main's.
 */
export function guardedSettings(options: GuardedOptions): GuardedHandlers {
  const { change, settings } = options;
  const isLocked = (name: keyof Settings): boolean => settings.locked.includes(name);
  return {
    changeSettings: (command) => changeUnasked(options, command),
    confirmHost: ({ host }) => change({ portalHosts: [...new Set([...settings.current.portalHosts, host])] }),
    unconfirmHost: ({ host }) => {
      const { portalHosts } = settings.current;
      return portalHosts.includes(host)
        ? change({ portalHosts: portalHosts.filter((each) => each !== host) })
        : done;
    },
    chooseBrowserProgram: async () => {
      if (isLocked('browserPath')) return err(problem('setting-locked', { setting: 'browserPath' }));
      const browserPath = await options.chooseProgram();
      if (browserPath === undefined) return cancelled;
      return (await leadsToInterpreter(browserPath, options.platform))
        ? err(problem('shell-refused', { program: browserPath }))
        : change({ browserPath });
    },
    setBrowserArguments: (command) => change({ browserArguments: command.arguments }),
    // What an administrator holds stays as it is: a command of theirs is switched on, one of the user's is kept.
    setCustomCommand: ({ command }) =>
      change({
        ...(!isLocked('customCommand') && { customCommand: command }),
        ...(!isLocked('customAllowed') && { customAllowed: true }),
      }),
    chooseSharedList: async ({ from, of }) => {
      const place = from.kind === 'address' ? from.address : await options.chooseList(of);
      return place === undefined ? cancelled : change({ [listSetting(of)]: place });
    },
  };
}

/** SECURITY: a page of the user's own comes to a host that was confirmed, or it is not kept; those that are there stay. */
function changeUnasked(
  { change, settings }: GuardedOptions,
  command: Extract<Command, { kind: 'changeSettings' }>,
): CommandOutcome {
  const { ownPortals, portalHosts } = settings.current;
  const openable = [...exactHosts, ...portalHosts];
  const known = new Set(ownPortals.map(({ url }) => url));
  for (const page of command.change.ownPortals ?? []) {
    const read = readOwnPage(page);
    if (!read.ok) return read;
    const { host } = read.value;
    if ('name' in host && !openable.includes(host.name) && !known.has(page.url))
      return err(problem('host-unconfirmed', { host: host.name }));
  }
  return change(command.change);
}
