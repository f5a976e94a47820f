import type { CommandKind } from '#shared/commands/command.ts';
import type { ProblemKind } from '#shared/problems/problem.ts';
import type { SettingsPage } from '#shared/settings/settings-page.ts';

/** What is wrong with the registration to sign in with: a field of the settings. */
const settingsOfSignIn = [
  'sign-in-unconfigured',
  'client-id-invalid',
  'authority-invalid',
  'authority-unknown',
] as const satisfies readonly ProblemKind[];

/** Problems that are over once this command has worked. */
export const endedBy: Readonly<Partial<Record<CommandKind, readonly ProblemKind[]>>> = {
  signIn: ['tokens-unreadable', 'tokens-not-sealed', ...settingsOfSignIn],
  changeSettings: [...settingsOfSignIn],
  setBrowserArguments: ['argument-refused'],
  setCustomCommand: ['shell-refused', 'custom-invalid'],
  chooseBrowserProgram: ['shell-refused'],
};

/** Problems whose mending is a field of the settings, and the page that has it. */
export const mendedOn: ReadonlyMap<ProblemKind, SettingsPage> = new Map(
  settingsOfSignIn.map((kind) => [kind, 'accounts']),
);
