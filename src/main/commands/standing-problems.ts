import type { CommandKind } from '#shared/commands/command.ts';
import type { ProblemKind } from '#shared/problems/problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';
import type { WayIn } from './entries.ts';

/** What is wrong with the registration to sign in with: a field of the settings. */
const settingsOfSignIn = [
  'sign-in-unconfigured',
  'client-id-invalid',
  'authority-invalid',
  'authority-unknown',
] as const satisfies readonly ProblemKind[];

/** Problems that end when this command succeeds. */
export const endedBy: Readonly<Partial<Record<CommandKind, readonly ProblemKind[]>>> = {
  signIn: ['tokens-unreadable', 'tokens-not-sealed', ...settingsOfSignIn],
  changeSettings: [...settingsOfSignIn],
  setBrowserArguments: ['argument-refused'],
  setCustomCommand: ['shell-refused', 'custom-invalid'],
  chooseBrowserProgram: ['shell-refused'],
};

/** Problems that are over once this command has worked from this way in: a key of the desktop starts the finder. */
export const endedFrom: Readonly<
  Partial<Record<WayIn, Partial<Record<CommandKind, readonly ProblemKind[]>>>>
> = {
  'command-line': { toggleFinder: ['hotkey-withheld'] },
  'second-start': { toggleFinder: ['hotkey-withheld'] },
};

/** Problems that a setting fixes, and the page that has it. */
export const mendedOn: ReadonlyMap<ProblemKind, SettingsPage> = new Map(
  settingsOfSignIn.map((kind) => [kind, 'accounts']),
);
